import type { Dataset, Splits } from '../../datasets/open-dataset.js';
import { FalsematchError } from '../../files/errors.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { SystemTables } from '../../results/run-tables.js';
import type { SampleOutcome } from '../../results/sample-table.js';
import { type FoundSearches, noAlarms } from '../../results/search/found-searches.js';
import { listSearches, ownThresholds } from '../../results/search/list-searches.js';
import type { SearchLists } from '../../results/search/search-lists.js';
import { allLists } from '../../results/search/search-tables.js';
import type { SeeThrough } from '../conditions/see-through.js';
import type { DrawnSearch, SuiteTask } from '../suite.js';
import { findInList } from './find-in-list.js';
import type { Templated } from './first-template.js';
import { type CompareOptions, type CountedTask, type OtherDataset, outcomeOf } from './protocol.js';
import { drawnLists, type ReadyLists, sizesOf, splitLists } from './search-lists.js';
import { verifySplits } from './split-verification.js';
import { toExtract } from './to-extract.js';

type SearchTask = Extract<SuiteTask, { protocol: 'search' }>;
type SearchRecord = NonNullable<TaskRecord['search']>;

/** What a task of searches needs besides its dataset. */
export interface SearchNeeds {
  readonly seed: number;
  readonly readSplits: (name: string) => Promise<Splits>;
  readonly openOther: (key: string) => Promise<OtherDataset>;
  /** How probes are seen; references are as published. */
  readonly see?: SeeThrough | undefined;
}

/** Searches for pictures in lists, published or drawn from the subjects; a probe without a template finds nobody. */
export async function prepareSearch(dataset: Dataset, task: SearchTask, needs: SearchNeeds): Promise<CountedTask> {
  return typeof task.search === 'string'
    ? publishedSearch(dataset, task, await needs.readSplits(task.search))
    : drawnSearch(dataset, task, task.search, needs);
}

function publishedSearch(
  dataset: Dataset,
  { at, verificationAt }: SearchTask,
  { splits, sha256, from }: Splits,
): CountedTask {
  // One list is no repetition of anything: it is told as a list that is drawn.
  const kind = splits.length < 2 ? 'sizes' : 'splits';
  if (kind === 'sizes' && verificationAt) {
    throw new FalsematchError(
      `${from} has one split, and verificationAt is a mean over splits; for all pairs of the data add a task with the protocol all-pairs.`,
    );
  }
  return ready(splitLists(dataset, splits, from), at, {
    lists: from,
    sha256,
    kind,
    ...(kind === 'splits' && areApart(splits) ? { apart: true as const } : {}),
    consolidate: 'best',
    per: 'sample',
    ...(verificationAt ? { verificationAt } : {}),
  });
}

/** Whether nobody stands on two of the lists. */
function areApart(splits: Splits['splits']): boolean {
  const people = splits.map(({ gallery }) => new Set(gallery.map(({ subject }) => subject)));
  return people.every((own, i) => people.slice(i + 1).every((others) => ![...own].some((one) => others.has(one))));
}

async function drawnSearch(
  dataset: Dataset,
  { at }: SearchTask,
  drawn: DrawnSearch,
  { seed: suiteSeed, openOther, see }: SearchNeeds,
): Promise<CountedTask> {
  const { gallery, probes, seed = suiteSeed } = drawn;
  const open = async (key: string | undefined) => (key === undefined ? undefined : openOther(key));
  const [passersBy, distractors] = [await open(probes.passersBy), await open(gallery.distractors)];
  const record: SearchRecord = {
    lists: drawnText(drawn, seed),
    kind: 'sizes',
    consolidate: gallery.consolidate,
    per: probes.per,
    ...(passersBy ? { passersBy: named(passersBy) } : {}),
    ...(distractors ? { distractors: named(distractors) } : {}),
  };
  const others = [passersBy, distractors].filter((other) => other !== undefined);
  const lists = drawnLists(dataset, drawn, seed, { passersBy, distractors });
  return { ...ready(lists, at, record, see), ...(others.length > 0 ? { others } : {}) };
}

function named({ dataset: { card, digest } }: OtherDataset): { dataset: string; digest: string } {
  return { dataset: card.name, digest };
}

/** How lists were drawn, for the run's record: everything that decides who is on them. */
function drawnText(drawn: DrawnSearch, seed: number): string {
  const { gallery, probes } = drawn;
  const each = probes.perSubject === undefined ? '' : `, at most ${probes.perSubject} probes of each`;
  return `drawn from the subjects with seed ${seed}: lists of ${sizesOf(drawn).join(', ')} subjects with ${gallery.samplesPerSubject} samples each${each}`;
}

function ready(
  { lists, samples }: ReadyLists,
  at: readonly string[],
  search: SearchRecord,
  see: SeeThrough = toExtract,
): CountedTask {
  return {
    samples: lists.samples.map(({ sample, roles }, place) => {
      const known = samples[place];
      const seen = roles.includes('probe') ? see : toExtract;
      return known ? { ...seen(known), id: sample } : { id: sample };
    }),
    record: { search },
    tables: { lists },
    async measure(extractions, options) {
      const outcomes = lists.samples.map(({ sample, subject }, place) =>
        outcomeOf(sample, subject, extractions[place]),
      );
      return measureSearch({ lists, outcomes, at, search }, extractions, options);
    },
  };
}

interface Searched {
  readonly lists: SearchLists;
  readonly outcomes: readonly SampleOutcome[];
  readonly at: readonly string[];
  readonly search: SearchRecord;
}

/** The tables of searches in lists; `extractions[i]` belongs to `outcomes[i]`. */
export async function measureSearch(
  { lists, outcomes, at, search }: Searched,
  extractions: readonly Templated[],
  options: CompareOptions,
): Promise<SystemTables> {
  const { workers, signal } = options;
  const found: FoundSearches[] = [];
  let smallest: number[] = [];
  for (const list of allLists(lists)) {
    const { found: own, alarmsFrom } = await findInList(list, outcomes, extractions, {
      workers,
      signal,
      consolidate: search.consolidate,
    });
    const thresholds = ownThresholds(listSearches(list, outcomes, { ...own, alarms: noAlarms() }), at);
    if (found.length === 0) smallest = thresholds;
    // Larger lists are also looked at with the thresholds of the smallest.
    const lowest = Math.min(...thresholds, ...(search.kind === 'sizes' ? smallest : []));
    found.push({ ...own, alarms: await alarmsFrom(lowest) });
  }
  const { verificationAt } = search;
  const verification = verificationAt ? await verifySplits(lists, outcomes, extractions, verificationAt, options) : [];
  return { comparisons: [], samples: outcomes, searches: { lists: found, verification } };
}
