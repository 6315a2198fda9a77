import { checkLevel, DEFAULT_LEVEL } from '../../statistics/level.js';
import { type Animals, findAnimals } from './animals.js';
import { type Concentration, concentration } from './concentration.js';
import { checkZoo, type ZooComparisons } from './zoo-comparisons.js';

/** How the zoo is looked at; all have defaults. */
export interface ZooOptions {
  readonly permutations?: number | undefined;
  readonly seed?: number | undefined;
  readonly level?: number | undefined;
  /** The fewest comparisons with which a subject is ranked. */
  readonly minTrials?: { readonly mated: number; readonly nonMated: number } | undefined;
  /** How many of the most extreme subjects are listed. */
  readonly list?: number | undefined;
}

/** Enough for p-values down to 0.001. */
export const DEFAULT_PERMUTATIONS = 1000;

/** With fewer comparisons one error is a rate of a fifth or of a tenth, and says more about chance than about people. */
export const MIN_TRIALS = { mated: 5, nonMated: 10 } as const;

/** Doddington's zoo: subjects who go wrong more often than others, as Doddington et al. (ICSLP 1998) named them. */
export interface Zoo {
  readonly concentration: Concentration;
  /** Subjects with unusually many false non-matches. */
  readonly goats: Animals;
  /**
   * Subjects with unusually many false matches: lambs, whose references others match, and wolves, whose probes match
   * others. Comparisons without direction cannot tell the two apart.
   */
  readonly falselyMatched:
    | { readonly directed: true; readonly lambs: Animals; readonly wolves: Animals }
    | { readonly directed: false; readonly lambsOrWolves: Animals };
}

/**
 * Looks for animals among the subjects, each kind with a permutation test of whether it exists. Deterministic for a seed
 * and an order of comparisons. Throws for input whose parts do not fit together, and options out of range.
 */
export function doddingtonZoo(
  comparisons: ZooComparisons,
  {
    permutations = DEFAULT_PERMUTATIONS,
    seed = 1,
    level = DEFAULT_LEVEL,
    minTrials = MIN_TRIALS,
    list = 10,
  }: ZooOptions = {},
): Zoo {
  checkLevel(level);
  checkZoo(comparisons);
  const { subjects, mated, nonMated, directed } = comparisons;
  const settings = { permutations, seed, level, list };
  const find = (role: 'both' | 'first' | 'second') =>
    findAnimals(subjects, nonMated, role, directed, { ...settings, minTrials: minTrials.nonMated });
  return {
    concentration: concentration(subjects, nonMated, { ...settings, minTrials: minTrials.nonMated }),
    goats: findAnimals(subjects, mated, 'both', directed, { ...settings, minTrials: minTrials.mated }),
    falselyMatched: directed
      ? { directed, lambs: find('second'), wolves: find('first') }
      : { directed, lambsOrWolves: find('both') },
  };
}
