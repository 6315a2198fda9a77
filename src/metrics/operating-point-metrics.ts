import { countByPair } from '../statistics/dependence/subject-pairs.js';
import { fmrAt, fnmrAt } from './error-rates.js';
import { type FnmrReplicates, fnmrAtFmr } from './fnmr-at-fmr.js';
import { type Rate, unavailableRate } from './rate.js';
import { type RankedScores, trialsOf } from './scores.js';
import { type SubjectMean, subjectMean } from './subject-mean.js';
import { type TargetThreshold, thresholdAtFmr } from './threshold.js';
import type { MetricOf } from './verification-metric.js';

/** The error rates at the threshold for a target FMR. */
export type OperatingPointMetric =
  | (MetricOf<'FNMR@FMR', Rate | SubjectMean> & { readonly operatingPoint: TargetThreshold })
  | MetricOf<'FMR', Rate>
  | MetricOf<'FNMR', Rate | SubjectMean>;

/** The comparisons that rates are of, and those that set the threshold: the same non-mated ones unless said otherwise. */
export interface OperatingSides {
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
  readonly calibration: RankedScores;
}

/**
 * FNMR@FMR over comparisons and averaged over subjects, with intervals that set the threshold anew; then FMR and FNMR at
 * the threshold as it is. FNMR@FMR is unresolved where its target is below one false match of all trials, though FNMR at
 * that threshold is measured; its floor is then the bound on FMR.
 */
export function operatingPointMetrics(
  sides: OperatingSides,
  target: number,
  level: number,
  common: Pick<OperatingPointMetric, 'failures' | 'thresholdFrom'>,
  replicates: FnmrReplicates | undefined,
): OperatingPointMetric[] {
  const { mated, nonMated, calibration } = sides;
  const operatingPoint = thresholdAtFmr(calibration, target, level);
  const at = target.toExponential();
  if (operatingPoint.state === 'unavailable') return withoutThreshold(sides, operatingPoint, { ...common, at });
  const { threshold, achieved, floor } = operatingPoint;
  const fnmr = fnmrAt(mated, threshold, level);
  const row = { ...common, at, threshold };
  const rate = fnmrAtFmr(fnmr, replicates?.overComparisons, floor);
  const fmr = calibration === nonMated ? achieved : fmrAt(nonMated, threshold, level);
  return [
    { metric: 'FNMR@FMR', ...row, result: rate, operatingPoint },
    ...overSubjects(mated, threshold, level).map(
      (own): OperatingPointMetric => ({
        metric: 'FNMR@FMR',
        ...row,
        result: fnmrAtFmr(own, replicates?.overSubjects, floor),
        operatingPoint,
      }),
    ),
    { metric: 'FMR', ...row, result: fmr },
    { metric: 'FNMR', ...row, result: fnmr },
    ...overSubjects(mated, threshold, level).map(
      (own): OperatingPointMetric => ({ metric: 'FNMR', ...row, result: own }),
    ),
  ];
}

function overSubjects({ subjects }: RankedScores, threshold: number, level: number): SubjectMean[] {
  if (!subjects?.known) return [];
  const { pairs, scores } = subjects;
  return [
    subjectMean(
      countByPair(pairs, (k) => !((scores[k] ?? Number.NEGATIVE_INFINITY) >= threshold)),
      'FNMR',
      level,
    ),
  ];
}

function withoutThreshold(
  { mated, nonMated }: OperatingSides,
  operatingPoint: TargetThreshold & { state: 'unavailable' },
  common: Pick<OperatingPointMetric, 'failures' | 'thresholdFrom' | 'at'>,
): OperatingPointMetric[] {
  const missing = (side: RankedScores): Rate =>
    unavailableRate(operatingPoint.reason, { trials: trialsOf(side), over: 'comparisons' });
  const row = { ...common, threshold: null };
  return [
    { metric: 'FNMR@FMR', ...row, result: missing(mated), operatingPoint },
    { metric: 'FMR', ...row, result: missing(nonMated) },
    { metric: 'FNMR', ...row, result: missing(mated) },
  ];
}
