import { QUALITY_MEASURES, type QualityMeasure, type QualityMeasures } from '../../extraction/face-quality.js';
import { FalsematchError } from '../../files/errors.js';
import { decodeNpy, encodeNpy } from '../../files/npy.js';
import type { SampleOutcome } from '../sample-table.js';

/** The quality of one sample of a task under one system: the measures of its face, or why there is no template. */
export type SampleQuality =
  | { readonly measures: QualityMeasures; readonly failure: '' }
  | { readonly measures: null; readonly failure: string };

const WIDTH = QUALITY_MEASURES.length;

/** Measures are kept to so many digits, and float32 holds more. */
const DIGITS = 4;

/** A share cannot be larger. */
const SHARES: readonly QualityMeasure[] = ['brightness', 'score'];

/**
 * The measures of the samples as a NumPy array of float32, a row for each in the order of the task's samples and a column
 * for each measure; NaN for a sample that failed.
 */
export function encodeQuality(qualities: readonly SampleQuality[]): Uint8Array {
  const data = new Float32Array(qualities.length * WIDTH).fill(Number.NaN);
  for (const [row, { measures }] of qualities.entries()) {
    if (measures)
      data.set(
        QUALITY_MEASURES.map((measure) => measures[measure]),
        row * WIDTH,
      );
  }
  return encodeNpy(data, [qualities.length, WIDTH]);
}

/** Reads the measures of samples back. Throws with the file's name and row for whatever is not such an array. */
export function decodeQuality(
  bytes: Uint8Array,
  name: string,
  samples: readonly Pick<SampleOutcome, 'failure'>[],
): SampleQuality[] {
  const { data, shape } = decodeNpy(bytes, name);
  if (!(data instanceof Float32Array) || shape[0] !== samples.length || shape[1] !== WIDTH || shape.length !== 2) {
    throw new FalsematchError(
      `${name} must hold ${WIDTH} float32 measures of each of the task's ${samples.length} samples, and holds an array of (${shape.join(', ')}); the file was edited or belongs to another run.`,
    );
  }
  return samples.map(({ failure }, row): SampleQuality => {
    const values = [...data.subarray(row * WIDTH, (row + 1) * WIDTH)];
    if (values.some(Number.isNaN) !== (failure !== '') || (failure !== '' && !values.every(Number.isNaN))) {
      throw new FalsematchError(
        `${name}, row ${row + 1}: a sample has either all of ${QUALITY_MEASURES.join(', ')} or a failure; the file was edited or damaged.`,
      );
    }
    if (failure !== '') return { measures: null, failure };
    const measures = QUALITY_MEASURES.map(
      (measure, column) => [measure, measureOf(measure, values[column] ?? 0, `${name}, row ${row + 1}`)] as const,
    );
    return { measures: Object.fromEntries(measures) as Record<QualityMeasure, number>, failure: '' };
  });
}

function measureOf(measure: QualityMeasure, value: number, where: string): number {
  const most = SHARES.includes(measure) ? 1 : Number.MAX_VALUE;
  if (value >= 0 && value <= most) return Number(value.toPrecision(DIGITS));
  throw new FalsematchError(
    `${where}: ${value} is no ${measure}, which is a number ${most === 1 ? 'from 0 to 1' : 'from 0'}; the file was edited or damaged.`,
  );
}
