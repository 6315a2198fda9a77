import { chooseDataset } from '../benchmark/choose-dataset.js';
import { seeThrough } from '../benchmark/conditions/see-through.js';
import { type NotMeasured, whyUnavailable } from '../benchmark/not-measured.js';
import type { Plan } from '../benchmark/plan.js';
import type { Catalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import type { Dataset } from '../datasets/open-dataset.js';
import type { ExtractionSample } from '../extraction/extraction.js';
import { sampleKey } from '../extraction/template-key.js';
import type { Step } from '../images/conditions/step.js';
import { pickEvenly } from './pick-evenly.js';

/** What systems are about. */
export type Kind = 'faces' | 'plates';

/** The pictures that systems of one kind are timed on. */
export interface SpeedPictures {
  readonly samples: readonly ExtractionSample[];
  /** Where they come from, by the keys of the suite's data. */
  readonly datasets: ReadonlyMap<string, Dataset>;
  readonly notMeasured: readonly NotMeasured[];
}

export interface PicturesOptions {
  readonly kind: Kind;
  /** Keys of the suite's data; absent: all that tasks of the kind name. */
  readonly of: readonly string[] | undefined;
  /** How many pictures are wanted. */
  readonly wanted: number;
  /** What every picture goes through first, and the programs outside that take part. */
  readonly steps: readonly Step[];
  readonly tools: Readonly<Record<string, string>>;
}

/** Different pictures of the data that a suite's tasks of one kind name, spread over all of them. */
export async function openPictures(
  { suite, data }: Plan,
  catalog: Catalog,
  context: ObtainContext,
  { kind, of, wanted, steps, tools }: PicturesOptions,
): Promise<SpeedPictures> {
  const datasets = new Map<string, Dataset>();
  const notMeasured: NotMeasured[] = [];
  const found = new Map<string, ExtractionSample>();
  for (const task of suite.tasks) {
    const key = task.data;
    const asked = (task.protocol === 'plates') === (kind === 'plates') && (of?.includes(key) ?? true);
    if (!asked || datasets.has(key) || notMeasured.some(({ what }) => what === key)) continue;
    const variants = data.get(key) ?? [];
    try {
      const dataset = await chooseDataset(variants, catalog, context);
      datasets.set(key, dataset);
      const see = seeThrough(dataset, { task: `Speed on ${key}`, steps, seed: suite.seed, tools });
      const alphabet = (task.protocol === 'plates' ? task.alphabet : undefined) ?? dataset.card.alphabet;
      // Plates are read where they are found; where the dataset marks them is for rates.
      const plates =
        kind === 'plates' ? { plates: { given: [], ...(alphabet === undefined ? {} : { alphabet }) } } : {};
      for (const sample of dataset.samples) {
        const seen = { ...see(sample), ...plates };
        // The same content is worked on once.
        const content = sampleKey(seen) ?? `${key} ${sample.id}`;
        if (!found.has(content)) found.set(content, seen);
      }
    } catch (thrown) {
      const reason = `${variants.join(' or ')} was neither in the cache nor in the mirror, and could not be fetched`;
      notMeasured.push({ what: key, reason, detail: whyUnavailable(thrown) });
    }
  }
  return { samples: pickEvenly([...found.values()], wanted), datasets, notMeasured };
}
