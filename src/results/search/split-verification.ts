import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { pairsOf, type SamplesBySubject, samplesInView } from '../../metrics/all-pairs/weighted-trials.js';
import { boundWithoutErrors, type Floor, MIN_DISJOINT_ERRORS, makeRate } from '../../metrics/rate.js';
import { allowedErrors } from '../../metrics/threshold.js';
import type { FailureView } from '../../metrics/verification-metric.js';
import { clopperPearson } from '../../statistics/clopper-pearson.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import type { TaskSubjects } from '../task-subjects.js';
import type { SplitFigure } from './split-figure.js';
import type { SplitThreshold } from './split-threshold-table.js';

/** The threshold that was kept for a target FMR in one view; undefined where none was. */
export function splitThreshold(
  thresholds: readonly SplitThreshold[],
  samplesOf: SamplesBySubject,
  target: number,
  view: FailureView,
): SplitThreshold | undefined {
  const allowed = allowedErrors(allPairsTrials(samplesOf, view).nonMated.trials, target);
  return thresholds.find(({ falseMatches, atRejected }) => falseMatches <= allowed && allowed < atRejected);
}

/** A target FMR in one view. */
interface SplitPoint {
  readonly target: number;
  readonly view: FailureView;
  readonly level: number;
}

/** How often the mated comparisons of all samples of a split with each other miss at the threshold for a target FMR. */
export function splitMisses(
  thresholds: readonly SplitThreshold[],
  { labels }: Pick<TaskSubjects, 'labels'>,
  samplesOf: SamplesBySubject,
  point: SplitPoint,
): SplitFigure | undefined {
  const { target, view, level } = point;
  const found = splitThreshold(thresholds, samplesOf, target, view);
  if (!found) return undefined;
  const trials = Float64Array.from(samplesInView(samplesOf, view), pairsOf);
  const scored = Float64Array.from(samplesInView(samplesOf, 'excluded'), pairsOf);
  const own = Int32Array.from(trials.keys()).filter((subject) => (trials[subject] ?? 0) > 0);
  const counts: PairCounts = {
    subjects: labels.length,
    first: own,
    second: own,
    errors: Float64Array.from(
      own,
      (subject) => (found.misses.get(labels[subject] ?? '') ?? 0) + (trials[subject] ?? 0) - (scored[subject] ?? 0),
    ),
    trials: Float64Array.from(own, (subject) => trials[subject] ?? 0),
  };
  const total = (column: Float64Array) => column.reduce((all, one) => all + one, 0);
  const rate = makeRate(total(counts.errors), total(counts.trials), { of: 'FNMR', over: 'comparisons', level, counts });
  return { rate, counts, threshold: found.threshold, floor: targetFloor(found, samplesOf, point) };
}

/** Why a target FMR is not resolved: it is below one false match, or few that share nobody set its threshold. */
function targetFloor(
  { falseMatches, disjoint }: SplitThreshold,
  samplesOf: SamplesBySubject,
  { target, view, level }: SplitPoint,
): Floor | null {
  if (disjoint >= MIN_DISJOINT_ERRORS) return null;
  const { nonMated } = allPairsTrials(samplesOf, view);
  const independent = clopperPearson(falseMatches, nonMated.trials, level).high;
  return {
    // Where a few might match, it may be equal scores that let none.
    reason: allowedErrors(nonMated.trials, target) === 0 ? 'target-below-one-trial' : 'few-false-matches',
    of: 'FMR',
    upperBound: Math.max(independent, boundWithoutErrors(nonMated.disjoint, level)),
    upperBoundIfIndependent: independent,
    level,
  };
}
