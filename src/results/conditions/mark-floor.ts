import type { Floor } from '../../metrics/rate.js';
import type { MetricRow } from '../metric-row.js';
import { floorText } from '../metric-rows.js';

/** Rows of misses at a threshold whose target nobody can resolve say so, whatever the misses are. */
export function markFloor(rows: readonly MetricRow[], floor: Floor | null): MetricRow[] {
  return floor ? rows.map((row) => ({ ...row, resolvable: floorText(floor) })) : [...rows];
}
