import { checkGrouped } from '../differential/grouped-comparisons.js';
import type { JudgedComparisons } from '../judged-comparisons.js';
import type { AllPairsScores } from './all-pairs-scores.js';
import { matchesInTail } from './false-matches.js';
import { type PairFalseMatches, pairFalseMatches, splitByGroups } from './pair-false-matches.js';
import { type PairSums, pairSums } from './pair-sums.js';

/** The groups that subjects are in: `groupOf[subject]` is a place among `groups`, or -1 where it is not known. */
export interface SubjectGroups {
  readonly groupOf: Int32Array;
  readonly groups: readonly string[];
}

/** The false matches at a threshold by groups: all that FMR within and between groups needs beside samples and groups. */
export interface GroupFalseMatches {
  readonly threshold: number;
  /** The false matches of subject s with subjects of group g at `s x groups + g`; each stands at both of its subjects. */
  readonly bySubject: Int32Array;
  /** What intervals need of groups g <= h at `cells[g][h - g]`. */
  readonly cells: readonly (readonly PairSums[])[];
}

/**
 * Counts the false matches at a threshold that the tail reaches by the groups of their subjects. Takes
 * O(n log n + subjects x groups²) for n of them. Throws as `falseMatchesAt` does, and for groups that do not fit.
 */
export function falseMatchesByGroup(
  scores: AllPairsScores,
  { groupOf, groups }: SubjectGroups,
  threshold: number,
): GroupFalseMatches {
  const { subjects, tail } = scores;
  checkGroups(subjects, { groupOf, groups });
  const pairs = pairFalseMatches(tail, matchesInTail(scores, threshold), subjects);
  const cells = splitByGroups(pairs, groupOf, groups.length).map((row, g) =>
    row.map((cell, above) => pairSums(cell, scores, { groupOf, g, h: g + above })),
  );
  return { threshold, bySubject: countWithGroups(pairs, groupOf, groups.length), cells };
}

const NONE: JudgedComparisons = { first: new Int32Array(), second: new Int32Array(), isError: new Uint8Array() };

/** Refuses groups that are not one for each subject, or not those that are named. */
export function checkGroups(subjects: number, groups: SubjectGroups): void {
  checkGrouped({ subjects, ...groups, mated: NONE, nonMated: NONE });
}

function countWithGroups(
  { first, second, falseMatches }: PairFalseMatches,
  groupOf: Int32Array,
  groups: number,
): Int32Array {
  const found = new Int32Array(groupOf.length * groups);
  const add = (subject: number, other: number, count: number) => {
    const group = groupOf[other] ?? -1;
    if (group < 0) return;
    const at = subject * groups + group;
    found[at] = (found[at] ?? 0) + count;
  };
  for (let pair = 0; pair < first.length; pair += 1) {
    const [a, b, count] = [first[pair] ?? 0, second[pair] ?? 0, falseMatches[pair] ?? 0];
    add(a, b, count);
    add(b, a, count);
  }
  return found;
}
