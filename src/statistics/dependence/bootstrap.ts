import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawerBelow, seededRandom } from '../seeded.js';
import type { PairCounts } from './subject-pairs.js';

/** How a bootstrap is drawn. */
export interface BootstrapOptions {
  /** Number of replicates. */
  readonly replicates: number;
  readonly seed: number;
}

/** What is taken where nobody says otherwise; 2,000 put the ends of a 95% interval at 2.5% give or take 0.35%. */
export const DEFAULT_REPLICATES = 2000;

/**
 * Visits the replicates of a subject bootstrap: as many subjects as there are, drawn with replacement. `weights[i]` says
 * how often subject i was drawn; a comparison counts with the product of the weights of its two subjects, a mated one
 * with the weight of its subject. After the vertex bootstrap of Snijders & Borgatti (Connections 22(2), 1999), but no
 * comparison is put in for a subject with itself; for matching: Bolle, Ratha & Pankanti (CVIU 93, 2004) and Fogliato et
 * al. (IJCV 132, 2024). The same seed gives the same replicates. The array is used again for the next replicate.
 */
export function subjectReplicates(
  subjects: number,
  { replicates, seed }: BootstrapOptions,
  visit: (weights: Int32Array, replicate: number) => void,
): void {
  const random = seededRandom(seed);
  const weights = new Int32Array(subjects);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    drawWeights(weights, random);
    visit(weights, replicate);
  }
}

/** Fills `weights` with how often each of them was drawn in as many draws as there are. */
export function drawWeights(weights: Int32Array, random: RandomGenerator): void {
  weights.fill(0);
  const drawn = drawerBelow(random, weights.length);
  for (let draw = 0; draw < weights.length; draw += 1) {
    const subject = drawn();
    weights[subject] = (weights[subject] ?? 0) + 1;
  }
}

/**
 * The two ends of the percentile interval of bootstrap replicates at confidence `level`: the order statistics of rank
 * ⌊(R + 1) α/2⌋ and its mirror image (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, section 12.5).
 * Replicates that gave no value are left out by the caller. Undefined when there are too few for the level.
 */
export function percentileInterval(
  replicates: ArrayLike<number>,
  level: number,
): { low: number; high: number } | undefined {
  const sorted = Float64Array.from(replicates).sort();
  const rank = Math.floor((sorted.length + 1) * ((1 - level) / 2) + 1e-9);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  return rank < 1 || low === undefined || high === undefined ? undefined : { low, high };
}

/**
 * The rate errors / trials in each replicate of a subject bootstrap. A replicate in which no trial is left, as can happen
 * with few subjects, gives none. Takes O(pairs + subjects) a replicate.
 */
export function rateReplicates(
  { subjects, first, second, errors, trials }: PairCounts,
  options: BootstrapOptions,
): Float64Array {
  const rates: number[] = [];
  subjectReplicates(subjects, options, (weights) => {
    let [e, n] = [0, 0];
    for (let pair = 0; pair < first.length; pair += 1) {
      const a = first[pair] ?? 0;
      const b = second[pair] ?? 0;
      const weight = a === b ? (weights[a] ?? 0) : (weights[a] ?? 0) * (weights[b] ?? 0);
      e += weight * (errors[pair] ?? 0);
      n += weight * (trials[pair] ?? 0);
    }
    if (n > 0) rates.push(e / n);
  });
  return Float64Array.from(rates);
}
