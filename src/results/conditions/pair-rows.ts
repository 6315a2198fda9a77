import { fmrAt, fnmrAt } from '../../metrics/error-rates.js';
import { unavailableRate } from '../../metrics/rate.js';
import { type RankedScores, rankScores, trialsOf, withoutFailures } from '../../metrics/scores.js';
import type { TaskPlace } from '../comparison-rows.js';
import { failureRows } from '../failure-rows.js';
import type { MetricRow } from '../metric-row.js';
import { baseRow, type Place, rateRows } from '../metric-rows.js';
import { discardRows } from '../quality/discard-rows.js';
import type { TaskRecord } from '../run-record.js';
import type { SystemTables } from '../run-tables.js';
import { sidesOf } from '../task-scores.js';
import { type FixedThreshold, fixedThresholds } from './fixed-threshold.js';
import { markFloor } from './mark-floor.js';

/** What the figures of a list of pairs through a condition are made of. */
export interface SeenPairs {
  readonly task: Pick<TaskRecord, 'at' | 'level' | 'condition'>;
  readonly own: SystemTables;
  /** The tables of the task that sets the thresholds. */
  readonly source: SystemTables | undefined;
}

/**
 * The error rates under a condition at thresholds that pictures as published have set: FNMR with failures to find a face
 * as misses, FMR as it comes out under the condition, and the failures.
 */
export function seenPairRows({ task, own, source }: SeenPairs, place: TaskPlace): MetricRow[] {
  const { level, at, condition } = task;
  const from = condition?.thresholdsFrom ?? '';
  const sides = sidesOf(own.comparisons);
  const mated = rankScores(sides.mated, 'mated');
  const nonMated = rankScores(sides.nonMated, 'non-mated');
  const views = [
    { group: 'all', mated, nonMated },
    { group: 'failures-excluded', mated: withoutFailures(mated), nonMated: withoutFailures(nonMated) },
  ];
  const points = fixedThresholds(source, at, level);
  return [
    ...views.flatMap(({ group, ...view }) =>
      points.flatMap((point) => {
        const rows = rowsAt(point, view, { ...place, group }, { level, from });
        // What would hold if comparisons were independent stands with the pictures as published.
        return group === 'all' ? rows.filter(isAware) : firstOfMetrics(rows);
      }),
    ),
    ...failureRows({ ...place, group: 'all' }, own.samples, level),
    ...(own.quality
      ? discardRows(place, {
          samples: own.samples.map(({ sample }) => sample),
          qualities: own.quality,
          comparisons: own.comparisons,
          // One operating point tells whether a measure helps; every other one would be as many rows again.
          thresholds: points
            .flatMap((point) => (point.state === 'set' ? [{ at: point.at, threshold: point.threshold, from }] : []))
            .slice(0, 1),
          level,
        })
      : []),
  ];
}

/** Whether an interval knows of subjects, or is the only one there is. */
function isAware({ metric, method }: MetricRow, at: number, rows: readonly MetricRow[]): boolean {
  return metric !== rows[at - 1]?.metric || (method !== 'wilson' && method !== 'clopper-pearson');
}

function firstOfMetrics(rows: readonly MetricRow[]): MetricRow[] {
  return rows.filter(({ metric }, at) => metric !== rows[at - 1]?.metric);
}

function rowsAt(
  point: FixedThreshold,
  { mated, nonMated }: { readonly mated: RankedScores; readonly nonMated: RankedScores },
  place: Place,
  { level, from }: { readonly level: number; readonly from: string },
): MetricRow[] {
  const threshold = point.state === 'set' ? point.threshold : null;
  const row = (metric: string) => baseRow(place, { metric, at: point.at, threshold, calibration: from });
  if (point.state === 'unavailable') {
    const missing = (side: RankedScores) =>
      unavailableRate(point.reason, { trials: trialsOf(side), over: 'comparisons' });
    return [...rateRows(row('FNMR'), missing(mated)), ...rateRows(row('FMR'), missing(nonMated))];
  }
  return [
    ...markFloor(rateRows(row('FNMR'), fnmrAt(mated, point.threshold, level)), point.floor),
    ...rateRows(row('FMR'), fmrAt(nonMated, point.threshold, level)),
  ];
}
