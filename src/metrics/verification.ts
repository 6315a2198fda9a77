import { FalsematchError } from '../files/errors.js';
import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import type { SubjectNumbers } from '../statistics/dependence/subject-pairs.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { type FoldAccuracy, foldAccuracy } from './accuracy-10fold.js';
import type { AreaUnderCurve } from './auc.js';
import { bootstrapSides } from './bootstrap-sides.js';
import { curveMetrics } from './curve-metrics.js';
import type { EqualErrorRate } from './eer.js';
import { failureRate, type SampleFailures } from './failure-rate.js';
import { type OperatingPointMetric, type OperatingSides, operatingPointMetrics } from './operating-point-metrics.js';
import type { Rate } from './rate.js';
import type { ResampleOptions } from './resample-sides.js';
import { type ComparisonScores, type RankedScores, rankScores, withoutFailures } from './scores.js';
import type { SummaryMetric } from './summary-metrics.js';
import type { FailureView, MetricOf } from './verification-metric.js';

/** One row of results of the pairs protocol. */
export type VerificationMetric =
  | OperatingPointMetric
  | SummaryMetric
  | MetricOf<'EER', EqualErrorRate>
  | MetricOf<'AUC', AreaUnderCurve>
  | MetricOf<'accuracy-10fold', FoldAccuracy>
  | MetricOf<'FTE', Rate>;

/** The mated and the non-mated comparisons of a protocol or of one of its folds. */
export interface Comparisons {
  readonly mated: ComparisonScores;
  readonly nonMated: ComparisonScores;
}

export interface VerificationInput extends Comparisons {
  /** The same comparisons divided into folds; without them there is no accuracy over folds. */
  readonly folds?: readonly Comparisons[] | undefined;
  /** Target false match rates, each strictly between 0 and 1. */
  readonly operatingPoints: readonly number[];
  /** Other non-mated comparisons that set the thresholds, and what they are called; absent: the same set them. */
  readonly calibration?: { readonly nonMated: ComparisonScores; readonly name: string } | undefined;
  /** The name of the protocol that the non-mated comparisons are of, where it is another than that of the mated ones. */
  readonly nonMatedFrom?: string | undefined;
  /** The samples that the comparisons use, and which of them failed; without them there is no FTE. */
  readonly samples?: SampleFailures | undefined;
  /** False leaves out EER, AUC and the other figures of all thresholds together. */
  readonly summaries?: boolean | undefined;
  /** Two-sided confidence of every interval, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** How the bootstrap is drawn where subjects are known: 2,000 replicates of subjects, seed 1, unless said otherwise. */
  readonly bootstrap?: ResampleOptions | undefined;
}

/**
 * Every metric of a pairs protocol (1:1 verification), with the failures counted first and then with the failures
 * excluded: per operating point FNMR@FMR and the FMR and FNMR at its threshold, EER, AUC, summaries of the scores,
 * accuracy over folds; the failure rate last. Each view sets its own thresholds.
 *
 * With subjects every interval knows that comparisons share people; without, all are as if comparisons were independent.
 * Throws for scores that are not finite, targets outside 0 to 1, subjects that contradict their comparisons, calibration
 * comparisons that share a subject with these, and folds that do not add up to the whole.
 */
