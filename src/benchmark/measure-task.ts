import { scorePairs } from '../comparison/pair-scores.js';
import type { Erratum } from '../datasets/errata.js';
import type { Dataset, PairList, Splits } from '../datasets/open-dataset.js';
import { crossPairs, type SampleFilter } from '../datasets/pair-lists/cross-pairs.js';
import { generatePairs } from '../datasets/pair-lists/generated-pairs.js';
import type { Pair } from '../datasets/pair-lists/pair.js';
import { sampleList } from '../datasets/pair-lists/sampled-list.js';
import { compoundDataset } from '../datasets/template-sets.js';
import type { Extraction } from '../extraction/extraction.js';
import { FalsematchError } from '../files/errors.js';
import type { SystemTables } from '../results/run-tables.js';
import type { PlannedTask } from './conditions/expand-conditions.js';
import { type SeeThrough, seeThrough } from './conditions/see-through.js';
import { prepareAllPairs } from './protocols/all-pairs.js';
import { prepareCoOccurrence } from './protocols/co-occurrence.js';
import { fuseTemplates } from './protocols/fused-templates.js';
import { type AboutSubjects, preparePairs, type ThroughCondition } from './protocols/pairs.js';
import { preparePlates } from './protocols/plates.js';
import type { CompareOptions, FaceTask, ListedTask, MeasurableTask, OtherDataset } from './protocols/protocol.js';
import { prepareRecapture } from './protocols/recapture.js';
import { prepareSearch } from './protocols/search.js';

type PairsOfTask = Extract<PlannedTask, { protocol: 'pairs' }>['pairs'];
type DrawnPairs = Extract<PairsOfTask, { mated: number; nonMated: number; list?: unknown }>;

/** What a task needs besides its dataset. */
export interface PrepareOptions {
  readonly seed: number;
  /** What is known to be wrong in the dataset. */
  readonly errata?: readonly Erratum[];
  /** Fetches a published pair list of the dataset by name. */
  readonly readList: (name: string) => Promise<PairList>;
  /** Fetches published splits of the dataset by name. */
  readonly readSplits: (name: string) => Promise<Splits>;
  /** Opens another dataset of the suite by its key. */
  readonly openOther: (key: string) => Promise<OtherDataset>;
  /** The programs outside that take part in its condition, with their versions. */
  readonly tools?: Readonly<Record<string, string>>;
}

/** The protocols that compare one template with another, whatever it is made of. */
const FUSED: readonly PlannedTask['protocol'][] = ['pairs', 'all-pairs', 'search'];

/** Makes a task ready on its dataset; what is compared are templates of several samples where its card says so. */
export async function prepareTask(
  task: PlannedTask,
  dataset: Dataset,
  options: PrepareOptions,
): Promise<MeasurableTask> {
  const { templates } = dataset.card;
  const fusion = 'fusion' in task ? task.fusion : undefined;
  if (!templates && fusion !== undefined) {
    throw new FalsematchError(
      `Task ${task.id}: "fusion" is about templates of several samples, and the card of ${dataset.card.name} has no "templates"; leave it out.`,
    );
  }
  if (!templates || !FUSED.includes(task.protocol)) return prepareSimple(task, dataset, options);
  const compound = compoundDataset(dataset, templates);
  const prepared = await prepareSimple(task, compound.dataset, options);
  return 'readings' in prepared ? prepared : fuseTemplates(prepared, compound, fusion ?? 'plain');
}

