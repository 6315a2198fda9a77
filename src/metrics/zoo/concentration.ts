import { seededRandom } from '../../statistics/seeded.js';
import { type Chance, chanceOf } from './chance.js';
import { rankByRate } from './ranking.js';
import { bySubject, dealer, unitsOf } from './units.js';
import type { ZooSide } from './zoo-comparisons.js';

/** The parts of the subjects that are looked at: the worst hundredth and the worst tenth. */
export const WORST_PARTS = [0.01, 0.1] as const;

/** What the subjects with the highest false-match rates carry of all false matches. */
export interface WorstShare {
  /** Which part of the ranked subjects. */
  readonly part: number;
  /** How many subjects that is: the part of them, rounded, and at least one. */
  readonly subjects: number;
  /** How many ends of false matches they carry; each false match has two. */
  readonly endpoints: number;
  /** Those among all ends. */
  readonly share: number;
  /** The same share where the same false matches fall among the same comparisons by chance. */
  readonly chance: Chance;
}

/** Whether a few subjects carry the false matches. */
export type Concentration =
  | {
      readonly state: 'resolved';
      readonly falseMatches: number;
      /** How many different pairs of subjects they are of. */
      readonly falseMatchPairs: number;
      readonly comparisons: number;
      /** How many subjects were ranked by their own false-match rate, those with `minTrials` comparisons. */
      readonly subjects: number;
      /** How many were not; their ends count among all, never among the worst. */
      readonly unranked: number;
      readonly minTrials: number;
      readonly worst: readonly WorstShare[];
    }
  | { readonly state: 'unavailable'; readonly reason: string };

/** How chance is tried out and who is ranked. */
export interface ZooSettings {
  readonly permutations: number;
  readonly seed: number;
  readonly level: number;
  /** A subject with fewer comparisons is not ranked: its rate hangs on one or two of them. */
  readonly minTrials: number;
}

/**
 * The share of false-match ends that the worst 1% and 10% of subjects carry, by their own false-match rate (see
 * `rankByRate`). The worst are chosen by the very errors that are counted, so even chance gives them more than their
 * part: the same share is taken where the false matches are dealt out at random among the same comparisons, those of one
 * pair of people staying together (see `dealer`), and ranked in the same way.
 */
export function concentration(
  subjects: number,
  nonMated: ZooSide,
  { permutations, seed, level, minTrials }: ZooSettings,
): Concentration {
  const units = unitsOf(nonMated, (k) => nonMated.isError[k] ?? 0, false);
  const trials = bySubject(subjects, units, units.trials, 'both');
  const errors = bySubject(subjects, units, units.values, 'both');
  const falseMatches = units.values.reduce((sum, value) => sum + value, 0);
  const ranked = trials.filter((own) => own >= minTrials).length;
  if (falseMatches === 0)
    return { state: 'unavailable', reason: 'There is no false match whose subjects could be ranked.' };
  if (ranked === 0) {
    return {
      state: 'unavailable',
      reason: `No subject has ${minTrials} or more non-mated comparisons to be ranked by.`,
    };
  }
  const sizes = WORST_PARTS.map((part) => Math.max(1, Math.round(part * ranked)));
  const endpointsOf = (own: Float64Array) => {
    const ranking = rankByRate(own, trials, minTrials);
    return sizes.map((size) => ranking.slice(0, size).reduce((sum, subject) => sum + subject.errors, 0));
  };
  const observed = endpointsOf(errors);
  const deal = dealer(subjects, units, 'both');
  const random = seededRandom(seed);
  const dealt = Array.from({ length: permutations }, () => endpointsOf(deal(random)));
  const share = (endpoints: number) => endpoints / (2 * falseMatches);
  return {
    state: 'resolved',
    falseMatches,
    falseMatchPairs: units.values.filter((value) => value > 0).length,
    comparisons: nonMated.first.length,
    subjects: ranked,
    unranked: trials.filter((own) => own > 0 && own < minTrials).length,
    minTrials,
    worst: WORST_PARTS.map((part, i) => {
      const endpoints = observed[i] ?? 0;
      const shares = Float64Array.from(dealt, (one) => share(one[i] ?? 0));
      const chance = chanceOf(share(endpoints), shares, level);
      return { part, subjects: sizes[i] ?? 0, endpoints, share: share(endpoints), chance };
    }),
  };
}
