import { FalsematchError } from '../files/errors.js';
import { mergeAscending } from '../statistics/ascending.js';
import { clopperPearson } from '../statistics/clopper-pearson.js';
import { nextFloat32Up } from '../statistics/float32.js';
import { checkLevel, DEFAULT_LEVEL } from '../statistics/level.js';
import { mean, standardError as standardErrorOf } from '../statistics/mean.js';
import { studentTCritical } from '../statistics/student-t.js';
import { type AscendingScores, acceptingAll, countBelow, countFrom, walkTies } from '../statistics/ties.js';
import { type Estimate, type Floor, type Interval, unavailable } from './rate.js';
import { type RankedScores, trialsOf } from './scores.js';

/** One fold of a protocol. */
export interface Fold {
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
}

/** One fold's result at the threshold that the other folds chose. */
export interface FoldResult {
  readonly threshold: number;
  readonly errors: number;
  readonly trials: number;
  readonly accuracy: number;
}

/**
 * The mean accuracy over folds; `errors` and `trials` are summed over all of them. Where it does not exist nothing was
 * judged, so there is no number of errors either.
 */
export type FoldAccuracy = { readonly trials: number; readonly folds: readonly FoldResult[] } & (
  | (Exclude<Estimate, { state: 'unavailable' }> & {
      readonly errors: number;
      /** The standard deviation of the folds' accuracies (ddof 1) divided by √folds. */
      readonly standardError: number;
    })
  | (Extract<Estimate, { state: 'unavailable' }> & { readonly errors: null; readonly standardError: null })
);

/**
 * Accuracy by the View 2 protocol of Labeled Faces in the Wild (Huang et al., UMass TR 07-49, 2007): each fold is judged
 * at the threshold that `bestThreshold` finds on all other folds together; the value is the mean of the folds'
 * accuracies. A failed mated comparison counts as an error and a failed non-mated one as correct (a rejection), at every
 * threshold, so that failing on non-mated comparisons raises this accuracy; neither takes part in the choice of the
 * threshold. Give folds `withoutFailures` for the view that excludes both. Any number of folds from 2.
 *
 * Interval: Student's t over the folds with folds - 1 degrees of freedom, cut to [0, 1]. Folds that all agree would make
 * it vanish: then it is the exact interval of the summed counts instead; without any error it is unresolved as well.
 * Throws for fewer than two folds; unavailable when a fold has no comparison or the folds beside one have no score.
 */
export function foldAccuracy(folds: readonly Fold[], level = DEFAULT_LEVEL): FoldAccuracy {
  checkLevel(level);
  if (folds.length < 2) {
    throw new FalsematchError(`The accuracy over folds needs at least two folds, found ${folds.length}.`);
  }
  const none = (reason: string): FoldAccuracy => ({
    ...unavailable(reason),
    errors: null,
    trials: folds.reduce((total, { mated, nonMated }) => total + trialsOf(mated) + trialsOf(nonMated), 0),
    standardError: null,
    folds: [],
  });
  const results: FoldResult[] = [];
  for (const [index, { mated, nonMated }] of folds.entries()) {
    const others = folds.filter((_, other) => other !== index);
    const threshold = bestThreshold(
      merge(others.map((fold) => fold.mated)),
      merge(others.map((fold) => fold.nonMated)),
    );
    const trials = trialsOf(mated) + trialsOf(nonMated);
    if (trials === 0) return none(`Fold ${index + 1} of ${folds.length} has no comparison to be judged on.`);
    if (threshold === undefined) return none(`No fold beside fold ${index + 1} has a score to set a threshold on.`);
    const errors = mated.failed + countBelow(mated.ascending, threshold) + countFrom(nonMated.ascending, threshold);
    results.push({ threshold, errors, trials, accuracy: (trials - errors) / trials });
  }
  return summarise(results, level);
}

/**
 * The threshold with the highest accuracy on the given scores, exactly: every gap between two neighbouring distinct
 * scores is tried (and accepting all, and rejecting all), no grid. Of the gaps that are equally good the middle one is
 * taken (the lower of two), and of it the float32 in the middle. Neither kind of error is preferred so, while the lowest
 * of the best thresholds would lie just above a non-mated score and prefer false matches. Accepting all means
 * T = the lowest score, rejecting all T = the next float32 above the highest. Of scores that were counted at thresholds
 * only, it is the one of these thresholds that divides the gap's sides. Undefined without any score.
 */
export function bestThreshold(mated: AscendingScores, nonMated: AscendingScores): number | undefined {
  let fewest = Number.POSITIVE_INFINITY;
  // The scores on either side of each of the best gaps; NaN where there is none.
  let below: number[] = [];
  let above: number[] = [];
  const tryGap = (errors: number, lower: number, upper: number) => {
    if (errors > fewest) return;
    if (errors < fewest) {
      fewest = errors;
      below = [];
      above = [];
    }
    below.push(lower);
    above.push(upper);
  };
  let errors = nonMated.total;
  let last = Number.NaN;
  walkTies(mated, nonMated, (score, matedHere, nonMatedHere) => {
    tryGap(errors, last, score);
    errors += matedHere - nonMatedHere;
    last = score;
  });
  tryGap(errors, last, Number.NaN);
  const middle = (below.length - 1) >> 1;
  const lower = below[middle] ?? Number.NaN;
  if (mated.grid || nonMated.grid) return Number.isNaN(lower) ? acceptingAll(mated, nonMated) : nextFloat32Up(lower);
  return thresholdInGap(lower, above[middle] ?? Number.NaN);
}

/** The float32 in the middle of a gap between scores; NaN for a side without any. Undefined when both have none. */
export function thresholdInGap(lower: number, upper: number): number | undefined {
  if (Number.isNaN(lower)) return Number.isNaN(upper) ? undefined : upper;
  if (Number.isNaN(upper)) return nextFloat32Up(lower);
  // Adding 0 turns -0, to which half the smallest negative number rounds, into 0.
  const middle = Math.fround((lower + upper) / 2) + 0;
  return middle > lower ? middle : nextFloat32Up(lower);
}

function merge(sides: readonly RankedScores[]): AscendingScores {
  return mergeAscending(sides.map(({ ascending }) => ascending));
}

function summarise(folds: readonly FoldResult[], level: number): FoldAccuracy {
  const accuracies = folds.map(({ accuracy }) => accuracy);
  const errors = folds.reduce((total, fold) => total + fold.errors, 0);
  const trials = folds.reduce((total, fold) => total + fold.trials, 0);
  const value = mean(accuracies);
  const agree = accuracies.every((accuracy) => accuracy === accuracies[0]);
  const standardError = agree ? 0 : standardErrorOf(accuracies);
  const errorRate = clopperPearson(errors, trials, level);
  const reach = studentTCritical(level, folds.length - 1) * standardError;
  const interval: Interval = agree
    ? { low: 1 - errorRate.high, high: 1 - errorRate.low, level, method: 'clopper-pearson' }
    : { low: Math.max(0, value - reach), high: Math.min(1, value + reach), level, method: 't' };
  const result = { value, interval, errors, trials, standardError, folds };
  if (errors > 0) return { state: 'resolved', floor: null, ...result };
  const upperBound = errorRate.high;
  const floor: Floor = {
    reason: 'zero-errors',
    of: 'error-rate',
    upperBound,
    upperBoundIfIndependent: upperBound,
    level,
  };
  return { state: 'unresolved', floor, ...result };
}
