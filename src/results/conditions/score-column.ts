import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { type Comparison, parseTable } from '../comparison-table.js';

const COLUMNS = ['score', 'failure'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * The scores of comparisons that another table names, in its order, as CSV: what is compared through many conditions is
 * written down once.
 */
export function formatScoreColumn(comparisons: readonly Comparison[]): string {
  const rows = comparisons.map(({ score, failure }) => [score === undefined ? '' : formatFloat32(score), failure]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a column back beside the comparisons that it is of. Throws with the file's name and line. */
export function parseScoreColumn(text: string, name: string, named: readonly Comparison[]): Comparison[] {
  const rows = parseTable<Row>(text, name, COLUMNS);
  if (rows.length !== named.length) {
    throw new FalsematchError(
      `${name} must have a line for each of ${named.length} comparisons, and has ${rows.length}; the file was edited or damaged.`,
    );
  }
  return rows.map(({ score: cell, failure }, index) => {
    const score = cell === '' ? undefined : Math.fround(Number(cell));
    const { score: _, failure: __, ...comparison } = named[index] as Comparison;
    if ((score === undefined) === (failure === '') || (score !== undefined && !Number.isFinite(score))) {
      throw new FalsematchError(
        `${name}, line ${index + 2}: a comparison has either a score or a failure; the file was edited or damaged.`,
      );
    }
    return { ...comparison, ...(score === undefined ? {} : { score }), failure };
  });
}
