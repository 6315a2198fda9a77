import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import type { Bounds } from '../statistics/level.js';
import { minimumCllr } from './cllr.js';
import { decidability } from './decidability.js';
import { type DetectionCost, minimumDetectionCost } from './detection-cost.js';
import type { EqualErrorRate } from './eer.js';
import { fmrAt, fnmrAt } from './error-rates.js';
import { type RateAtThreshold, zeroFmr, zeroFnmr } from './fvc-rates.js';
import type { OperatingSides } from './operating-point-metrics.js';
import type { PointEstimate } from './point-estimate.js';
import { type Estimate, type Floor, type Rate, unavailable, unavailableRate } from './rate.js';
import { rocchEqualErrorRate } from './rocch.js';
import type { RankedScores } from './scores.js';
import type { StatisticReplicates } from './statistic-replicates.js';
import { SUMMARY_COSTS } from './summary-costs.js';
import type { FailureView, MetricOf } from './verification-metric.js';

/** A number of both kinds of comparisons, with the comparisons behind it. */
export type SummaryStatistic = Estimate & { readonly trials: number };

/** The scores in one number each, and the error rates at the two ends of the curve. */
export type SummaryMetric = MetricOf<'zero-FMR' | 'zero-FNMR', Rate> | MetricOf<SummaryName, SummaryStatistic>;

/**
 * ZeroFMR and ZeroFNMR, EER of the convex hull, d', minDCF and min Cllr. The last four have no interval but that of the
 * bootstrap, and are left out without it: no number stands alone. ZeroFMR and ZeroFNMR hang on one score, the most
 * extreme of all, and are never resolved; their floor bounds the rate that is zero. Where the EER is not resolved, that of
 * the hull and min Cllr are not either, and minDCF is not where one of the two rates at its threshold is not.
 */
export function summaryMetrics(
  { mated, nonMated }: OperatingSides,
  eer: EqualErrorRate,
  replicates: StatisticReplicates | undefined,
  level: number,
  failures: FailureView,
): SummaryMetric[] {
  const common = { failures, at: null, threshold: null, thresholdFrom: null };
  const ends: SummaryMetric[] = [
    endOfCurve('zero-FMR', zeroFmr(mated, nonMated, level), (threshold) => fmrAt(nonMated, threshold, level)),
    endOfCurve('zero-FNMR', zeroFnmr(mated, nonMated, level), (threshold) => fnmrAt(mated, threshold, level)),
  ].map((metric) => ({ ...common, ...metric }));
  if (!replicates) return ends;
  const settled = (metric: SummaryName, point: PointEstimate, bound?: Widening) =>
    settle(metric, point, percentileInterval(replicates[metric], level), bound, level);
  const cost = minimumDetectionCost(mated, nonMated, SUMMARY_COSTS);
  return [
    ...ends,
    {
      ...common,
      metric: 'EER-ROCCH',
      result: settled(
        'EER-ROCCH',
        rocchEqualErrorRate(mated, nonMated),
        eer.interval ? { bounds: eer.interval, floor: eer.floor } : undefined,
      ),
    },
    { ...common, metric: 'd-prime', result: settled('d-prime', decidability(mated, nonMated)) },
    {
      ...common,
      metric: 'minDCF',
      at: `mated ${SUMMARY_COSTS.mated}`,
      threshold: cost.threshold,
      thresholdFrom: cost.threshold === null ? null : 'self',
      result: settled('minDCF', cost, costBounds(mated, nonMated, cost, level)),
    },
    { ...common, metric: 'minCllr', result: settled('minCllr', minimumCllr(mated, nonMated), cllrBounds(eer)) },
  ];
}

type SummaryName = 'd-prime' | 'minDCF' | 'minCllr' | 'EER-ROCCH';

/** How far an interval must reach at least, and why the figure is not resolved. */
interface Widening {
  readonly bounds: Bounds;
  readonly floor: Floor | null;
}

function settle(
  of: SummaryName,
  point: PointEstimate,
  drawn: Bounds | undefined,
  widening: Widening | undefined,
  level: number,
): SummaryStatistic {
  const trials = point.matedTrials + point.nonMatedTrials;
  if (point.state === 'unavailable') return { ...unavailable(point.reason), trials };
  if (!drawn) {
    return { ...unavailable('Too few replicates of the bootstrap have a value to give an interval.'), trials };
  }
  const low = Math.min(drawn.low, widening?.bounds.low ?? drawn.low);
  const high = Math.max(drawn.high, widening?.bounds.high ?? drawn.high);
  if (low === high)
    return {
      ...unavailable(`${of} does not vary between the replicates of the bootstrap, so that it has no interval.`),
      trials,
    };
  const result = { value: point.value, interval: { low, high, level, method: 'subject-bootstrap' } as const, trials };
  if (!widening?.floor) return { ...result, state: 'resolved', floor: null };
  const floor: Floor = { ...widening.floor, of, upperBound: high, upperBoundIfIndependent: high };
  return { ...result, state: 'unresolved', floor };
}

/** The cost of the lower and of the upper ends of the two rates at the threshold of the lowest cost. */
function costBounds(
  mated: RankedScores,
  nonMated: RankedScores,
  { threshold, value }: DetectionCost,
  level: number,
): Widening | undefined {
  if (threshold === null || value === null) return undefined;
  const [fmr, fnmr] = [fmrAt(nonMated, threshold, level), fnmrAt(mated, threshold, level)];
  if (!fmr.interval || !fnmr.interval) return undefined;
  const { miss, falseAlarm, mated: share } = SUMMARY_COSTS;
  const unit = Math.min(miss * share, falseAlarm * (1 - share));
  const costOf = (matches: number, misses: number) =>
    Math.min(1, (miss * share * misses + falseAlarm * (1 - share) * matches) / unit);
  return {
    bounds: {
      low: Math.min(value, costOf(fmr.interval.low, fnmr.interval.low)),
      high: Math.max(value, costOf(fmr.interval.high, fnmr.interval.high)),
    },
    floor: fmr.floor ?? fnmr.floor,
  };
}

/**
 * Where the EER is not resolved: the best calibration is at least as good as that of the two decisions at one threshold,
 * whose cost the upper ends of the two rates there bound.
 */
function cllrBounds({ at, floor }: EqualErrorRate): Widening | undefined {
  const [p, q] = [at?.fmr.interval?.high, at?.fnmr.interval?.high];
  if (!floor || p === undefined || q === undefined) return undefined;
  return { bounds: { low: 0, high: cllrOfDecisions(p, q) }, floor };
}

/** Cllr of a system that only says match or no match, calibrated: the two likelihood ratios are (1 - q)/p and q/(1 - p). */
function cllrOfDecisions(p: number, q: number): number {
  if (p + q >= 1) return 1;
  const bits = (weight: number, ratio: number) => (weight === 0 ? 0 : weight * Math.log2(1 + ratio));
  const ofMated = bits(1 - q, p / (1 - q)) + bits(q, (1 - p) / q);
  const ofNonMated = bits(p, (1 - q) / p) + bits(1 - p, q / (1 - p));
  return Math.min(1, (ofMated + ofNonMated) / 2);
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
