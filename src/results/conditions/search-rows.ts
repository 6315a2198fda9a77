import { fnirAt, fpirAt } from '../../metrics/identification/rates.js';
import { countSearches, type SearchKind } from '../../metrics/identification/search.js';
import { thresholdAtFpir } from '../../metrics/identification/threshold-at-fpir.js';
import { unavailableRate } from '../../metrics/rate.js';
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
import { markFloor } from './mark-floor.js';

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
  const calibration = condition?.thresholdsFrom ?? '';
  const points = at.flatMap((target) => {
    const point = thresholdAtFpir(published, Number(target), { level });
    const threshold = point.state === 'set' ? point.threshold : null;
    const row = (metric: string) => baseRow(group, { metric, at: target, threshold, calibration });
    if (point.state === 'unavailable') {
      const missing = (kind: SearchKind) =>
        unavailableRate(point.reason, { trials: countSearches(searches, kind).searches, over: 'searches' });
      return [
        ...['FNIR', 'FNIR-rank-1'].flatMap((metric) => rateRows(row(metric), missing('mated'))),
        ...rateRows(row('FPIR'), missing('non-mated')),
      ];
    }
    const missed = (rank: number) => fnirAt(searches, { rank, threshold: point.threshold }, { level });
    return [
      ...markFloor(rateRows(row('FNIR'), missed(Number.POSITIVE_INFINITY)), point.floor),
      ...markFloor(rateRows(row('FNIR-rank-1'), missed(1)), point.floor),
      ...rateRows(row('FPIR'), fpirAt(searches, point.threshold, { level })),
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
