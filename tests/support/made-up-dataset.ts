import { datasetCardSchema } from '../../src/catalog/dataset-card.js';
import type { Dataset } from '../../src/datasets/open-dataset.js';
import type { Sample } from '../../src/datasets/sample.js';
import type { Extraction } from '../../src/extraction/extraction.js';
import { gaussian } from './gaussian.js';

/** A dataset of these samples that is nowhere on disk. */
export function madeUpDataset(name: string, samples: readonly Sample[]): Dataset {
  const card = datasetCardSchema.parse({
    name,
    title: 'Made up',
    kind: 'faces',
    licence: { name: 'MIT', use: 'any' },
    consent: 'none needed',
    content: { files: 0 },
    layout: { reader: 'pictures' },
  });
  return { card, digest: 'a'.repeat(64), folder: '/x', samples };
}

/** How many samples each of twelve people has: one person has only one. */
export const SAMPLES_OF = [1, 2, 3, 4, 2, 3, 2, 4, 3, 2, 3, 4];

/** Samples "p01/1.jpg" and so on; every second person is a woman, of the last nobody says it; views differ by picture. */
export function peopleSamples(samplesOf: readonly number[] = SAMPLES_OF, prefix = 'p'): Sample[] {
  return samplesOf.flatMap((own, index) => {
    const subject = `${prefix}${String(index + 1).padStart(2, '0')}`;
    const gender = index === samplesOf.length - 1 ? '' : index % 2 === 0 ? 'female' : 'male';
    return Array.from({ length: own }, (_, k) => ({
      id: `${subject}/${k + 1}.jpg`,
      subject,
      attributes: { gender, view: k % 2 === 0 ? 'front' : 'side' },
    }));
  });
}

const DIMENSIONS = 16;

/** A template of unit length for each sample by its id: about that of its person, farther away the larger `apart` is. */
export function unitTemplatesOf(samples: readonly Sample[], { seed = 1, apart = 0.9, dimensions = DIMENSIONS } = {}) {
  const draw = gaussian(seed);
  const vector = () => Float64Array.from({ length: dimensions }, draw);
  const people = new Map<string, Float64Array>();
  return new Map(
    samples.map(({ id, subject = '' }) => {
      const centre = people.get(subject) ?? vector();
      people.set(subject, centre);
      const noise = vector();
      const own = centre.map((value, k) => value + apart * (noise[k] ?? 0));
      const length = Math.hypot(...own);
      return [id, Float32Array.from(own, (value) => value / length)];
    }),
  );
}

/** A template of four halves for each sample, so that every product is a quarter of a whole number and many are equal. */
export function tiedTemplatesOf(samples: readonly Sample[], seed = 1) {
  const draw = gaussian(seed);
  return new Map(samples.map(({ id }) => [id, Float32Array.from({ length: 4 }, () => (draw() < 0 ? -0.5 : 0.5))]));
}

const BOX = [0, 0, 10, 10] as const;
const QUALITY = { size: 4, sharpness: 100, brightness: 0.2, norm: 1 };

/** What extraction makes of samples in the order in which a task wants them; who has no template has no face. */
export function extractionsOf(
  wanted: readonly { readonly id: string }[],
  templates: ReadonlyMap<string, Float32Array>,
  failing: readonly string[] = [],
): Extraction[] {
  return wanted.map(({ id }): Extraction => {
    const template = templates.get(id);
    if (!template || failing.includes(id)) {
      return { state: 'failed', reason: template ? 'no-face' : 'missing', detail: '' };
    }
    return { state: 'ok', faces: [{ box: [...BOX], score: 1, points: [], quality: { ...QUALITY }, template }] };
  });
}
