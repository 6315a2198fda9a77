import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import type { SideReplicates } from './bootstrap-sides.js';
import { minimumCllr } from './cllr.js';
import { decidability } from './decidability.js';
import { minimumDetectionCost } from './detection-cost.js';
import { fmrAt, fnmrAt } from './error-rates.js';
import { type RateAtThreshold, zeroFmr, zeroFnmr } from './fvc-rates.js';
import type { OperatingSides } from './operating-point-metrics.js';
import type { PointEstimate } from './point-estimate.js';
import { type Estimate, type Rate, unavailable, unavailableRate } from './rate.js';
import { rocchEqualErrorRate } from './rocch.js';
import { SUMMARY_COSTS } from './summary-costs.js';
import type { FailureView, MetricOf } from './verification-metric.js';

/** A number of both kinds of comparisons, with the comparisons behind it. */
export type SummaryStatistic = Estimate & { readonly trials: number };

/** The scores in one number each, and the error rates at the two ends of the curve. */
export type SummaryMetric =
  | MetricOf<'zero-FMR' | 'zero-FNMR', Rate>
  | MetricOf<'d-prime' | 'minDCF' | 'minCllr' | 'EER-ROCCH', SummaryStatistic>;

/**
 * ZeroFMR and ZeroFNMR, EER of the convex hull, d', minDCF and min Cllr. The last four have no interval but that of the
 * bootstrap, and are left out without it: no number stands alone. ZeroFMR and ZeroFNMR hang on one score, the most
 * extreme of all, and are never resolved; their floor bounds the rate that is zero.
 */
export function summaryMetrics(
  { mated, nonMated }: OperatingSides,
  replicates: SideReplicates | undefined,
  level: number,
  failures: FailureView,
): SummaryMetric[] {
  const common = { failures, at: null, threshold: null, thresholdFrom: null };
  const ends: SummaryMetric[] = [
    endOfCurve('zero-FMR', zeroFmr(mated, nonMated, level), (threshold) => fmrAt(nonMated, threshold, level)),
    endOfCurve('zero-FNMR', zeroFnmr(mated, nonMated, level), (threshold) => fnmrAt(mated, threshold, level)),
  ].map((metric) => ({ ...common, ...metric }));
  if (!replicates?.statistics) return ends;
  const { statistics } = replicates;
  const at = `mated ${SUMMARY_COSTS.mated}`;
  const summary = (metric: 'd-prime' | 'minDCF' | 'minCllr' | 'EER-ROCCH', point: PointEstimate): SummaryMetric => ({
    ...common,
    metric,
    at: metric === 'minDCF' ? at : null,
    result: withInterval(point, statistics[metric], level),
  });
  return [
    ...ends,
    summary('EER-ROCCH', rocchEqualErrorRate(mated, nonMated)),
    summary('d-prime', decidability(mated, nonMated)),
    summary('minDCF', minimumDetectionCost(mated, nonMated, SUMMARY_COSTS)),
    summary('minCllr', minimumCllr(mated, nonMated)),
  ];
}

function endOfCurve(
  metric: 'zero-FMR' | 'zero-FNMR',
  found: RateAtThreshold,
  zeroAt: (threshold: number) => Rate,
): { metric: 'zero-FMR' | 'zero-FNMR'; threshold: number | null; thresholdFrom: string | null; result: Rate } {
  if (found.state === 'unavailable') {
    const result = unavailableRate(found.reason, { trials: 0, over: 'comparisons' });
    return { metric, threshold: null, thresholdFrom: null, result };
  }
  const { threshold, rate } = found;
  const { floor } = zeroAt(threshold);
  const result: Rate = rate.state === 'unavailable' || !floor ? rate : { ...rate, state: 'unresolved', floor };
  return { metric, threshold, thresholdFrom: 'self', result };
}

function withInterval(point: PointEstimate, replicates: Float64Array, level: number): SummaryStatistic {
  const trials = point.matedTrials + point.nonMatedTrials;
  if (point.state === 'unavailable') return { ...unavailable(point.reason), trials };
  const drawn = percentileInterval(replicates, level);
  if (!drawn)
    return { ...unavailable('Too few replicates of the bootstrap have a value to give an interval.'), trials };
  const interval = { ...drawn, level, method: 'subject-bootstrap' } as const;
  return { state: 'resolved', value: point.value, interval, floor: null, trials };
}