async function prepareSimple(task: PlannedTask, dataset: Dataset, options: PrepareOptions): Promise<MeasurableTask> {
  const see = seeOf(task, dataset, options);
  switch (task.protocol) {
    case 'co-occurrence':
      return prepareCoOccurrence(dataset);
    case 'all-pairs':
      return prepareAllPairs(dataset, task);
    case 'search':
      return prepareSearch(dataset, task, { ...options, see });
    case 'plates':
      return preparePlates(dataset, task, see);
    case 'recapture':
      return prepareRecapture(dataset, task.capture);
    case 'pairs': {
      const { seed, readList, errata } = options;
      // What is known to be wrong is told with the task as published.
      const known = task.condition ? undefined : errata;
      const about = { ...(task.groups ? { groups: task.groups } : {}), ...(known ? { errata: known } : {}) };
      const through =
        see && task.condition
          ? { side: task.condition.side, see, quality: task.condition.sweep === undefined }
          : undefined;
      if (typeof task.pairs === 'string') return prepareList(dataset, await readList(task.pairs), about, through);
      if ('from' in task.pairs) return prepareList(dataset, await partOfList(task.pairs, options), about, through);
      const { list } = task.pairs;
      if (list !== undefined && dataset.card.protocols[list]?.type === 'pairs') {
        return prepareList(dataset, await readList(list), about, through);
      }
      const pairs = drawPairs(dataset, task.pairs, seed);
      return preparePairs(dataset, pairs, { pairs: drawnText(task.pairs, seed) }, about, through);
    }
  }
}

function prepareList(
  dataset: Dataset,
  { pairs, from, sha256 }: PairList,
  about: AboutSubjects,
  through: ThroughCondition | undefined,
): ListedTask {
  return preparePairs(dataset, pairs, { pairs: from, pairsSha256: sha256 }, about, through);
}

/** The pairs of a part of a published list, which is told as where they come from. */
async function partOfList(
  { from, mated, nonMated }: Extract<PairsOfTask, { from: string }>,
  { readList, seed }: PrepareOptions,
): Promise<PairList> {
  const list = await readList(from);
  const most = (count: number | undefined) => (count === undefined ? 'all' : `at most ${count}`);
  const text = `${list.from}, of it with seed ${seed} ${most(mated)} mated and ${most(nonMated)} non-mated`;
  return { ...list, pairs: sampleList(list.pairs, { mated, nonMated }, seed), from: text };
}

function drawPairs({ card, samples }: Dataset, drawn: DrawnPairs, seed: number): Pair[] {
  const { references, probes } = drawn;
  return references && probes
    ? crossPairs(card.name, samples, { references, probes }, { ...drawn, seed })
    : generatePairs(card.name, samples, { ...drawn, seed });
}

function seeOf(
  { id, condition }: PlannedTask,
  dataset: Dataset,
  { seed, tools = {} }: PrepareOptions,
): SeeThrough | undefined {
  return condition && seeThrough(dataset, { task: id, steps: condition.steps, seed, tools });
}

/** How pairs were drawn, for the run's record: everything that decides which ones they are. */
function drawnText({ mated, nonMated, perSubject, references, probes }: DrawnPairs, seed: number): string {
  const each = perSubject === undefined ? '' : ` (at most ${perSubject} of one subject)`;
  const sides = references && probes ? ` of ${filterText(references)} with ${filterText(probes)}` : '';
  return `drawn from the subjects with seed ${seed}: at most ${mated} mated${each} and ${nonMated} non-mated${sides}`;
}

function filterText(filter: SampleFilter): string {
  return Object.entries(filter)
    .map(([name, value]) => `${name} ${value}`)
    .join(' and ');
}

/** Scores what the protocol wants compared. `extractions[i]` belongs to the prepared task's `samples[i]`. */
export async function measureTask(
  prepared: FaceTask,
  extractions: readonly Extraction[],
  options: CompareOptions,
): Promise<SystemTables> {
  return 'compare' in prepared ? measureListed(prepared, extractions) : prepared.measure(extractions, options);
}

async function measureListed(prepared: ListedTask, extractions: readonly Extraction[]): Promise<SystemTables> {
  const { comparisons, samples, quality, leftOut } = prepared.compare(extractions);
  const scores = await scorePairs(
    comparisons.flatMap(({ templates }) => (templates ? [{ probe: templates[0], reference: templates[1] }] : [])),
  );
  let next = 0;
  return {
    comparisons: comparisons.map(({ templates, ...comparison }) => {
      const score = templates ? scores[next++] : undefined;
      return { ...comparison, ...(score === undefined ? {} : { score }) };
    }),
    samples,
    ...(quality ? { quality } : {}),
    ...(leftOut ? { leftOut } : {}),
  };
}
