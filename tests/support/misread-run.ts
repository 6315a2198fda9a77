import type { LabelledPicture, PlateLabels } from '../../src/results/plates/label-table.js';
import type { PictureReadings } from '../../src/results/plates/reading-table.js';
import { type MadeUpRun, runOf, signed } from './run.js';

const BOX = [10, 10, 110, 40] as const;

/** By system, what it read of each true text; null where the plate was not found. */
export type ReadsOf = Readonly<Record<string, (truth: string, index: number) => string | null>>;

/** What a made-up run of plates is made of. */
export interface MisreadRunParts {
  readonly texts: readonly string[];
  readonly reads: ReadsOf;
  /** Ids of the tasks, all alike. */
  readonly tasks?: readonly string[];
  readonly seed?: number;
}

/** Sixty plates, each of its own vehicle, BG 100-AB to BG 159-AB. */
export const TEXTS: readonly string[] = Array.from({ length: 60 }, (_, k) => `BG${100 + k}AB`);

/** One system reads the B at the end of every fifth plate as 8, one reads every plate right, one finds none. */
export const READS: ReadsOf = {
  poor: (truth, index) => (index % 5 === 0 ? `${truth.slice(0, -1)}8` : truth),
  perfect: (truth) => truth,
  blind: () => null,
};

/** A run of systems that read plates, one picture a plate; its figures follow from its tables, and its digests are right. */
export function misreadRun({ texts, reads, tasks = ['drawn'], seed = 1 }: MisreadRunParts): MadeUpRun {
  const pictures = texts.map(
    (text, k): LabelledPicture => ({
      sample: `${String(k).padStart(3, '0')}.jpg`,
      attributes: [],
      plates: [{ box: [...BOX], text, vehicle: text }],
    }),
  );
  const labels: PlateLabels = { attributes: [], pictures };
  const systems = new Map(
    Object.entries(reads).map(([name, read]) => [
      name,
      { comparisons: [], samples: [], readings: pictures.map((picture, k) => readingOf(picture, read(texts[k]!, k))) },
    ]),
  );
  const records = tasks.map((id) =>
    signed({
      id,
      title: `Made-up plates, ${id}`,
      protocol: 'plates',
      dataset: 'made-up',
      at: [],
      level: 0.95,
      caveat: 'Drawn by a test, not photographed.',
      plates: { labels: texts.length, pictures: texts.length, vehicles: new Set(texts).size, iou: 0.5 },
    }),
  );
  return runOf(new Map(tasks.map((id) => [id, { systems, labels }])), {
    tasks: records,
    systems: [],
    plateSystems: Object.keys(reads),
    change: (record) => ({ ...record, seed }),
  });
}

function readingOf({ sample }: LabelledPicture, text: string | null): PictureReadings {
  const reading = text === null ? null : { text, confidence: 1, characters: [...text].map(() => 1) };
  const found = reading ? [{ box: [...BOX] as [number, number, number, number], score: 0.9, reading }] : [];
  return { sample, failure: '', found, given: [reading] };
}
