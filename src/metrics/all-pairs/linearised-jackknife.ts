import type { ThresholdCounts } from '../../statistics/counts.js';
import { rateInterval } from '../../statistics/dependence/adjusted-wilson.js';
import { jackknifeError } from '../../statistics/dependence/jackknife.js';
import { type Bounds, DEFAULT_LEVEL } from '../../statistics/level.js';
import { sum } from '../../statistics/mean.js';
import { partitionPoint } from '../../statistics/ties.js';
import type { FailureView } from '../verification-metric.js';
import type { MatedBySubject } from './weighted-misses.js';
import { pairsOf, samplesInView } from './weighted-trials.js';

/** What the jackknife needs of a comparison of every sample with every other; subjects are numbers from 0. */
export interface GridScores extends MatedBySubject {
  /** How many non-mated scores are at each threshold of a grid or above. */
  readonly nonMated: ThresholdCounts;
}

/** The threshold for a target FMR, and who matches there. */
export interface OperatingThreshold {
  readonly threshold: number;
  /** The non-mated comparisons of each subject that match at the threshold: every one counts for both of its subjects. */
  readonly falseMatches: ArrayLike<number>;
}

/** FNMR at a target FMR, how far it follows from the threshold, and its interval. */
export interface LinearisedFnmr {
  readonly value: number;
  /** dFNMR / dFMR about the threshold: 0 or below. */
  readonly slope: number;
  /** The jackknife's standard error; it holds how uncertain the threshold is. */
  readonly error: number;
  readonly interval: Bounds;
}

export interface LinearisedJackknife {
  readonly overComparisons: LinearisedFnmr;
  readonly overSubjects: LinearisedFnmr;
}

/** The confidence of the interval of FMR within which FNMR is taken as straight; see `linearisedJackknife`. */
const WINDOW_LEVEL = 0.95;

/**
 * FNMR at a target FMR when everybody is compared with everybody and many false matches set the threshold T: a jackknife
 * that leaves out one subject at a time, with all comparisons, and knows that the threshold moves. Without subject i FMR
 * at T is FMR(i), and the threshold that brings it back to the target changes FNMR by slope x (FMR - FMR(i)), so FNMR at
 * the target is FNMR(i) - slope x (FMR(i) - FMR). Both rates follow from counts by subject. To leave a subject out with a
 * straight line for the threshold is sound where a jackknife of the threshold itself, which jumps from score to score, is
 * not: a quantile of a sample is off by as much as the share beyond the true one is, over the density there, and by
 * something smaller (Bahadur, Annals of Mathematical Statistics 37, 1966); for estimates that solve an equation in
 * general: Binder, International Statistical Review 51, 1983.
 *
 * The slope is that of the chord over the 95% interval of FMR at T (jackknife, Wilson's form), out to the next thresholds
 * of the grid, one step of the grid at least on each side: where the threshold may lie is where the line has to hold. So
 * surveys get the density of a quantile from the width of its 95% interval (Woodruff, JASA 47, 1952; Francisco & Fuller,
 * Annals of Statistics 19, 1991), whatever the level that is asked for.
 *
 * The interval has Wilson's form with Student's t, for the subjects with a mated comparison less one; nothing in it keeps
 * few false matches or few misses from looking sure. Undefined where no jackknife is possible (fewer than two subjects
 * with mated comparisons, nothing left without one of them), and where no non-mated score lies within the window. Throws
 * for false matches that contradict the grid. In O(mated scores + subjects + thresholds).
 */
export function linearisedJackknife(
  scores: GridScores,
  { threshold, falseMatches }: OperatingThreshold,
  view: FailureView,
  level = DEFAULT_LEVEL,
): LinearisedJackknife | undefined {
  const samples = samplesInView(scores, view);
  const fmr = leaveOutEach(nonMatedShares(samples, falseMatches), 2);
  if (!fmr) return undefined;
  checkFalseMatches(scores.nonMated, threshold, sum(falseMatches) / 2);
  // Nobody is left out who stands in no comparison.
  const error = (leftOut: Float64Array) =>
    jackknifeError(leftOut.filter((_, subject) => (samples[subject] ?? 0) > 0)) ?? 0;
  const window = straightWindow(scores.nonMated, fmr, error(fmr.leftOut), threshold);
  if (!window) return undefined;
  const trials = Float64Array.from(samples, pairsOf);
  const at = missesAt(scores, trials, threshold);
  const low = missesAt(scores, trials, window.low.threshold);
  const high = missesAt(scores, trials, window.high.threshold);
  const linearised = (of: (misses: Float64Array) => Shares): LinearisedFnmr | undefined => {
    const fnmr = leaveOutEach(of(at));
    if (!fnmr) return undefined;
    const slope = (rateOf(of(low)) - rateOf(of(high))) / (window.low.fmr - window.high.fmr);
    const moved = fmr.leftOut.map((without, subject) => (fnmr.leftOut[subject] ?? 0) - slope * (without - fmr.rate));
    const interval = rateInterval(fnmr.rate, error(moved), sum(trials), fnmr.subjects, level);
    return { value: fnmr.rate, slope, error: error(moved), interval };
  };
  const overComparisons = linearised((misses) => ({ errors: misses, trials }));
  const overSubjects = linearised((misses) => eachAlike({ errors: misses, trials }));
  return overComparisons && overSubjects ? { overComparisons, overSubjects } : undefined;
}

