import type { SubjectPairs } from '../statistics/dependence/subject-pairs.js';
import type { RankedScores, RankedSubjects } from './scores.js';
import { allowedErrors } from './threshold.js';

/** FNMR at a target FMR without each subject in turn, in the order of subjects; see `fnmrLeaveOneOut`. */
export interface LeftOutFnmr {
  readonly overComparisons: Float64Array;
  readonly overSubjects: Float64Array;
}

/**
 * FNMR at a target FMR without each subject in turn, with the threshold set anew on what is left of the non-mated
 * comparisons: over comparisons, and averaged over subjects. Undefined where subjects are not known, or where without
 * one of them no mated or no non-mated comparison is left.
 *
 * Takes O(n log n) and then, for each subject, time in its own comparisons: without a subject the comparison that stands
 * at a given rank is the one that stands as many ranks lower as the subject has comparisons above it.
 */
export function fnmrLeaveOneOut(mated: RankedScores, nonMated: RankedScores, target: number): LeftOutFnmr | undefined {
  if (!mated.subjects || !nonMated.subjects) return undefined;
  const subjects = Math.max(mated.subjects.pairs.subjects, nonMated.subjects.pairs.subjects);
  const missesAt = missCounter(mated.subjects, subjects);
  const matedTrials = trialsBySubject(mated.subjects.pairs, subjects);
  const nonMatedTrials = trialsBySubject(nonMated.subjects.pairs, subjects);
  const rejectedWithout = rejectionFinder(nonMated.subjects, subjects);
  const allMated = mated.subjects.pairs.pairOf.length;
  const allNonMated = nonMated.subjects.pairs.pairOf.length;
  const withMated = matedTrials.reduce((total, trials) => total + Math.sign(trials), 0);
  const overComparisons: number[] = [];
  const overSubjects: number[] = [];
  for (let subject = 0; subject < subjects; subject += 1) {
    const [own, ownNonMated] = [matedTrials[subject] ?? 0, nonMatedTrials[subject] ?? 0];
    if (own + ownNonMated === 0) continue;
    if (own === allMated || ownNonMated === allNonMated) return undefined;
    const misses = missesAt(rejectedWithout(subject, allowedErrors(allNonMated - ownNonMated, target)));
    const ownMisses = misses.bySubject[subject] ?? 0;
    overComparisons.push((misses.all - ownMisses) / (allMated - own));
    const ownRate = own > 0 ? ownMisses / own : 0;
    overSubjects.push((misses.rates - ownRate) / (withMated - Math.sign(own)));
  }
  return { overComparisons: Float64Array.from(overComparisons), overSubjects: Float64Array.from(overSubjects) };
}

/** Finds the highest score that must be rejected when `allowed` scores may match and one subject is left out. */
function rejectionFinder({ pairs, scores }: RankedSubjects, subjects: number) {
  const descending = Int32Array.from(scores, (_, k) => k).sort((p, q) => (scores[q] ?? 0) - (scores[p] ?? 0));
  const ranks: number[][] = Array.from({ length: subjects }, () => []);
  for (const [rank, k] of descending.entries()) {
    const pair = pairs.pairOf[k] ?? 0;
    ranks[pairs.first[pair] ?? 0]?.push(rank);
    ranks[pairs.second[pair] ?? 0]?.push(rank);
  }
  return (subject: number, allowed: number): number => {
    let rank = allowed;
    for (const own of ranks[subject] ?? []) {
      if (own > rank) break;
      rank += 1;
    }
    return scores[descending[rank] ?? -1] ?? Number.NEGATIVE_INFINITY;
  };
}

interface Misses {
  readonly all: number;
  readonly bySubject: Float64Array;
  /** The sum of the subjects' own rates. */
  readonly rates: number;
}

/** Counts the misses when `rejected` is the highest score that does not match; subjects share few different ones. */
function missCounter({ pairs, scores }: RankedSubjects, subjects: number): (rejected: number) => Misses {
  const trials = trialsBySubject(pairs, subjects);
  const known = new Map<number, Misses>();
  return (rejected) => {
    const before = known.get(rejected);
    if (before) return before;
    const bySubject = new Float64Array(subjects);
    let all = 0;
    for (let k = 0; k < pairs.pairOf.length; k += 1) {
      if ((scores[k] ?? Number.NEGATIVE_INFINITY) > rejected) continue;
      const subject = pairs.first[pairs.pairOf[k] ?? 0] ?? 0;
      bySubject[subject] = (bySubject[subject] ?? 0) + 1;
      all += 1;
    }
    const rates = bySubject.reduce((total, misses, subject) => total + (misses && misses / (trials[subject] ?? 1)), 0);
    const misses = { all, bySubject, rates };
    known.set(rejected, misses);
    return misses;
  };
}

function trialsBySubject(pairs: SubjectPairs, subjects: number): Float64Array {
  const trials = new Float64Array(subjects);
  for (const pair of pairs.pairOf) {
    const [a, b] = [pairs.first[pair] ?? 0, pairs.second[pair] ?? 0];
    trials[a] = (trials[a] ?? 0) + 1;
    if (b !== a) trials[b] = (trials[b] ?? 0) + 1;
  }
  return trials;
}
