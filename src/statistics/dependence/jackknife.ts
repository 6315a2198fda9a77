import { sum } from '../mean.js';
import type { PairCounts } from './subject-pairs.js';
import { type SubjectSums, subjectSums } from './subject-sums.js';

/**
 * The standard error from the values that an estimate takes when each subject in turn is left out, with all of its
 * comparisons: √((S - 1)/S Σ (value - mean)²) (Efron & Stein, Annals of Statistics 9, 1981). The values are in the order
 * of subjects. Undefined for fewer than two.
 */
export function jackknifeError(leftOut: ArrayLike<number>): number | undefined {
  const n = leftOut.length;
  if (n < 2) return undefined;
  const centre = sum(leftOut) / n;
  const squares = Float64Array.from(leftOut, (value) => (value - centre) ** 2);
  return Math.sqrt((sum(squares) * (n - 1)) / n);
}

/**
 * The rate errors / trials without each subject in turn, for the subjects that stand in a comparison; undefined when one
 * subject stands in all of them, so that nothing is left without it. Takes O(pairs + subjects).
 */
export function leaveOneSubjectOut(counts: PairCounts | SubjectSums): Float64Array | undefined {
  const { errors, trials, ownErrors, ownTrials } = subjectSums(counts);
  const values: number[] = [];
  for (let subject = 0; subject < ownTrials.length; subject += 1) {
    const own = ownTrials[subject] ?? 0;
    if (own === 0) continue;
    if (own === trials) return undefined;
    values.push((errors - (ownErrors[subject] ?? 0)) / (trials - own));
  }
  return Float64Array.from(values);
}
