import { mean } from '../statistics/mean.js';
import { thresholdInGap } from './accuracy-10fold.js';
import type { RankedSubjects } from './scores.js';

/** One fold's comparisons by subject, with what the weights of a replicate are looked up by. */
export interface SubjectFold {
  readonly mated: RankedSubjects;
  readonly nonMated: RankedSubjects;
}

/**
 * The mean accuracy over folds when subjects weigh what a bootstrap drew: each fold is judged at the threshold that makes
 * the least weight of errors on the other folds, exactly as `foldAccuracy` chooses it, blocks without weight being none.
 * Folds without weight are left out; undefined when none is left. Takes O(folds x comparisons).
 */
export function weightedFoldAccuracy(folds: readonly SubjectFold[]): (weights: Int32Array) => number | undefined {
  const list = sortedComparisons(folds);
  const drawn = emptyDraw(list.scores.length, folds.length);
  return (weights) => {
    draw(drawn, list, weights);
    const accuracies: number[] = [];
    for (let fold = 0; fold < folds.length; fold += 1) {
      const trials = drawn.trials[fold] ?? 0;
      const threshold = trials > 0 ? bestThresholdWithout(fold, drawn) : undefined;
      if (threshold === undefined) continue;
      accuracies.push((trials - errorsOf(fold, drawn, threshold)) / trials);
    }
    return accuracies.length === 0 ? undefined : mean(accuracies);
  };
}

interface SortedComparisons {
  /** Ascending; failed comparisons come first, below every score. */
  readonly scores: Float64Array;
  readonly mated: Uint8Array;
  readonly fold: Int32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

function sortedComparisons(folds: readonly SubjectFold[]): SortedComparisons {
  const all = folds.flatMap(({ mated, nonMated }, fold) => [
    ...comparisonsOf(mated, fold, 1),
    ...comparisonsOf(nonMated, fold, 0),
  ]);
  all.sort((p, q) => (p.score === q.score ? 0 : p.score - q.score));
  return {
    scores: Float64Array.from(all, ({ score }) => score),
    mated: Uint8Array.from(all, ({ mated }) => mated),
    fold: Int32Array.from(all, ({ fold }) => fold),
    first: Int32Array.from(all, ({ first }) => first),
    second: Int32Array.from(all, ({ second }) => second),
  };
}

function comparisonsOf({ scores, first, second }: RankedSubjects, fold: number, mated: 0 | 1) {
  return Array.from(first, (subject, k) => ({
    score: scores[k] ?? Number.NEGATIVE_INFINITY,
    fold,
    mated,
    first: subject,
    second: second[k] ?? 0,
  }));
}

/** The comparisons that a replicate drew, lowest score first; what was not drawn takes no part, and no time. */
interface Draw {
  length: number;
  readonly scores: Float64Array;
  /** Positive for mated comparisons, negative for non-mated ones: what rejecting the comparison adds to the errors. */
  readonly weights: Float64Array;
  readonly folds: Int32Array;
  /** By fold: the weight of all comparisons, of failed mated ones, and of non-mated ones that have a score. */
  readonly trials: Float64Array;
  readonly failedMated: Float64Array;
  readonly nonMated: Float64Array;
  /** Room for the scores on either side of the best gaps. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

function emptyDraw(comparisons: number, folds: number): Draw {
  return {
    length: 0,
    scores: new Float64Array(comparisons),
    weights: new Float64Array(comparisons),
    folds: new Int32Array(comparisons),
    trials: new Float64Array(folds),
    failedMated: new Float64Array(folds),
    nonMated: new Float64Array(folds),
    lower: new Float64Array(comparisons + 1),
    upper: new Float64Array(comparisons + 1),
  };
}

function draw(into: Draw, list: SortedComparisons, weights: Int32Array): void {
  into.length = 0;
  for (const sums of [into.trials, into.failedMated, into.nonMated]) sums.fill(0);
  for (let k = 0; k < list.scores.length; k += 1) {
    const first = weights[list.first[k] ?? 0] ?? 0;
    if (first === 0) continue;
    const mated = list.mated[k] === 1;
    const weight = mated ? first : first * (weights[list.second[k] ?? 0] ?? 0);
    if (weight === 0) continue;
    const fold = list.fold[k] ?? 0;
    const score = list.scores[k] ?? 0;
    into.trials[fold] = (into.trials[fold] ?? 0) + weight;
    if (score === Number.NEGATIVE_INFINITY) {
      if (mated) into.failedMated[fold] = (into.failedMated[fold] ?? 0) + weight;
      continue;
    }
    if (!mated) into.nonMated[fold] = (into.nonMated[fold] ?? 0) + weight;
    into.scores[into.length] = score;
    into.weights[into.length] = mated ? weight : -weight;
    into.folds[into.length] = fold;
    into.length += 1;
  }
}

/** As `bestThreshold` does it: the middle one of the gaps between scores that make the least weight of errors. */
function bestThresholdWithout(
  fold: number,
  { length, scores, weights, folds, nonMated, lower, upper }: Draw,
): number | undefined {
  let errors = 0;
  for (let other = 0; other < nonMated.length; other += 1) if (other !== fold) errors += nonMated[other] ?? 0;
  let fewest = Number.POSITIVE_INFINITY;
  let best = 0;
  let last = Number.NaN;
  const tryGap = (score: number) => {
    if (errors > fewest) return;
    if (errors < fewest) best = 0;
    fewest = errors;
    lower[best] = last;
    upper[best] = score;
    best += 1;
  };
  for (let k = 0; k < length; k += 1) {
    if (folds[k] === fold) continue;
    const score = scores[k] ?? 0;
    if (score !== last) {
      tryGap(score);
      last = score;
    }
    errors += weights[k] ?? 0;
  }
  tryGap(Number.NaN);
  const middle = (best - 1) >> 1;
  return thresholdInGap(lower[middle] ?? Number.NaN, upper[middle] ?? Number.NaN);
}

function errorsOf(fold: number, { length, scores, weights, folds, failedMated }: Draw, threshold: number): number {
  let errors = failedMated[fold] ?? 0;
  for (let k = 0; k < length; k += 1) {
    if (folds[k] !== fold) continue;
    const weight = weights[k] ?? 0;
    const matches = (scores[k] ?? 0) >= threshold;
    if (weight > 0 && !matches) errors += weight;
    else if (weight < 0 && matches) errors -= weight;
  }
  return errors;
}
