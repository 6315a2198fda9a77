import {
  countByPair,
  type PairCounts,
  type SubjectNumbers,
  subjectPairs,
} from '../../statistics/dependence/subject-pairs.js';
import type { JudgedComparisons } from '../judged-comparisons.js';
import { type GroupedComparisons, UNKNOWN_GROUP } from './grouped-comparisons.js';

/** The comparisons within a group, counted by pair of subjects. */
export interface GroupCounts {
  readonly group: string;
  /** How many of its subjects stand in the comparisons below; they are the numbers under it there, in both lists. */
  readonly subjects: number;
  readonly mated: PairCounts;
  /** Of two subjects of the group. */
  readonly nonMated: PairCounts;
}

/** All comparisons by the groups of their subjects. */
export interface CountsByGroup {
  readonly groups: readonly GroupCounts[];
  /** Non-mated comparisons between groups g < h are `cross[g][h - g - 1]`, counted by pair of subjects. */
  readonly cross: readonly (readonly PairCounts[])[];
  /** How many comparisons are in no group's rate, as the group of one of their subjects is not known. */
  readonly leftOut: { readonly mated: number; readonly nonMated: number };
}

/**
 * Counts comparisons by the groups of their subjects. Subjects are numbered in their own order within each group, so that
 * the order of comparisons changes nothing. Takes O(comparisons + groups²).
 */
export function countByGroup({ subjects, groupOf, groups, mated, nonMated }: GroupedComparisons): CountsByGroup {
  const cells = groups.length;
  const groupAt = (subject: number) => groupOf[subject] ?? UNKNOWN_GROUP;
  const cellOf = ({ first, second }: JudgedComparisons) => {
    const lists: number[][] = Array.from({ length: cells * cells }, () => []);
    let leftOut = 0;
    for (let k = 0; k < first.length; k += 1) {
      const [g, h] = [groupAt(first[k] ?? 0), groupAt(second[k] ?? 0)];
      if (g === UNKNOWN_GROUP || h === UNKNOWN_GROUP) leftOut += 1;
      else lists[Math.min(g, h) * cells + Math.max(g, h)]?.push(k);
    }
    return { in: (g: number, h: number) => lists[g * cells + h] ?? [], leftOut };
  };
  const matedCells = cellOf(mated);
  const nonMatedCells = cellOf(nonMated);
  return {
    groups: groups.map((group, g) => {
      const parts = [part(mated, matedCells.in(g, g)), part(nonMated, nonMatedCells.in(g, g))] as const;
      const numbers = numbersOf(subjects, parts);
      return { group, subjects: numbers.size, mated: count(parts[0], numbers), nonMated: count(parts[1], numbers) };
    }),
    cross: groups.map((_, g) =>
      groups.slice(g + 1).map((__, above) => {
        const cell = part(nonMated, nonMatedCells.in(g, g + 1 + above));
        return count(cell, numbersOf(subjects, [cell]));
      }),
    ),
    leftOut: { mated: matedCells.leftOut, nonMated: nonMatedCells.leftOut },
  };
}

function part({ first, second, isError }: JudgedComparisons, chosen: readonly number[]): JudgedComparisons {
  return {
    first: Int32Array.from(chosen, (k) => first[k] ?? 0),
    second: Int32Array.from(chosen, (k) => second[k] ?? 0),
    isError: Uint8Array.from(chosen, (k) => isError[k] ?? 0),
  };
}

function count({ first, second, isError }: JudgedComparisons, numbers: SubjectNumbers): PairCounts {
  return countByPair(subjectPairs(first, second, numbers), (k) => isError[k] === 1);
}

/** Numbers from 0 for the subjects that stand in the comparisons, in their own order. */
function numbersOf(subjects: number, lists: readonly JudgedComparisons[]): SubjectNumbers {
  const seen = new Uint8Array(subjects);
  for (const { first, second } of lists) for (const side of [first, second]) for (const one of side) seen[one] = 1;
  const numbers: SubjectNumbers = new Map();
  for (let subject = 0; subject < subjects; subject += 1) if (seen[subject] === 1) numbers.set(subject, numbers.size);
  return numbers;
}
