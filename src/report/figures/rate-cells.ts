import type { MetricRow } from '../../results/metric-row.js';
import type { FigureCell } from './figure.js';

/** The columns of a rate in the numbers of a figure. */
export const RATE_COLUMNS = ['metric', 'at', 'value', 'low', 'high', 'errors', 'trials', 'over', 'resolvable'] as const;

/** A rate as the numbers of a figure have it. */
export function rateCells(row: MetricRow): FigureCell[] {
  return RATE_COLUMNS.map((column) => row[column]);
}

/** What every caption says of markers. */
export const MARKERS =
  'A hollow marker with a dashed bar, and a star in the numbers, is a rate that the data cannot resolve: read its interval, not its value.';
