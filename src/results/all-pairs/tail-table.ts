import { stringify } from 'csv-stringify/sync';
import type { ScoredPairs } from '../../comparison/upper-tail.js';
import { FalsematchError } from '../../files/errors.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { float32Cell } from '../cells.js';
import { parseTable } from '../comparison-table.js';
import type { SampleOutcome } from '../sample-table.js';

const COLUMNS = ['a', 'b', 'score'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** The share of the non-mated comparisons of which a run keeps every single one, and the fewest that it keeps. */
const STORED_SHARE = 1e-4;
export const LEAST_STORED = 10_000;

/**
 * The part of the upper tail that a run directory keeps: down to a false-match rate of 1e-4, ten thousand comparisons at
 * least, whole blocks of equal scores together.
 */
export function storedTail({ scores, first, second }: ScoredPairs, nonMated: number): ScoredPairs {
  const wanted = Math.max(Math.floor(nonMated * STORED_SHARE) + 1, LEAST_STORED);
  let end = Math.min(wanted, scores.length);
  while (end > 0 && end < scores.length && scores[end] === scores[end - 1]) end += 1;
  return { scores: scores.slice(0, end), first: first.slice(0, end), second: second.slice(0, end) };
}

/** The tail as CSV, highest score first; `first` and `second` are places among the samples. */
export function formatTail({ scores, first, second }: ScoredPairs, samples: readonly SampleOutcome[]): string {
  const id = (place: number | undefined) => samples[place ?? -1]?.sample ?? '';
  const rows = Array.from(scores, (score, k) => [id(first[k]), id(second[k]), formatFloat32(score)]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a tail back. Throws with the file's name and line for whatever is not one. */
export function parseTail(text: string, name: string, samples: readonly SampleOutcome[]): ScoredPairs {
  const rows = parseTable<Row>(text, name, COLUMNS);
  const places = new Map(samples.map(({ sample }, place) => [sample, place]));
  const placeOf = (sample: string, index: number) => {
    const place = places.get(sample);
    if (place !== undefined) return place;
    throw new FalsematchError(`${name}, line ${index + 2}: the table of samples has no "${sample}".`);
  };
  return {
    scores: Float32Array.from(rows, ({ score }, index) => float32Cell(score, `${name}, line ${index + 2}`)),
    first: Int32Array.from(rows, ({ a }, index) => placeOf(a, index)),
    second: Int32Array.from(rows, ({ b }, index) => placeOf(b, index)),
  };
}
