import { type BootstrapOptions, DEFAULT_REPLICATES, subjectReplicates } from '../../statistics/dependence/bootstrap.js';
import { nextFloat32Down } from '../../statistics/float32.js';
import type { FnmrReplicates } from '../fnmr-at-fmr.js';
import { allowedErrors } from '../threshold.js';
import type { FailureView } from '../verification-metric.js';
import { type MatedBySubject, missCounter, readyMated, type WeightedMisses } from './weighted-misses.js';
import { comparisonCounter, type WeightedTrials } from './weighted-trials.js';

/** What the bootstrap needs of a comparison of every sample with every other. */
export interface TailScores extends MatedBySubject {
  /** Every non-mated comparison with a score of `from`, a float32, or above, highest first, and its two subjects. */
  readonly tail: {
    readonly from: number;
    readonly scores: Float32Array;
    readonly first: Int32Array;
    readonly second: Int32Array;
  };
}

/**
 * FNMR at a target FMR in each replicate. Where a replicate's threshold lies below the tail FNMR is not known, and stands
 * as 0 in `overComparisons` and `overSubjects`, which is right for the low end of an interval only.
 */
export interface TailReplicates extends FnmrReplicates {
  /** The same replicates, with the most that FNMR can be, that at the end of the tail, where it is not known. */
  readonly atMost: FnmrReplicates;
  /** In how many replicates the threshold lies below the tail. */
  readonly ranOut: number;
}

/**
 * FNMR at target FMRs when everybody is compared with everybody, in the replicates of a subject bootstrap that sets the
 * threshold anew in each: a non-mated comparison counts with the product of its two subjects' weights, so there are
 * ((Σ w n)² - Σ (w n)²) / 2 of them, n being the samples of a subject, and a mated one with its subject's weight. The
 * threshold is the next float32 above the score that must be rejected, whole blocks of equal scores together; over
 * subjects it is the mean of the rates of the subjects drawn. All targets share the draws.
 *
 * A replicate that runs out of the tail must not make an interval narrower: take the low end from the replicates
 * themselves, and the high end from `atMost`; where more ran out than the low end leaves below itself, it is 0. One in
 * which no mated or no non-mated comparison is left gives nothing. Time goes with the comparisons that match at the
 * highest target, and with how far thresholds move. 2,000 replicates with seed 1 unless said otherwise. Targets are not
 * checked. Throws when the mated scores of a subject are not those of all pairs of its samples that have a template.
 * Source: Snijders & Borgatti (Connections 22(2), 1999), as in `subjectReplicates`.
 */
export function thresholdReplicates(
  scores: TailScores,
  targets: readonly number[],
  view: FailureView,
  { replicates = DEFAULT_REPLICATES, seed = 1 }: Partial<BootstrapOptions> = {},
): ReadonlyMap<number, TailReplicates> {
  const { tail } = scores;
  const count = comparisonCounter(scores, view);
  const all = count(new Int32Array(scores.samples.length).fill(1));
  const mated = readyMated(scores, view);
  const atEnd = missCounter(mated, nextFloat32Down(tail.from));
  const points = [...new Set(targets)]
    .map((target) => {
      const rejected = tail.scores[allowedErrors(all.nonMated, target)];
      const start = rejected === undefined ? tail.scores.length : tail.scores.indexOf(rejected);
      const misses = rejected === undefined ? atEnd : missCounter(mated, rejected);
      return { target, start, misses, found: replicateList() };
    })
    .sort((p, q) => p.start - q.start);
  subjectReplicates(scores.samples.length, { replicates, seed }, (weights) => {
    const trials = count(weights);
    if (trials.nonMated === 0 || trials.mated === 0) return;
    let [at, matches] = [0, 0];
    for (const { target, start, misses, found } of points) {
      matches += weightBetween(tail, weights, at, start);
      at = start;
      const allowed = allowedErrors(trials.nonMated, target);
      const rejected =
        allowed >= trials.scored ? Number.NEGATIVE_INFINITY : rejectedBy(tail, weights, { at, matches }, allowed);
      found.add(rejected === undefined ? atEnd(weights) : misses(weights, rejected), trials, rejected !== undefined);
    }
  });
  return new Map(points.map(({ target, found }) => [target, found.result()]));
}

/** The weight of the comparisons of the tail from one position to another. */
function weightBetween({ first, second }: TailScores['tail'], weights: Int32Array, from: number, to: number): number {
  let total = 0;
  for (let k = from; k < to; k += 1) total += (weights[first[k] ?? 0] ?? 0) * (weights[second[k] ?? 0] ?? 0);
  return total;
}

/**
 * The highest score that must be rejected when matches may weigh `allowed`, from a position in the tail above which they
 * weigh `matches`; undefined where it lies below the tail.
 */
function rejectedBy(
  tail: TailScores['tail'],
  weights: Int32Array,
  { at, matches }: { at: number; matches: number },
  allowed: number,
): number | undefined {
  const { scores, first, second } = tail;
  while (at > 0 && matches > allowed) {
    at -= 1;
    matches -= (weights[first[at] ?? 0] ?? 0) * (weights[second[at] ?? 0] ?? 0);
  }
  // That may end inside a block; what is left of the block does not fit, so it is the one that is rejected.
  for (; at < scores.length; at += 1) {
    matches += (weights[first[at] ?? 0] ?? 0) * (weights[second[at] ?? 0] ?? 0);
    if (matches > allowed) return scores[at];
  }
  return undefined;
}

/** Takes what the replicates give, known or at most. */
function replicateList() {
  const lists = { known: [[], []] as [number[], number[]], atMost: [[], []] as [number[], number[]] };
  let ranOut = 0;
  const both = ([overComparisons, overSubjects]: [number[], number[]]): FnmrReplicates => ({
    overComparisons: Float64Array.from(overComparisons),
    overSubjects: Float64Array.from(overSubjects),
  });
  return {
    add({ count, rates }: WeightedMisses, { mated, subjects }: WeightedTrials, known: boolean) {
      lists.atMost[0].push(count / mated);
      lists.atMost[1].push(rates / subjects);
      lists.known[0].push(known ? count / mated : 0);
      lists.known[1].push(known ? rates / subjects : 0);
      if (!known) ranOut += 1;
    },
    result: (): TailReplicates => ({ ...both(lists.known), atMost: both(lists.atMost), ranOut }),
  };
}
