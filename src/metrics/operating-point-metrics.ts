import { scoreRange } from '../statistics/ascending.js';
import { countByPair } from '../statistics/dependence/subject-pairs.js';
import { nextFloat32Up } from '../statistics/float32.js';
import { fmrAt, fnmrAt } from './error-rates.js';
import { type FnmrReplicates, fnmrAtFmr } from './fnmr-at-fmr.js';
import { disjointOf, type Floor, type Rate, unavailableRate } from './rate.js';
import { type RankedScores, trialsOf } from './scores.js';
import { type SubjectMean, subjectMean } from './subject-mean.js';
import { targetFloor } from './target-floor.js';
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
 * the threshold as it is. FNMR@FMR is unresolved where its target is below one false match of all trials, or where fewer
 * than five that share nobody set the threshold, though FNMR at that threshold is measured; its floor is then the bound
 * on FMR.
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
  const { threshold, achieved } = operatingPoint;
  const floor = targetFloor(operatingPoint, () => disjointFalseMatches(operatingPoint, calibration), level);
  const atLeast = floor ? missesBeyond(sides, floor, level) : 0;
  const fnmr = fnmrAt(mated, threshold, level);
  const row = { ...common, at, threshold };
  const rate = fnmrAtFmr(fnmr, replicates?.overComparisons, { floor, atLeast });
  const fmr = calibration === nonMated ? achieved : fmrAt(nonMated, threshold, level);
  return [
    { metric: 'FNMR@FMR', ...row, result: rate, operatingPoint },
    ...overSubjects(mated, threshold, level).map(
      (own): OperatingPointMetric => ({
        metric: 'FNMR@FMR',
        ...row,
        result: fnmrAtFmr(own, replicates?.overSubjects, { floor, atLeast }),
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

/** The most false matches at the threshold of which no two share a subject; all of them where subjects are not known. */
export function disjointFalseMatches(
  { threshold, falseMatches }: TargetThreshold & { state: 'set' },
  { subjects }: RankedScores,
): number {
  if (!subjects) return falseMatches;
  const counts = countByPair(subjects.pairs, (k) => (subjects.scores[k] ?? Number.NEGATIVE_INFINITY) >= threshold);
  return disjointOf(counts, 'errors');
}

/** How high FNMR may be above the highest non-mated score: unknown where not one false match was allowed. */
function missesBeyond({ mated, calibration }: OperatingSides, { reason }: Floor, level: number): number {
  const highest = scoreRange(calibration.ascending)?.[1];
  if (reason === 'target-below-one-trial' || highest === undefined) return 1;
  return fnmrAt(mated, nextFloat32Up(highest + 0), level).interval?.high ?? 1;
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
