import { fnirAt, fpirAt } from '../../metrics/identification/rates.js';
import { thresholdAtFpir } from '../../metrics/identification/threshold-at-fpir.js';
import type { TaskPlace } from '../comparison-rows.js';
import { failureRows } from '../failure-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, rateRows } from '../metric-rows.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { listSearches } from '../search/list-searches.js';
import type { SearchLists } from '../search/search-lists.js';
import { allLists } from '../search/search-tables.js';
import { galleryRows, rankRows } from '../search/search-view-rows.js';

/** What the figures of searches with probes through a condition are made of. */
export interface SeenSearches {
  readonly task: Pick<TaskRecord, 'at' | 'level' | 'condition'>;
  readonly own: SystemTables;
  /** The tables of the same searches with probes as published. */
  readonly source: SystemTables | undefined;
  readonly lists: SearchLists | undefined;
}

/**
 * FNIR and FPIR under a condition at the thresholds that searches with probes as published have set for target FPIRs, how
 * often the mate is among the best candidates whatever its score, and the failures.
 */
export function seenSearchRows({ task, own, source, lists }: SeenSearches, place: TaskPlace): MetricRow[] {
  const [list] = lists ? allLists(lists) : [];
  const [found] = own.searches?.lists ?? [];
  const [clean] = source?.searches?.lists ?? [];
  if (!list || !found || !clean || !source) return [];
  const { level, at, condition } = task;
  const { name, searches, gallerySamples } = listSearches(list, own.samples, found);
  const published = listSearches(list, source.samples, clean).searches;
  const group = { ...place, group: name };
  const points = at.flatMap((target) => {
    const point = thresholdAtFpir(published, Number(target));
    if (point.state === 'unavailable') return [];
    const { threshold } = point;
    const calibration = condition?.thresholdsFrom ?? '';
    const row = (metric: string) => baseRow(group, { metric, at: target, threshold, calibration });
    const anyRank = { rank: Number.POSITIVE_INFINITY, threshold };
    return [
      ...rateRows(row('FNIR'), fnirAt(searches, anyRank, { level })),
      ...rateRows(row('FNIR-rank-1'), fnirAt(searches, { rank: 1, threshold }, { level })),
      ...rateRows(row('FPIR'), fpirAt(searches, threshold, { level })),
    ];
  });
  return [
    ...galleryRows(group, searches, gallerySamples, level),
    ...rankRows(group, searches, { level }),
    ...points,
    ...failureRows(
      { ...place, group: 'all' },
      own.samples.filter((_, k) => lists?.samples[k]?.roles.includes('probe')),
      level,
    ),
  ];
}
