import { FalsematchError } from '../../files/errors.js';
import type { AllPairsScores } from './all-pairs-scores.js';
import { pairFalseMatches } from './pair-false-matches.js';
import { type PairSums, pairSums } from './pair-sums.js';
import { everybody } from './trials.js';

/** The false matches at a threshold: all that FMR and its intervals need beside the numbers of samples. */
export interface FalseMatchCounts extends PairSums {
  readonly threshold: number;
  readonly falseMatches: number;
  /** The highest score that does not match; null where the tail has none. */
  readonly rejected: number | null;
  /** How many non-mated scores are `rejected` or above: so many false matches would be one block too many. */
  readonly atRejected: number;
  /** The false matches of each subject: every one counts for both of its subjects. */
  readonly bySubject: Int32Array;
}

/**
 * Counts the false matches at a threshold that the tail reaches. Takes O(n log n) for n of them.
 * Throws for a threshold below the tail, whose false matches are not all known, and for NaN.
 */
export function falseMatchesAt(scores: AllPairsScores, threshold: number): FalseMatchCounts {
  const { subjects, tail } = scores;
  const falseMatches = matchesInTail(scores, threshold);
  const rejected = tail.scores[falseMatches];
  let atRejected = falseMatches;
  while (atRejected < tail.scores.length && tail.scores[atRejected] === rejected) atRejected += 1;
  const pairs = pairFalseMatches(tail, falseMatches, subjects);
  const bySubject = new Int32Array(subjects);
  for (const side of [pairs.first, pairs.second]) {
    for (let pair = 0; pair < side.length; pair += 1) {
      const subject = side[pair] ?? 0;
      bySubject[subject] = (bySubject[subject] ?? 0) + (pairs.falseMatches[pair] ?? 0);
    }
  }
  return {
    threshold,
    falseMatches,
    // Zero has two signs, of which a table keeps one.
    rejected: rejected === undefined ? null : rejected + 0,
    atRejected,
    bySubject,
    ...pairSums(pairs, scores, everybody(subjects)),
  };
}

/** How many comparisons of the tail match at a threshold; throws where it lies below the tail, and for NaN. */
export function matchesInTail({ tail, nonMated }: AllPairsScores, threshold: number): number {
  if (Number.isNaN(threshold)) {
    throw new FalsematchError('The threshold must be a number, found NaN; give a similarity score.');
  }
  const { from, scores } = tail;
  const all = nonMated.countsFrom[0] ?? 0;
  if (threshold < from && scores.length < all) {
    throw new FalsematchError(
      `The threshold ${threshold} lies below the tail: the ${scores.length} of ${all} non-mated comparisons that were kept have scores from ${from} on; keep more of them.`,
    );
  }
  let matches = 0;
  while (matches < scores.length && (scores[matches] ?? 0) >= threshold) matches += 1;
  return matches;
}
