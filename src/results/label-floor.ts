import type { MetricRow } from './metric-row.js';
import type { DatasetRecord } from './run-record.js';

/** Rates whose target, or value, is a false-match rate. */
const FALSE_MATCHES = ['FMR', 'FNMR@FMR', 'FNMR'];

/**
 * Marks the figures at false-match rates at which the labels of the dataset are wrong as often as the system: they
 * measure the labels.
 */
export function markLabelFloor(rows: readonly MetricRow[], floor: DatasetRecord['labelFloor']): MetricRow[] {
  if (!floor) return [...rows];
  return rows.map((row) => {
    const below = FALSE_MATCHES.includes(row.metric) && row.at !== '' && Number(row.at) < floor.fmr;
    return below ? { ...row, resolvable: labelFloorText(floor) } : row;
  });
}

/** Why a rate below the floor is not resolved. */
export function labelFloorText({ fmr, note }: NonNullable<DatasetRecord['labelFloor']>): string {
  return `no: FMR below ${fmr.toExponential()} measures the labels here: ${note}`;
}
