import type { PlateEstimate } from '../../metrics/plates/resample.js';
import type { Rate } from '../../metrics/rate.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, estimateCells, type Place, rateRows } from '../metric-rows.js';

/** What names a figure of plates. */
export type PlateFigure = Pick<MetricRow, 'metric' | 'at'> & Partial<Pick<MetricRow, 'threshold'>>;

/** The row of a number that is no plain share. */
export function estimateRow(place: Place, figure: PlateFigure, estimate: PlateEstimate): MetricRow {
  const { trials, over, drawn, clusters } = estimate;
  const subjects = drawn === 'vehicles' ? clusters : null;
  return { ...baseRow(place, figure), ...estimateCells(estimate), trials, over, subjects };
}

/** The row of a rate with its default interval, for figures of which there are many. */
export function rateRow(place: Place, figure: PlateFigure, rate: Rate): MetricRow[] {
  return rateRows(baseRow(place, figure), rate).slice(0, 1);
}
