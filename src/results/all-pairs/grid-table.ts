import { stringify } from 'csv-stringify/sync';
import type { ThresholdCounts } from '../../statistics/counts.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { countCell, float32Cell } from '../cells.js';
import { parseTable } from '../comparison-table.js';

const COLUMNS = ['threshold', 'count'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * Leaves out the borders of a grid between which no score lies: of a run of equal counts the first and the last border
 * stay, so that every count is still known wherever it was.
 */
export function withoutEmptyCells({ thresholds, countsFrom }: ThresholdCounts): ThresholdCounts {
  const last = countsFrom.length - 1;
  const kept = (_: number, k: number) =>
    k === 0 || k === last || countsFrom[k - 1] !== countsFrom[k] || countsFrom[k] !== countsFrom[k + 1];
  return { thresholds: thresholds.filter(kept), countsFrom: countsFrom.filter(kept) };
}

/** The counts as CSV: how many scores are at each threshold or above. */
export function formatGridCounts({ thresholds, countsFrom }: ThresholdCounts): string {
  const rows = Array.from(thresholds, (threshold, k) => [formatFloat32(threshold), String(countsFrom[k])]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such counts back. Throws with the file's name and line for whatever is not one. */
export function parseGridCounts(text: string, name: string): ThresholdCounts {
  const rows = parseTable<Row>(text, name, COLUMNS);
  const where = (index: number) => `${name}, line ${index + 2}`;
  return {
    thresholds: Float32Array.from(rows, ({ threshold }, index) => float32Cell(threshold, where(index))),
    countsFrom: Float64Array.from(rows, ({ count }, index) => countCell(count, where(index))),
  };
}
