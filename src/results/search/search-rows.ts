import { withoutFailedSearches } from '../../metrics/identification/search.js';
import { thresholdAtFpir } from '../../metrics/identification/threshold-at-fpir.js';
import { DEFAULT_REPLICATES } from '../../statistics/dependence/bootstrap.js';
import type { TaskPlace } from '../comparison-rows.js';
import { failureRows } from '../failure-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow } from '../metric-rows.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { AT_THRESHOLD_OF, EXCLUDED } from './list-names.js';
import { type ListSearches, listSearches } from './list-searches.js';
import type { SearchLists } from './search-lists.js';
import { allLists } from './search-tables.js';
import { alarmRows, galleryRows, type SearchLook, searchViewRows } from './search-view-rows.js';
import { splitRows } from './split-rows.js';

/** The figures of searches in lists under one system. */
export function searchRows(
  task: Pick<TaskRecord, 'at' | 'level' | 'search'>,
  own: SystemTables,
  lists: SearchLists | undefined,
  place: TaskPlace,
  seed: number,
): MetricRow[] {
  const { searches, samples } = own;
  if (!searches || !lists || !task.search) return [];
  const found = allLists(lists).flatMap((list, l) => {
    const tables = searches.lists[l];
    return tables ? [listSearches(list, samples, tables)] : [];
  });
  const rows =
    task.search.kind === 'splits'
      ? splitRows({ task, lists, found, own, place, seed })
      : sizeRows(task, found, place, seed);
  return [...rows, ...failureRows({ ...place, group: 'all' }, samples, task.level)];
}

/** The figures of lists that differ in size, and of each at the thresholds of the smallest one. */
function sizeRows(
  { at, level }: Pick<TaskRecord, 'at' | 'level'>,
  lists: readonly ListSearches[],
  place: TaskPlace,
  seed: number,
): MetricRow[] {
  const look: SearchLook = {
    targets: at.map(Number),
    level,
    galleryIsSample: false,
    bootstrap: { replicates: DEFAULT_REPLICATES, seed },
  };
  const [smallest] = lists;
  return lists.flatMap((list) => [
    ...listRows(list, place, look),
    ...(smallest && list !== smallest ? transferredRows(list, smallest, at, place, look) : []),
  ]);
}

function listRows({ name, searches, gallerySamples, countsAt }: ListSearches, place: TaskPlace, look: SearchLook) {
  const group = { ...place, group: name };
  const counted = searchViewRows(group, searches, { ...look, countsAt });
  const excluded = { ...place, group: `${name}${EXCLUDED}` };
  return [
    ...galleryRows(group, searches, gallerySamples, look.level),
    ...counted,
    // Without a failure both views are the same, and none is computed twice.
    ...(searches.failed.includes(1)
      ? searchViewRows(excluded, withoutFailedSearches(searches), {
          ...look,
          countsAt: answeredCounts(searches, countsAt),
        })
      : counted.map((row) => ({ ...row, group: excluded.group }))),
  ];
}

function answeredCounts({ failed }: ListSearches['searches'], countsAt: ListSearches['countsAt']) {
  return (threshold: number) => countsAt(threshold).filter((_, s) => failed[s] === 0);
}

/** What becomes of false alarms when the list grows and the threshold stays. */
function transferredRows(
  { name, searches, countsAt }: ListSearches,
  smallest: ListSearches,
  at: readonly string[],
  place: TaskPlace,
  look: SearchLook,
): MetricRow[] {
  const group = { ...place, group: `${name}${AT_THRESHOLD_OF}${smallest.name}` };
  return at.flatMap((target) => {
    const point = thresholdAtFpir(smallest.searches, Number(target));
    if (point.state === 'unavailable') return [];
    const { threshold } = point;
    const row = (metric: string) => baseRow(group, { metric, at: target, threshold, calibration: smallest.name });
    return alarmRows(row, searches, threshold, { ...look, countsAt });
  });
}
