import { FalsematchError } from '../../files/errors.js';
import type { BootstrapOptions } from '../../statistics/dependence/bootstrap.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { fnmrAtFmrWithin } from '../fnmr-at-fmr.js';
import { type Floor, type Rate, unavailable, unavailableRate } from '../rate.js';
import { targetFloor } from '../target-floor.js';
import type { TargetThreshold } from '../threshold.js';
import type { FailureView } from '../verification-metric.js';
import type { AllPairsScores } from './all-pairs-scores.js';
import { type FalseMatchCounts, matchesInTail } from './false-matches.js';
import { type AllPairsFnmr, allPairsFnmr } from './rates.js';
import { type AllPairsThreshold, allPairsThresholdAtFmr, targetThresholdOf } from './threshold.js';
import { type ThresholdIntervals, thresholdIntervals } from './threshold-intervals.js';
import { allPairsTrials } from './trials.js';
import type { SamplesBySubject } from './weighted-trials.js';

/** A target FMR, and the false matches at its threshold in the view that is asked for, where they were kept. */
export interface AllPairsTarget {
  readonly target: number;
  /** Null or missing: they are counted in the tail, or there is no threshold. */
  readonly falseMatches?: FalseMatchCounts | null | undefined;
}

/** All rates at the threshold for a target FMR. */
export interface AllPairsOperatingPoint {
  readonly target: number;
  readonly operatingPoint: TargetThreshold;
  /** FNMR at the target, whose intervals know that the threshold is uncertain. */
  readonly fnmrAtFmr: AllPairsFnmr;
  /** Both rates at the threshold as it is. */
  readonly fmr: Rate;
  readonly fnmr: AllPairsFnmr;
}

export interface AllPairsFnmrOptions extends Partial<BootstrapOptions> {
  readonly level?: number | undefined;
}

/** The views that differ: without a failed sample both are the same, and what is found for one holds for the other. */
export function differentViews({ failed }: SamplesBySubject): readonly FailureView[] {
  return failed.some((own) => own > 0) ? ['counted', 'excluded'] : ['counted'];
}

/**
 * The rates at the thresholds for target FMRs, in the order of the targets, in one view; the rules are those of
 * `operatingPointMetrics` for a list of comparisons. The tail may be shorter than the one in which false matches were
 * counted, as long as it holds all scores from where it begins; it is taken as checked by `checkAllPairs`.
 *
 * FNMR at a target has the interval of a subject bootstrap where the tail holds four times the comparisons that set the
 * threshold, or all of them, and where fewer than 25 set it; all targets share its draws. Otherwise it has that of the
 * linearised jackknife, and where there is none, that of FNMR at the threshold as it is, which is within all others. The
 * low end is 0 where more replicates than it leaves below itself do not find their threshold. Where fewer than five false
 * matches that share nobody set the threshold, it is unresolved, and reaches to what FNMR may be above the highest
 * non-mated score; where no false match was allowed, to 1.
 *
 * The bootstrap takes 2,000 replicates with seed 1 unless said otherwise. Throws for a target that is not strictly between
 * 0 and 1, and for false matches that are of another threshold, or that contradict themselves, the tail or the grid.
 */
export function allPairsFnmrAtFmr(
  scores: AllPairsScores,
  targets: readonly AllPairsTarget[],
  view: FailureView,
  { level = DEFAULT_LEVEL, ...bootstrap }: AllPairsFnmrOptions = {},
): AllPairsOperatingPoint[] {
  const points = targets.map((one) => thresholdOf(scores, one, view, level));
  const known = points.flatMap(({ operatingPoint: { target }, falseMatches }) =>
    falseMatches === null ? [] : [{ target, falseMatches }],
  );
  const intervals = thresholdIntervals(scores, known, view, { level, ...bootstrap });
  return points.map((point) =>
    point.falseMatches === null
      ? withoutThreshold(scores, point.operatingPoint, view)
      : ratesAt(scores, point, intervals.get(point.operatingPoint.target), view, level),
  );
}

function thresholdOf(
  scores: AllPairsScores,
  { target, falseMatches }: AllPairsTarget,
  view: FailureView,
  level: number,
): AllPairsThreshold {
  if (!falseMatches) return allPairsThresholdAtFmr(scores, target, view, level);
  const operatingPoint = targetThresholdOf(scores, falseMatches, target, view, level);
  checkAgainstTail(scores, falseMatches);
  return { operatingPoint, falseMatches };
}

/** Where the tail reaches the threshold it must hold the false matches that were counted. */
function checkAgainstTail(scores: AllPairsScores, { threshold, falseMatches }: FalseMatchCounts): void {
  if (threshold < scores.tail.from) return;
  const found = matchesInTail(scores, threshold);
  if (found === falseMatches) return;
  throw new FalsematchError(
    `The tail holds ${found} non-mated comparisons from ${threshold} on, and ${falseMatches} false matches were counted there; give the tail and the counts of one run.`,
  );
}

function ratesAt(
  scores: AllPairsScores,
  { operatingPoint, falseMatches }: Extract<AllPairsThreshold, { falseMatches: FalseMatchCounts }>,
  intervals: ThresholdIntervals | undefined,
  view: FailureView,
  level: number,
): AllPairsOperatingPoint {
  const { target, threshold, achieved } = operatingPoint;
  const fnmr = allPairsFnmr(scores, threshold, view, level);
  const floor = targetFloor(operatingPoint, () => falseMatches.disjoint, level);
  const atLeast = floor ? missesBeyond(scores, floor, view, level) : { overComparisons: 0, overSubjects: 0 };
  const moving = (over: keyof AllPairsFnmr) => intervals && { ...intervals[over], method: intervals.method };
  return {
    target,
    operatingPoint,
    fnmrAtFmr: {
      overComparisons: fnmrAtFmrWithin(fnmr.overComparisons, moving('overComparisons'), {
        floor,
        atLeast: atLeast.overComparisons,
      }),
      overSubjects: fnmrAtFmrWithin(fnmr.overSubjects, moving('overSubjects'), {
        floor,
        atLeast: atLeast.overSubjects,
      }),
    },
    fmr: achieved,
    fnmr,
  };
}

/** How high FNMR may be above the highest non-mated score: unknown where not one false match was allowed. */
function missesBeyond(
  scores: AllPairsScores,
  { reason }: Floor,
  view: FailureView,
  level: number,
): Record<keyof AllPairsFnmr, number> {
  const highest = scores.tail.scores[0];
  if (reason === 'target-below-one-trial' || highest === undefined) return { overComparisons: 1, overSubjects: 1 };
  const { overComparisons, overSubjects } = allPairsFnmr(scores, nextFloat32Up(highest + 0), view, level);
  return { overComparisons: overComparisons.interval?.high ?? 1, overSubjects: overSubjects.interval?.high ?? 1 };
}

function withoutThreshold(
  scores: AllPairsScores,
  operatingPoint: TargetThreshold & { state: 'unavailable' },
  view: FailureView,
): AllPairsOperatingPoint {
  const { mated, nonMated } = allPairsTrials(scores, view);
  const { target, reason } = operatingPoint;
  const rate = ({ trials }: { readonly trials: number }) => unavailableRate(reason, { trials, over: 'comparisons' });
  const fnmr: AllPairsFnmr = {
    overComparisons: rate(mated),
    overSubjects: {
      ...unavailable(reason),
      over: 'subjects',
      subjects: mated.subjects,
      comparisons: mated.trials,
    },
  };
  return { target, operatingPoint, fnmrAtFmr: fnmr, fmr: rate(nonMated), fnmr };
}
