import { seededRandom } from '../../statistics/seeded.js';
import { type Chance, chanceOf } from './chance.js';
import type { ZooSettings } from './concentration.js';
import { centredMidRanks } from './mid-ranks.js';
import { rankByRate, type SubjectErrors } from './ranking.js';
import { bySubject, dealer, type Role, type Units, unitsOf } from './units.js';
import type { ZooSide } from './zoo-comparisons.js';

/** Whether subjects differ more than chance makes them. */
export type SpreadTest =
  | {
      readonly state: 'resolved';
      /** The variance between subjects over what chance gives on average: about 1 where all subjects are alike. */
      readonly spread: number;
      /** The same for the permutations. */
      readonly chance: Chance;
    }
  | { readonly state: 'unavailable'; readonly reason: string };

/** Whether a kind of subject exists that goes wrong more often than others, and who is most like it. */
export interface Animals {
  /** By errors at the threshold. */
  readonly byErrors: SpreadTest;
  /** By scores, all of them; unavailable where they were not given. */
  readonly byScores: SpreadTest;
  readonly errors: number;
  readonly trials: number;
  /** How many subjects have such comparisons, and how many of them were ranked. */
  readonly subjects: number;
  readonly ranked: number;
  readonly minTrials: number;
  /** The subjects with the highest rates of errors, as `rankByRate` orders them; chosen as the most extreme. */
  readonly most: readonly SubjectErrors[];
}

/**
 * Tests whether subjects differ: the variance of their error rates, or of the mean ranks of their scores, weighted by
 * their numbers of comparisons, against what it is when the same errors or ranks are dealt out at random among the same
 * comparisons. That such animals should be tested for is due to Doddington, Liggett, Martin, Przybocki & Reynolds (Sheep,
 * Goats, Lambs and Wolves, ICSLP 1998); the test by scores is a Kruskal-Wallis test with permutations for its p-value.
 * Comparisons of one pair of people stay together; those that share a picture do not, so that one bad picture in many
 * mated comparisons makes a goat of its subject.
 */
export function findAnimals(
  subjects: number,
  side: ZooSide,
  role: Role,
  directed: boolean,
  settings: ZooSettings & { readonly list: number },
): Animals {
  const units = unitsOf(side, (k) => side.isError[k] ?? 0, directed);
  const trials = bySubject(subjects, units, units.trials, role);
  const errors = units.values.reduce((sum, value) => sum + value, 0);
  const ranks = side.scores && centredMidRanks(side.scores);
  const byRanks = ranks && unitsOf(side, (k) => ranks[k] ?? 0, directed);
  const flat = errors === 0 || errors === side.first.length;
  return {
    byErrors: flat
      ? nothing(errors === 0 ? 'There is no error.' : 'All comparisons are errors.')
      : spreadTest(subjects, units, trials, role, settings),
    byScores:
      byRanks === undefined
        ? nothing('Scores were not given.')
        : ranks?.every((rank) => rank === 0)
          ? nothing('There are no two different scores.')
          : spreadTest(subjects, byRanks, trials, role, settings),
    errors,
    trials: side.first.length,
    subjects: trials.filter((own) => own > 0).length,
    ranked: trials.filter((own) => own >= settings.minTrials).length,
    minTrials: settings.minTrials,
    most: rankByRate(bySubject(subjects, units, units.values, role), trials, settings.minTrials).slice(
      0,
      settings.list,
    ),
  };
}

/**
 * Every score is dealt out anew in every permutation. Permutations beyond so many scores in all are left out, but for the
 * fewest that give p-values down to 0.005; results say how many there were.
 */
const MOST_DEALT = 2e7;
const FEWEST_PERMUTATIONS = 199;

function affordable(units: Units, asked: number): number {
  const values = units.values.filter((value) => value !== 0).length;
  return Math.min(asked, Math.max(FEWEST_PERMUTATIONS, Math.floor(MOST_DEALT / Math.max(1, values))));
}

function spreadTest(
  subjects: number,
  units: Units,
  trials: Float64Array,
  role: Role,
  { permutations: asked, seed, level }: ZooSettings,
): SpreadTest {
  if (trials.filter((own) => own > 0).length < 2) return nothing('Fewer than two subjects have comparisons.');
  if (trials.every((own) => own < 2))
    return nothing('No subject has two comparisons, so subjects cannot be told from chance.');
  const all = trials.reduce((sum, own) => sum + own, 0);
  const spreadOf = (sums: Float64Array) => {
    let [squares, total] = [0, 0];
    for (let subject = 0; subject < subjects; subject += 1) {
      const [own, sum] = [trials[subject] ?? 0, sums[subject] ?? 0];
      if (own > 0) squares += (sum * sum) / own;
      total += sum;
    }
    return squares - (total * total) / all;
  };
  const permutations = affordable(units, asked);
  const scale = units.values.reduce((sum, value, unit) => sum + value ** 2 / (units.trials[unit] ?? 1), 0);
  const deal = dealer(subjects, units, role);
  const random = seededRandom(seed);
  const permuted = Float64Array.from({ length: permutations }, () => spreadOf(deal(random)));
  const average = permuted.reduce((sum, value) => sum + value, 0) / permutations;
  // Values that do not vary differ by rounding only.
  if (!(average > 1e-9 * scale)) return nothing('However errors fall, subjects come out alike.');
  const spread = spreadOf(bySubject(subjects, units, units.values, role)) / average;
  return {
    state: 'resolved',
    spread,
    chance: chanceOf(
      spread,
      permuted.map((value) => value / average),
      level,
    ),
  };
}

function nothing(reason: string): SpreadTest {
  return { state: 'unavailable', reason };
}
