import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { FalsematchError, messageOf } from '../files/errors.js';
import { formatFloat32 } from '../statistics/float32.js';

/** Cosines of float32 templates may exceed 1 by rounding, and by no more than this. */
export const ROUNDING = 1e-4;

/** One comparison of a pair-list protocol, as it stands in the run directory. */
export interface Comparison {
  readonly a: string;
  readonly b: string;
  /** Empty where the dataset does not say who is on the picture. */
  readonly subjectA: string;
  readonly subjectB: string;
  readonly mated: boolean;
  readonly fold?: number;
  /** A float32 value; absent when a sample failed. */
  readonly score?: number;
  /** Which side failed and why, e.g. `a:no-face`; empty when both gave a template. */
  readonly failure: string;
}

const COLUMNS = ['a', 'b', 'subject_a', 'subject_b', 'mated', 'fold', 'score', 'failure'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** The table as CSV; scores are the shortest decimals that give the same float32 back. */
export function formatComparisons(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ a, b, subjectA, subjectB, mated, fold, score, failure }) => [
    a,
    b,
    subjectA,
    subjectB,
    mated ? '1' : '0',
    fold ?? '',
    score === undefined ? '' : formatFloat32(score),
    failure,
  ]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseComparisons(text: string, name: string): Comparison[] {
  return parseTable<Row>(text, name, COLUMNS).map((row, index) => {
    const where = `${name}, line ${index + 2}`;
    const score = row.score === '' ? undefined : Math.fround(Number(row.score));
    if (row.mated !== '0' && row.mated !== '1')
      throw new FalsematchError(`${where}: mated must be 0 or 1, not "${row.mated}".`);
    if (score !== undefined && !Number.isFinite(score))
      throw new FalsematchError(`${where}: "${row.score}" is not a score.`);
    if ((score === undefined) === (row.failure === '')) {
      throw new FalsematchError(
        `${where}: a comparison has either a score or a failure; the file was edited or damaged.`,
      );
    }
    return {
      a: row.a,
      b: row.b,
      subjectA: row.subject_a,
      subjectB: row.subject_b,
      mated: row.mated === '1',
      ...(row.fold === '' ? {} : { fold: Number(row.fold) }),
      ...(score === undefined ? {} : { score }),
      failure: row.failure,
    };
  });
}

/** Reads a CSV whose header must be exactly `columns`. */
export function parseTable<R>(text: string, name: string, columns: readonly string[]): R[] {
  const [header = [], ...rows] = readRows(text, name);
  if (header.join() !== columns.join()) {
    throw new FalsematchError(`${name} must have the columns ${columns.join(', ')}; it has ${header.join(', ')}.`);
  }
  return rows.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])) as R);
}

/** Reads a CSV as rows of cells, the header first. */
export function readRows(text: string, name: string): string[][] {
  try {
    return parse(text, { bom: false });
  } catch (cause) {
    throw new FalsematchError(`${name} is not a CSV table (${messageOf(cause)}).`, { cause });
  }
}