export function verificationMetrics(input: VerificationInput): VerificationMetric[] {
  const { calibration, samples, level = DEFAULT_LEVEL } = input;
  const numbers = numberSubjects([input.mated.subjects, input.nonMated.subjects, calibration?.nonMated.subjects]);
  const { mated, nonMated } = rank(input, numbers);
  const others = calibration && rankScores(calibration.nonMated, 'non-mated', numbers);
  if (others) checkDisjoint([mated, nonMated], others, numbers, calibration.name);
  const sides: OperatingSides = { mated, nonMated, calibration: others ?? nonMated };
  const folds = input.folds?.map((fold) => rank(fold, numbers));
  if (folds) checkFolds(sides, folds);
  const counted = viewMetrics(input, sides, folds, 'counted');
  const excluded = [mated, nonMated, sides.calibration].every(({ failed }) => failed === 0)
    ? counted.map((metric): VerificationMetric => ({ ...metric, failures: 'excluded' }))
    : viewMetrics(
        input,
        { ...excludeFailures(sides), calibration: withoutFailures(sides.calibration) },
        folds?.map(excludeFailures),
        'excluded',
      );
  if (!samples) return [...counted, ...excluded];
  const common = { failures: 'counted', at: null, threshold: null, thresholdFrom: null } as const;
  return [...counted, ...excluded, { metric: 'FTE', ...common, result: failureRate(samples, level) }];
}

interface Ranked {
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
}

function viewMetrics(
  input: VerificationInput,
  sides: OperatingSides,
  folds: readonly Ranked[] | undefined,
  failures: FailureView,
): VerificationMetric[] {
  const { operatingPoints, level = DEFAULT_LEVEL, summaries = true } = input;
  const thresholdFrom = input.calibration?.name ?? input.nonMatedFrom ?? 'self';
  const replicates = bootstrapSides(sides, operatingPoints, input.bootstrap, summaries);
  const common = { failures, at: null, threshold: null, thresholdFrom: null };
  const metrics: VerificationMetric[] = [
    ...operatingPoints.flatMap((target) =>
      operatingPointMetrics(sides, target, level, { failures, thresholdFrom }, replicates?.fnmr.get(target)),
    ),
    ...(summaries ? curveMetrics(sides, replicates?.statistics, level, failures) : []),
  ];
  if (folds) {
    metrics.push({
      metric: 'accuracy-10fold',
      ...common,
      thresholdFrom: 'the other folds',
      result: foldAccuracy(folds, level),
    });
  }
  return metrics;
}

function rank({ mated, nonMated }: Comparisons, numbers: SubjectNumbers): Ranked {
  return { mated: rankScores(mated, 'mated', numbers), nonMated: rankScores(nonMated, 'non-mated', numbers) };
}

function excludeFailures({ mated, nonMated }: Ranked): Ranked {
  return { mated: withoutFailures(mated), nonMated: withoutFailures(nonMated) };
}

function checkDisjoint(
  own: readonly RankedScores[],
  calibration: RankedScores,
  numbers: SubjectNumbers,
  name: string,
): void {
  const mine = new Set(own.flatMap(({ subjects }) => numbersIn(subjects)));
  const shared = new Set(numbersIn(calibration.subjects).filter((number) => mine.has(number)));
  if (shared.size === 0) return;
  const labels = [...numbers.keys()];
  const some = [...shared].slice(0, 3).map((number) => labels[number]);
  throw new FalsematchError(
    `The comparisons of ${name}, which set the thresholds, share ${shared.size} subjects with those that are reported on (${some.join(', ')}${shared.size > 3 ? ', ...' : ''}); calibrate on other people.`,
  );
}

function numbersIn(subjects: RankedScores['subjects']): number[] {
  return subjects ? [...subjects.pairs.first, ...subjects.pairs.second] : [];
}

function checkFolds(whole: Ranked, folds: readonly Ranked[]): void {
  for (const side of ['mated', 'nonMated'] as const) {
    const scored = folds.reduce((total, fold) => total + fold[side].ascending.total, 0);
    const failed = folds.reduce((total, fold) => total + fold[side].failed, 0);
    if (scored !== whole[side].ascending.total || failed !== whole[side].failed) {
      throw new FalsematchError(
        `The ${side === 'mated' ? 'mated' : 'non-mated'} comparisons of the folds must add up to the whole: expected ${whole[side].ascending.total} scores and ${whole[side].failed} failed, found ${scored} and ${failed}; check that every comparison stands in one fold.`,
      );
    }
  }
}
