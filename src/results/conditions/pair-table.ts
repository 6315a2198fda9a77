import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import { type Comparison, parseTable } from '../comparison-table.js';

/** A comparison by its samples, whatever became of it. */
export type NamedComparison = Omit<Comparison, 'score' | 'failure'>;

const COLUMNS = ['a', 'b', 'subject_a', 'subject_b', 'mated', 'fold'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** What is compared as CSV, once for all systems and conditions of a task. */
export function formatPairs(comparisons: readonly NamedComparison[]): string {
  const rows = comparisons.map(({ a, b, subjectA, subjectB, mated, fold }) => [
    a,
    b,
    subjectA,
    subjectB,
    mated ? '1' : '0',
    fold ?? '',
  ]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parsePairs(text: string, name: string): NamedComparison[] {
  return parseTable<Row>(text, name, COLUMNS).map(({ a, b, subject_a, subject_b, mated, fold }, index) => {
    if (mated !== '0' && mated !== '1') {
      throw new FalsematchError(`${name}, line ${index + 2}: mated must be 0 or 1, not "${mated}".`);
    }
    const named = { a, b, subjectA: subject_a, subjectB: subject_b, mated: mated === '1' };
    return fold === '' ? named : { ...named, fold: Number(fold) };
  });
}
