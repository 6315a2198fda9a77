import { fmrAt, fnmrAt } from '../metrics/error-rates.js';
import { fpirAt } from '../metrics/identification/rates.js';
import { rankScores } from '../metrics/scores.js';
import type { MetricRow } from '../results/metric-row.js';
import { baseRow, rateRows } from '../results/metric-rows.js';
import type { SystemTask } from '../results/run-rows.js';
import { listSearches } from '../results/search/list-searches.js';
import { allLists } from '../results/search/search-tables.js';
import { sidesOf } from '../results/task-scores.js';

/** What rows say set a threshold that a claim names. */
export const GIVEN = 'given';

/**
 * The error rates at a threshold that somebody recommends, computed from scores: of a list of pairs FMR and FNMR, of
 * searches FPIR for every list. Other protocols keep no score for every comparison, and give nothing.
 */
export function rowsAtThreshold(
  { task, tables, own, place }: SystemTask,
  threshold: number,
  level: number,
): MetricRow[] {
  const rowOf = (group: string) => (metric: string) =>
    baseRow({ ...place, group }, { metric, threshold, calibration: GIVEN });
  if (own.comparisons.length > 0) {
    const row = rowOf('all');
    const sides = sidesOf(own.comparisons);
    return [
      ...rateRows(row('FNMR'), fnmrAt(rankScores(sides.mated, 'mated'), threshold, level)),
      ...rateRows(row('FMR'), fmrAt(rankScores(sides.nonMated, 'non-mated'), threshold, level)),
    ];
  }
  const lists = tables.get(task.id)?.lists;
  if (!own.searches || !lists) return [];
  return allLists(lists).flatMap((list, at) => {
    const found = own.searches?.lists[at];
    if (!found) return [];
    const { name, searches } = listSearches(list, own.samples, found);
    return rateRows(rowOf(name)('FPIR'), fpirAt(searches, threshold, { level }));
  });
}
