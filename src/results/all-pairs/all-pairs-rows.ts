import { type AllPairsOperatingPoint, allPairsFnmrAtFmr, differentViews } from '../../metrics/all-pairs/fnmr-at-fmr.js';
import { allPairsRatesByGroup } from '../../metrics/all-pairs/group-rates.js';
import type { OperatingPointMetric } from '../../metrics/operating-point-metrics.js';
import type { FailureView } from '../../metrics/verification-metric.js';
import type { TaskPlace } from '../comparison-rows.js';
import { failureRows } from '../failure-rows.js';
import { groupRateRows } from '../group-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, metricRows } from '../metric-rows.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { type ScoredSystem, scoredSystem, thresholdPlace } from './all-pairs-scores.js';

/** What a view is called in a row. */
const GROUP: Readonly<Record<FailureView, string>> = { counted: 'all', excluded: 'failures-excluded' };

/** The figures of a comparison of every sample with every other under one system. */
export function allPairsRows(
  { at, level }: Pick<TaskRecord, 'at' | 'level'>,
  own: SystemTables,
  place: TaskPlace,
  seed: number,
): MetricRow[] {
  const system = scoredSystem(own);
  if (!system) return [];
  const views = differentViews(system.scores);
  const rows = new Map(views.map((view) => [view, viewRows(system, at, view, place, { level, seed })]));
  const counted = rows.get('counted') ?? [];
  // Without a failure both views are the same, and none is computed twice.
  const excluded = rows.get('excluded') ?? counted.map((row) => ({ ...row, group: GROUP.excluded }));
  return [
    ...counted,
    ...excluded,
    ...failureRows({ ...place, group: GROUP.counted }, own.samples, level),
    ...at.flatMap((point) => groupRowsAt(system, point, level, place)),
  ];
}

function viewRows(
  { scores, subjects, tables }: ScoredSystem,
  at: readonly string[],
  view: FailureView,
  place: TaskPlace,
  options: { readonly level: number; readonly seed: number },
): MetricRow[] {
  const { thresholds } = tables.falseMatches;
  const targets = at.map((point) => ({
    target: Number(point),
    falseMatches: thresholds[thresholdPlace(thresholds, subjects, Number(point), view)]?.counts,
  }));
  return allPairsFnmrAtFmr(scores, targets, view, options).flatMap((point) =>
    pointMetrics(point, view).flatMap((metric) => metricRows({ ...place, group: GROUP[view] }, metric)),
  );
}

/** The metrics of an operating point, in the order in which a list of pairs has them. */
function pointMetrics(
  { target, operatingPoint, fnmrAtFmr, fmr, fnmr }: AllPairsOperatingPoint,
  failures: FailureView,
): OperatingPointMetric[] {
  const threshold = operatingPoint.state === 'set' ? operatingPoint.threshold : null;
  const common = { failures, at: target.toExponential(), threshold, thresholdFrom: 'self' };
  return [
    { metric: 'FNMR@FMR', ...common, result: fnmrAtFmr.overComparisons, operatingPoint },
    { metric: 'FNMR@FMR', ...common, result: fnmrAtFmr.overSubjects, operatingPoint },
    { metric: 'FMR', ...common, result: fmr },
    { metric: 'FNMR', ...common, result: fnmr.overComparisons },
    { metric: 'FNMR', ...common, result: fnmr.overSubjects },
  ];
}

/** The rates of groups, failures counted. */
function groupRowsAt(
  { scores, subjects, tables }: ScoredSystem,
  at: string,
  level: number,
  place: TaskPlace,
): MetricRow[] {
  const { thresholds, groups } = tables.falseMatches;
  const found = thresholds[thresholdPlace(thresholds, subjects, Number(at), 'counted')];
  if (!found) return [];
  return groups.flatMap((named, k) => {
    const counts = found.groups[k];
    if (!counts) return [];
    const { threshold } = counts;
    const row = (metric: string, group: string) =>
      baseRow({ ...place, group }, { metric, at, threshold, calibration: 'self' });
    return groupRateRows(row, named.heading, allPairsRatesByGroup(scores, named, counts, 'counted', level));
  });
}
