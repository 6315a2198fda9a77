import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { BootstrapOptions } from '../../statistics/dependence/bootstrap.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { drawLogGamma, drawMultinomial, shuffle } from '../../statistics/draws.js';
import { seededRandom } from '../../statistics/seeded.js';
import type { GroupCounts } from './group-counts.js';
import { type GroupSample, share } from './group-sample.js';
import { pairCorrelation, sharedCouples } from './pair-correlation.js';
import { pairTotals } from './pair-totals.js';

/**
 * What the rates of these groups would look like if all groups were equal, drawn again and again; false matches and
 * false non-matches are drawn apart from each other. See `equalFalseMatches` and `equalFalseNonMatches`.
 */
export function equalGroups(
  groups: readonly GroupCounts[],
  { replicates, seed }: BootstrapOptions,
): readonly GroupSample[] {
  const random = seededRandom(seed);
  const fmr = equalFalseMatches(groups.map(({ nonMated }) => nonMated));
  const fnmr = equalFalseNonMatches(groups.map(({ mated }) => mated));
  return Array.from({ length: replicates }, () => ({ fmr: fmr(random), fnmr: fnmr(random) }));
}

type DrawRates = (random: RandomGenerator) => (number | undefined)[];

/**
 * All groups' false matches together, dealt out anew: each group has its number of comparisons times a gamma number of
 * mean 1 as its chance, so that its count has the variance that comparisons which share subjects give it (a
 * Dirichlet-multinomial where groups are alike). That variance is rate (1 - rate) (N + rho_1 couples_1 + rho_2
 * couples_2), with each group's own couples of comparisons and the correlations estimated over all groups. Exchanging
 * the labels of subjects would not do here: it would put comparisons between groups, which match less often, into groups.
 * Counts stay whole, as the chance of a group without any error must be right. Meant for rates far below 1/2, as false
 * match rates are: above, the counts vary somewhat more than they should.
 */
export function equalFalseMatches(groups: readonly PairCounts[]): DrawRates {
  const totals = groups.map(pairTotals);
  const errors = totals.reduce((sum, group) => sum + group.errors, 0);
  const trials = totals.reduce((sum, group) => sum + group.trials, 0);
  const { oneShared, bothShared } = pairCorrelation(groups);
  const rate = errors / trials;
  const shapes = groups.map((counts, place) => {
    const couples = sharedCouples(counts);
    const excess = (1 - rate) * (oneShared * couples.one + bothShared * couples.both);
    return excess > 0 ? (rate * (totals[place]?.trials ?? 0) ** 2) / excess : Number.POSITIVE_INFINITY;
  });
  return (random) => {
    const logs = shapes.map((shape, place) => {
      const own = Math.log(totals[place]?.trials ?? 0);
      return own > Number.NEGATIVE_INFINITY && shape < Number.POSITIVE_INFINITY
        ? own + drawLogGamma(shape, random) - Math.log(shape)
        : own;
    });
    const largest = Math.max(...logs);
    const chances = logs.map((log) => (log > Number.NEGATIVE_INFINITY ? Math.exp(log - largest) : 0));
    const dealt = errors > 0 ? drawMultinomial(errors, chances, random) : chances.map(() => 0);
    return totals.map((own, place) => share(Math.min(own.trials, dealt[place] ?? 0), own.trials));
  };
}

/**
 * The groups' labels exchanged among the subjects that have mated comparisons, each keeping its own comparisons and
 * errors: a permutation test, exact for groups that are equal. Labels change hands only among subjects with about the
 * same number of comparisons (1, 2-3, 4-7, ...), so that the number of comparisons of each group about stays, and one
 * subject with most of the comparisons is not mistaken for its group.
 */
export function equalFalseNonMatches(groups: readonly PairCounts[]): DrawRates {
  const strata = new Map<number, { errors: number[]; trials: number[]; labels: number[] }>();
  groups.forEach(({ first, errors, trials }, group) => {
    // In the order of subjects, so that the order of comparisons changes nothing.
    for (const pair of Array.from(first.keys()).sort((p, q) => (first[p] ?? 0) - (first[q] ?? 0))) {
      const own = trials[pair] ?? 0;
      const scale = Math.floor(Math.log2(own));
      const stratum = strata.get(scale) ?? { errors: [], trials: [], labels: [] };
      strata.set(scale, stratum);
      stratum.errors.push(errors[pair] ?? 0);
      stratum.trials.push(own);
      stratum.labels.push(group);
    }
  });
  const ordered = [...strata].sort(([a], [b]) => a - b).map(([, stratum]) => stratum);
  return (random) => {
    const errors = groups.map(() => 0);
    const trials = groups.map(() => 0);
    for (const stratum of ordered) {
      shuffle(stratum.labels, random);
      stratum.labels.forEach((group, subject) => {
        errors[group] = (errors[group] ?? 0) + (stratum.errors[subject] ?? 0);
        trials[group] = (trials[group] ?? 0) + (stratum.trials[subject] ?? 0);
      });
    }
    return groups.map((_, group) => share(errors[group] ?? 0, trials[group] ?? 0));
  };
}
