import type { FnmrReplicates } from './fnmr-at-fmr.js';
import type { ReplicateWeights } from './resample-sides.js';
import type { RankedSubjects } from './scores.js';
import { allowedErrors } from './threshold.js';

/** Takes the weights of the replicates of a bootstrap, one after the other. */
export interface FnmrBootstrap {
  /** `strangers`: the weights of the non-mated comparisons that set the threshold, and `trials` their sum. */
  add(weights: Pick<ReplicateWeights, 'subjects' | 'mated'>, strangers: Int32Array, trials: number): void;
  /** What the replicates gave; one that held no mated or no non-mated comparison gave nothing. */
  result(): FnmrReplicates;
}

/**
 * FNMR at a target FMR in the replicates of a bootstrap, the threshold set anew in each. Over subjects it is the mean of
 * the rates of the subjects drawn. Each replicate takes O(comparisons), most of it only as far down as the threshold.
 */
export function fnmrBootstrap(mated: RankedSubjects, nonMated: RankedSubjects, target: number): FnmrBootstrap {
  const rejected = rejectionFinder(nonMated);
  const missed = missCounter(mated);
  const overComparisons: number[] = [];
  const overSubjects: number[] = [];
  return {
    add(weights, strangers, trials) {
      const sums = trials > 0 ? missed(weights, rejected(strangers, allowedErrors(trials, target))) : null;
      if (!sums || sums.trials === 0) return;
      overComparisons.push(sums.misses / sums.trials);
      overSubjects.push(sums.rates / sums.subjects);
    },
    result: () => ({
      overComparisons: Float64Array.from(overComparisons),
      overSubjects: Float64Array.from(overSubjects),
    }),
  };
}

/** The sum of weights. */
export function totalWeight(weights: Int32Array): number {
  let total = 0;
  for (let k = 0; k < weights.length; k += 1) total += weights[k] ?? 0;
  return total;
}

/** Finds the highest score that must be rejected when matches may weigh `allowed` at most. */
function rejectionFinder({ scores }: RankedSubjects): (weights: Int32Array, allowed: number) => number {
  const descending = Int32Array.from(scores, (_, k) => k).sort((p, q) => (scores[q] ?? 0) - (scores[p] ?? 0));
  return (weights, allowed) => {
    let matches = 0;
    for (const k of descending) {
      matches += weights[k] ?? 0;
      if (matches > allowed) return scores[k] ?? 0;
    }
    return Number.NEGATIVE_INFINITY;
  };
}

/** Counts the misses when `rejected` is the highest score that does not match. */
function missCounter({ scores, first: subjectOf }: RankedSubjects) {
  const subjects = Int32Array.from(new Set(subjectOf)).sort();
  const highest = subjects.at(-1) ?? 0;
  const trials = new Float64Array(highest + 1);
  const misses = new Float64Array(highest + 1);
  return ({ subjects: drawn, mated: weights }: Pick<ReplicateWeights, 'subjects' | 'mated'>, rejected: number) => {
    trials.fill(0);
    misses.fill(0);
    for (let k = 0; k < subjectOf.length; k += 1) {
      const weight = weights[k] ?? 0;
      if (weight === 0) continue;
      const subject = subjectOf[k] ?? 0;
      trials[subject] = (trials[subject] ?? 0) + weight;
      // A failed comparison has no score, and misses at every threshold.
      if (!((scores[k] ?? Number.NEGATIVE_INFINITY) > rejected)) misses[subject] = (misses[subject] ?? 0) + weight;
    }
    const sums = { misses: 0, trials: 0, rates: 0, subjects: 0 };
    for (const subject of subjects) {
      const own = trials[subject] ?? 0;
      if (own === 0) continue;
      sums.misses += misses[subject] ?? 0;
      sums.trials += own;
      sums.rates += ((drawn[subject] ?? 0) * (misses[subject] ?? 0)) / own;
      sums.subjects += drawn[subject] ?? 0;
    }
    return sums;
  };
}
