import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { pairTotals } from './pair-totals.js';

/** How alike errors are, as correlations from 0 to 1: of two comparisons that share one subject, or both. */
export interface PairCorrelation {
  readonly oneShared: number;
  readonly bothShared: number;
}

/** In how many ordered couples two different comparisons of a list share one of their two subjects, or both. */
export interface SharedCouples {
  readonly one: number;
  readonly both: number;
}

/** Counts them from the pairs' trials, in O(pairs + subjects). */
export function sharedCouples(counts: PairCounts): SharedCouples {
  const { trials } = pairTotals(counts);
  const { subjects, pairs } = sumOfProducts(counts, counts.trials, counts.trials);
  return { one: subjects - 2 * pairs, both: pairs - trials };
}

/**
 * The two correlations that several groups have in common if their rates are equal. Each group's sum of d_k d_l over
 * couples k, l that share a subject, d = error - the group's own rate, has the expectation couples x (rho s - V) with
 * s = p (1 - p) of the pooled rate p and V = s (N + rho_1 couples_1 + rho_2 couples_2) / N² the variance of the group's
 * rate, which is taken off as d is measured from that rate (exact where all subjects have the same number of
 * comparisons); the sums over groups are solved for both correlations. The plug-in variance of Fogliato, Patil & Perona
 * (IJCV 132, 2024) has the same sums without that correction. Estimates outside 0 to 1 are set to its ends.
 * Both are 0 where there are no errors, or nothing else.
 */
export function pairCorrelation(groups: readonly PairCounts[]): PairCorrelation {
  const all = groups.map(pairTotals);
  const errors = all.reduce((sum, group) => sum + group.errors, 0);
  const trials = all.reduce((sum, group) => sum + group.trials, 0);
  const spread = (errors / trials) * (1 - errors / trials);
  if (!(spread > 0)) return { oneShared: 0, bothShared: 0 };
  const [one, both, mixed] = [{ seen: 0, slope: 0 }, { seen: 0, slope: 0 }, { slope: 0 }];
  groups.forEach((counts, place) => {
    const own = all[place] ?? { errors: 0, trials: 0 };
    if (own.trials === 0) return;
    const couples = sharedCouples(counts);
    const products = centredProducts(counts, own.errors, own.trials);
    one.seen += products.one / spread + couples.one / own.trials;
    both.seen += products.both / spread + couples.both / own.trials;
    one.slope += couples.one - (couples.one / own.trials) ** 2;
    both.slope += couples.both - (couples.both / own.trials) ** 2;
    mixed.slope += (couples.one / own.trials) * (couples.both / own.trials);
  });
  const determinant = one.slope * both.slope - mixed.slope ** 2;
  if (both.slope > 0 && one.slope > 0 && determinant > 0) {
    return {
      oneShared: unit((one.seen * both.slope + both.seen * mixed.slope) / determinant),
      bothShared: unit((both.seen * one.slope + one.seen * mixed.slope) / determinant),
    };
  }
  return {
    oneShared: one.slope > 0 ? unit(one.seen / one.slope) : 0,
    bothShared: both.slope > 0 ? unit(both.seen / both.slope) : 0,
  };
}

/** The sums of d_k d_l over ordered couples of different comparisons that share one subject, or both. */
function centredProducts(counts: PairCounts, errors: number, trials: number): SharedCouples {
  const rate = errors / trials;
  // Three sums of whole numbers are exact in any order of the pairs.
  const ee = sumOfProducts(counts, counts.errors, counts.errors);
  const en = sumOfProducts(counts, counts.errors, counts.trials);
  const nn = sumOfProducts(counts, counts.trials, counts.trials);
  const centred = (of: 'subjects' | 'pairs') => ee[of] - 2 * rate * en[of] + rate * rate * nn[of];
  const pairs = centred('pairs');
  return { one: centred('subjects') - 2 * pairs, both: pairs - errors * (1 - rate) };
}

/** Σ x y over subjects, each with what all its pairs have together, and over pairs. */
function sumOfProducts(
  { subjects, first, second }: PairCounts,
  x: Float64Array,
  y: Float64Array,
): { subjects: number; pairs: number } {
  const [ofX, ofY] = [new Float64Array(subjects), new Float64Array(subjects)];
  let pairs = 0;
  for (let pair = 0; pair < first.length; pair += 1) {
    const [a, b, xs, ys] = [first[pair] ?? 0, second[pair] ?? 0, x[pair] ?? 0, y[pair] ?? 0];
    ofX[a] = (ofX[a] ?? 0) + xs;
    ofX[b] = (ofX[b] ?? 0) + xs;
    ofY[a] = (ofY[a] ?? 0) + ys;
    ofY[b] = (ofY[b] ?? 0) + ys;
    pairs += xs * ys;
  }
  return { subjects: ofX.reduce((sum, xs, subject) => sum + xs * (ofY[subject] ?? 0), 0), pairs };
}

function unit(value: number): number {
  return Math.min(1, Math.max(0, value));
}
