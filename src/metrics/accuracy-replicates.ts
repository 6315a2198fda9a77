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
  const weightOf = new Float64Array(list.scores.length);
  return (weights) => {
    for (let k = 0; k < weightOf.length; k += 1) {
      const first = weights[list.first[k] ?? 0] ?? 0;
      weightOf[k] = list.mated[k] === 1 ? first : first * (weights[list.second[k] ?? 0] ?? 0);
    }
    let [accuracies, judged] = [0, 0];
    for (let fold = 0; fold < folds.length; fold += 1) {
      const threshold = bestThresholdWithout(fold, list, weightOf);
      if (threshold === undefined) continue;
      const { errors, trials } = judge(fold, list, weightOf, threshold);
      if (trials === 0) continue;
      accuracies += (trials - errors) / trials;
      judged += 1;
    }
    return judged === 0 ? undefined : accuracies / judged;
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

/** As `bestThreshold` does it: the middle one of the gaps between scores that make the least weight of errors. */
function bestThresholdWithout(fold: number, list: SortedComparisons, weightOf: Float64Array): number | undefined {
  const { scores, mated, fold: foldOf } = list;
  let errors = 0;
  for (let k = 0; k < scores.length; k += 1) {
    const scored = scores[k] !== Number.NEGATIVE_INFINITY;
    if (scored && foldOf[k] !== fold && mated[k] === 0) errors += weightOf[k] ?? 0;
  }
  let fewest = Number.POSITIVE_INFINITY;
  let gaps: [number, number][] = [];
  let last = Number.NaN;
  const tryGap = (upper: number) => {
    if (errors > fewest) return;
    if (errors < fewest) gaps = [];
    fewest = errors;
    gaps.push([last, upper]);
  };
  for (let k = 0; k < scores.length; k += 1) {
    const weight = weightOf[k] ?? 0;
    const score = scores[k] ?? 0;
    if (weight === 0 || foldOf[k] === fold || score === Number.NEGATIVE_INFINITY) continue;
    if (score !== last) {
      tryGap(score);
      last = score;
    }
    errors += mated[k] === 1 ? weight : -weight;
  }
  tryGap(Number.NaN);
  const [lower, upper] = gaps[(gaps.length - 1) >> 1] ?? [Number.NaN, Number.NaN];
  return thresholdInGap(lower, upper);
}

function judge(fold: number, list: SortedComparisons, weightOf: Float64Array, threshold: number) {
  let [errors, trials] = [0, 0];
  for (let k = 0; k < weightOf.length; k += 1) {
    if (list.fold[k] !== fold) continue;
    const weight = weightOf[k] ?? 0;
    trials += weight;
    if ((list.scores[k] ?? 0) >= threshold === (list.mated[k] === 0)) errors += weight;
  }
  return { errors, trials };
}
