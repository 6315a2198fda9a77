import { FalsematchError } from '../files/errors.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { type FoldAccuracy, foldAccuracy } from './accuracy-10fold.js';
import { type AreaUnderCurve, areaUnderCurve } from './auc.js';
import { type EqualErrorRate, equalErrorRate } from './eer.js';
import { fnmrAt } from './error-rates.js';
import { makeRate, type Rate, unavailableRate } from './rate.js';
import { type ComparisonScores, type RankedScores, rankScores, trialsOf, withoutFailures } from './scores.js';
import { type TargetThreshold, thresholdAtFmr } from './threshold.js';

/** Whether comparisons with a failed sample are in the denominator (as matches of nobody) or left out of it. */
export type FailureView = 'counted' | 'excluded';

interface MetricOf<Name extends string, Result> {
  /** The name in the run directory's table. */
  readonly metric: Name;
  readonly failures: FailureView;
  /** The operating point, as "1e-4"; null for a metric that has none. */
  readonly at: string | null;
  readonly threshold: number | null;
  readonly result: Result;
}

/** One row of results of the pairs protocol. */
export type VerificationMetric =
  | (MetricOf<'FNMR@FMR', Rate> & { readonly operatingPoint: TargetThreshold })
  | MetricOf<'FMR', Rate>
  | MetricOf<'FNMR', Rate>
  | MetricOf<'EER', EqualErrorRate>
  | MetricOf<'AUC', AreaUnderCurve>
  | MetricOf<'accuracy-10fold', FoldAccuracy>
  | MetricOf<'FTE', Rate>;

/** The mated and the non-mated comparisons of a protocol or of one of its folds. */
export interface Comparisons {
  readonly mated: ComparisonScores;
  readonly nonMated: ComparisonScores;
}

/** The samples that comparisons use. */
export interface SampleCounts {
  readonly tried: number;
  readonly failed: number;
  readonly subjects?: number | undefined;
  /** The largest number of samples that share no subject; the bound for no failure then rests on these alone. */
  readonly disjoint?: number | undefined;
}

export interface VerificationInput extends Comparisons {
  /** The same comparisons divided into folds; without them there is no accuracy over folds. */
  readonly folds?: readonly Comparisons[] | undefined;
  /** Target false match rates, each strictly between 0 and 1. */
  readonly operatingPoints: readonly number[];
  /** The samples that the comparisons use, and how many of them failed; without them there is no FTE. */
  readonly samples?: SampleCounts | undefined;
  /** Two-sided confidence of every interval, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
}

/**
 * Every metric of a pairs protocol (1:1 verification), with the failures counted first and then with the failures
 * excluded: per operating point FNMR@FMR and the FMR and FNMR at its threshold, EER, AUC, accuracy over folds; the
 * failure rate last. Each view sets its own thresholds. FNMR@FMR is unresolved where its target is below one false match
 * of all trials, though FNMR at that threshold is measured; its floor is then the bound on FMR.
 * Throws for scores that are not finite, targets outside 0 to 1, and folds that do not add up to the whole.
 */
export function verificationMetrics(input: VerificationInput): VerificationMetric[] {
  const { operatingPoints, samples, level = DEFAULT_LEVEL } = input;
  const whole = rank(input);
  const folds = input.folds?.map(rank);
  if (folds) checkFolds(whole, folds);
  const views: readonly FailureView[] = ['counted', 'excluded'];
  const metrics = views.flatMap((failures) => {
    const view = failures === 'counted' ? (fold: Ranked) => fold : excludeFailures;
    return viewMetrics(view(whole), folds?.map(view), operatingPoints, level, failures);
  });
  if (!samples) return metrics;
  const { tried, failed, subjects, disjoint } = samples;
  const result = makeRate(failed, tried, { of: 'FTE', over: 'samples', subjects, disjoint, level });
  return [...metrics, { metric: 'FTE', failures: 'counted', at: null, threshold: null, result }];
}

interface Ranked {
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
}

function viewMetrics(
  { mated, nonMated }: Ranked,
  folds: readonly Ranked[] | undefined,
  operatingPoints: readonly number[],
  level: number,
  failures: FailureView,
): VerificationMetric[] {
  const eer = equalErrorRate(mated, nonMated, level);
  const metrics: VerificationMetric[] = [
    ...operatingPoints.flatMap((target) => operatingPointMetrics(mated, nonMated, target, level, failures)),
    { metric: 'EER', failures, at: null, threshold: eer.at?.threshold ?? null, result: eer },
    { metric: 'AUC', failures, at: null, threshold: null, result: areaUnderCurve(mated, nonMated, level) },
  ];
  if (folds) {
    metrics.push({
      metric: 'accuracy-10fold',
      failures,
      at: null,
      threshold: null,
      result: foldAccuracy(folds, level),
    });
  }
  return metrics;
}

function operatingPointMetrics(
  mated: RankedScores,
  nonMated: RankedScores,
  target: number,
  level: number,
  failures: FailureView,
): VerificationMetric[] {
  const operatingPoint = thresholdAtFmr(nonMated, target, level);
  const at = target.toExponential();
  if (operatingPoint.state === 'unavailable') {
    const missing = (side: RankedScores): Rate =>
      unavailableRate(operatingPoint.reason, {
        trials: trialsOf(side),
        over: 'comparisons',
        subjects: side.subjects,
      });
    const common = { failures, at, threshold: null };
    return [
      { metric: 'FNMR@FMR', ...common, result: missing(mated), operatingPoint },
      { metric: 'FMR', ...common, result: missing(nonMated) },
      { metric: 'FNMR', ...common, result: missing(mated) },
    ];
  }
  const { threshold, achieved, floor } = operatingPoint;
  const fnmr = fnmrAt(mated, threshold, level);
  const common = { failures, at, threshold };
  const result: Rate = floor && fnmr.state !== 'unavailable' ? { ...fnmr, state: 'unresolved', floor } : fnmr;
  return [
    { metric: 'FNMR@FMR', ...common, result, operatingPoint },
    { metric: 'FMR', ...common, result: achieved },
    { metric: 'FNMR', ...common, result: fnmr },
  ];
}

function rank({ mated, nonMated }: Comparisons): Ranked {
  return { mated: rankScores(mated, 'mated'), nonMated: rankScores(nonMated, 'non-mated') };
}

function excludeFailures({ mated, nonMated }: Ranked): Ranked {
  return { mated: withoutFailures(mated), nonMated: withoutFailures(nonMated) };
}

function checkFolds(whole: Ranked, folds: readonly Ranked[]): void {
  for (const side of ['mated', 'nonMated'] as const) {
    const scored = folds.reduce((total, fold) => total + fold[side].ascending.length, 0);
    const failed = folds.reduce((total, fold) => total + fold[side].failed, 0);
    if (scored !== whole[side].ascending.length || failed !== whole[side].failed) {
      throw new FalsematchError(
        `The ${side === 'mated' ? 'mated' : 'non-mated'} comparisons of the folds must add up to the whole: expected ${whole[side].ascending.length} scores and ${whole[side].failed} failed, found ${scored} and ${failed}; check that every comparison stands in one fold.`,
      );
    }
  }
}