/** At a threshold of the grid, the false matches by subject must be twice those that were counted there. */
function checkFalseMatches({ thresholds, countsFrom }: ThresholdCounts, threshold: number, found: number): void {
  const at = thresholds.indexOf(threshold);
  if (at < 0 || countsFrom[at] === found) return;
  throw new RangeError(
    `The false matches of all subjects must add up to twice the ${countsFrom[at]} non-mated scores at ${threshold} or above, found twice ${found}; count every one for both of its subjects.`,
  );
}

/** What every subject has part in: a rate is the sum of errors over that of trials. */
interface Shares {
  readonly errors: Float64Array;
  readonly trials: Float64Array;
}

/** Every subject's comparisons with the others, and those that match. */
function nonMatedShares(samples: Int32Array, falseMatches: ArrayLike<number>): Shares {
  const all = sum(samples);
  return { errors: Float64Array.from(falseMatches), trials: Float64Array.from(samples, (own) => own * (all - own)) };
}

/** The shares of a mean over subjects: one trial each, which is wrong as often as those of the subject are. */
function eachAlike({ errors, trials }: Shares): Shares {
  return {
    errors: errors.map((own, subject) => ((trials[subject] ?? 0) > 0 ? own / (trials[subject] ?? 0) : 0)),
    trials: trials.map((own) => (own > 0 ? 1 : 0)),
  };
}

/** The mated comparisons of each subject that are missed at a threshold, failed ones too where they are trials. */
function missesAt({ mated }: GridScores, trials: Float64Array, threshold: number): Float64Array {
  const misses = trials.slice();
  for (let k = 0; k < mated.scores.length; k += 1) {
    const subject = mated.subject[k] ?? 0;
    if ((mated.scores[k] ?? 0) >= threshold) misses[subject] = (misses[subject] ?? 0) - 1;
  }
  return misses;
}

interface LeftOut {
  readonly rate: number;
  readonly trials: number;
  /** Subjects with a trial. */
  readonly subjects: number;
  /** The rate without each subject. */
  readonly leftOut: Float64Array;
}

/**
 * A rate, and what it is without each subject; `sharing` subjects have part in a trial. Undefined for fewer than two
 * subjects, and where one of them has part in all trials.
 */
function leaveOutEach(shares: Shares, sharing = 1): LeftOut | undefined {
  const errors = sum(shares.errors) / sharing;
  const trials = sum(shares.trials) / sharing;
  const subjects = shares.trials.filter((own) => own > 0).length;
  if (subjects < 2 || shares.trials.includes(trials)) return undefined;
  const leftOut = shares.errors.map((own, subject) => (errors - own) / (trials - (shares.trials[subject] ?? 0)));
  return { rate: errors / trials, trials, subjects, leftOut };
}

function rateOf({ errors, trials }: Shares): number {
  return sum(errors) / sum(trials);
}

interface GridPoint {
  readonly threshold: number;
  readonly fmr: number;
}

/** The thresholds of the grid about the interval of FMR; undefined where no score lies between them. */
function straightWindow(
  { thresholds, countsFrom }: ThresholdCounts,
  { rate, trials, subjects }: LeftOut,
  error: number,
  threshold: number,
): { readonly low: GridPoint; readonly high: GridPoint } | undefined {
  const bounds = rateInterval(rate, error, trials, subjects, WINDOW_LEVEL);
  let low = Math.max(0, partitionPoint(thresholds, (one) => one < threshold) - 1);
  while (low > 0 && (countsFrom[low] ?? 0) < bounds.high * trials) low -= 1;
  let high = Math.min(
    thresholds.length - 1,
    partitionPoint(thresholds, (one) => one <= threshold),
  );
  while (high < thresholds.length - 1 && (countsFrom[high] ?? 0) > bounds.low * trials) high += 1;
  if (!((countsFrom[low] ?? 0) > (countsFrom[high] ?? 0))) return undefined;
  const at = (k: number) => ({ threshold: thresholds[k] ?? 0, fmr: (countsFrom[k] ?? 0) / trials });
  return { low: at(low), high: at(high) };
}
