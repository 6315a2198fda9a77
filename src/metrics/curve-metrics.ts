import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import { type AreaUnderCurve, areaUnderCurve } from './auc.js';
import { type EqualErrorRate, equalErrorRate } from './eer.js';
import type { OperatingSides } from './operating-point-metrics.js';
import { type Estimate, type Floor, guard, type Interval } from './rate.js';
import type { StatisticReplicates } from './statistic-replicates.js';
import { type SummaryMetric, summaryMetrics } from './summary-metrics.js';
import type { FailureView, MetricOf } from './verification-metric.js';

/** The figures of all thresholds together. */
export type CurveMetric = MetricOf<'EER', EqualErrorRate> | MetricOf<'AUC', AreaUnderCurve> | SummaryMetric;

/**
 * EER, AUC and the summaries of the scores. Their intervals are those of the subject bootstrap where subjects are known,
 * and reach at least to those that each figure has without it: percentiles of few errors look surer than they are. Where
 * the two rates at the EER rest on few errors none of these figures is resolved.
 */
export function curveMetrics(
  sides: OperatingSides,
  replicates: StatisticReplicates | undefined,
  level: number,
  failures: FailureView,
): CurveMetric[] {
  const { mated, nonMated } = sides;
  const eer = withReplicates(equalErrorRate(mated, nonMated, level), replicates?.EER, level);
  const auc = withReplicates(areaUnderCurve(mated, nonMated, level), replicates?.AUC, level);
  const common = { failures, at: null, threshold: null, thresholdFrom: null };
  const threshold = eer.at?.threshold ?? null;
  return [
    { metric: 'EER', ...common, threshold, thresholdFrom: eer.at && 'self', result: eer },
    { metric: 'AUC', ...common, result: mated.subjects && nonMated.subjects ? belowPoint(auc, eer) : auc },
    ...summaryMetrics(sides, eer, replicates, level, failures),
  ];
}

/** The estimate with an interval that also holds the percentiles of its replicates. */
function withReplicates<E extends Estimate>(estimate: E, replicates: Float64Array | undefined, level: number): E {
  const drawn = replicates && percentileInterval(replicates, level);
  if (!drawn || estimate.state === 'unavailable') return estimate;
  const method = estimate.state === 'resolved' ? 'subject-bootstrap' : estimate.interval.method;
  return { ...estimate, interval: { ...guard(drawn, estimate), level, method } };
}

/**
 * AUC where the EER is not resolved: a curve through the point (FMR, FNMR) leaves at least (1 - FMR)(1 - FNMR) below it,
 * so the upper ends of the two rates at the EER bound the area.
 */
function belowPoint(auc: AreaUnderCurve, { at, floor }: EqualErrorRate): AreaUnderCurve {
  const [fmr, fnmr] = [at?.fmr, at?.fnmr];
  if (!floor || auc.state === 'unavailable' || !fmr?.interval || !fnmr?.interval) return auc;
  const least = (1 - fmr.interval.high) * (1 - fnmr.interval.high);
  const interval: Interval = { ...auc.interval, low: Math.min(auc.interval.low, least) };
  const exact = (1 - fmr.independent.exact.high) * (1 - fnmr.independent.exact.high);
  const own: Floor = {
    reason: auc.floor?.reason ?? floor.reason,
    of: '1-AUC',
    upperBound: 1 - interval.low,
    upperBoundIfIndependent: auc.floor?.upperBoundIfIndependent ?? 1 - exact,
    level: interval.level,
  };
  return { ...auc, state: 'unresolved', interval, floor: own };
}
