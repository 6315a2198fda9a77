import { type Bounds, DEFAULT_LEVEL } from '../level.js';
import { studentTCritical } from '../student-t.js';
import { wilson } from '../wilson.js';
import { jackknifeError, leaveOneSubjectOut } from './jackknife.js';
import { plugInVariance } from './plug-in-variance.js';
import type { PairCounts } from './subject-pairs.js';
import { type SubjectSums, subjectSums, subjectsWithTrials } from './subject-sums.js';

/**
 * How many independent trials would pin a rate as well as these `trials` with this variance do: rate (1 - rate) /
 * variance, and never more than there are. The cap also holds where the estimated variance says nothing (zero or below).
 */
export function effectiveTrials(rate: number, variance: number, trials: number): number {
  const effective = (rate * (1 - rate)) / variance;
  return variance > 0 && effective < trials ? effective : trials;
}

/**
 * Wilson's two-sided interval with the number of trials reduced to the effective one by the plug-in variance over pairs
 * of subjects (Fogliato, Patil & Perona, IJCV 132, 2024). Meant for 0 < errors < trials: without an error, or with
 * nothing else, that variance is zero and tells nothing; see `disjointComparisons`.
 */
export function adjustedWilson(counts: PairCounts | SubjectSums, level = DEFAULT_LEVEL): Bounds {
  const sums = subjectSums(counts);
  const { errors, trials } = sums;
  const effective = effectiveTrials(errors / trials, plugInVariance(sums), trials);
  return wilson((errors / trials) * effective, effective, level);
}

/**
 * The interval from the delete-one-subject jackknife: Wilson's form with the effective number of trials that the
 * jackknife variance gives, and Student's t with one degree of freedom less than there are subjects in place of the
 * normal quantile. The linear form, rate ± t x error, misses a high truth twice as often as Wilson's form does where
 * errors are rare. A one-sided bound at confidence c is an end of the two-sided interval at 2c - 1.
 * Undefined when fewer than two subjects stand in the comparisons, or one of them in all.
 */
export function jackknifeInterval(counts: PairCounts | SubjectSums, level = DEFAULT_LEVEL): Bounds | undefined {
  const sums = subjectSums(counts);
  const leftOut = leaveOneSubjectOut(sums);
  const error = leftOut && jackknifeError(leftOut);
  if (error === undefined) return undefined;
  const { errors, trials } = sums;
  return rateInterval(errors / trials, error, trials, subjectsWithTrials(sums), level);
}

/**
 * Wilson's form for a rate with a standard error that came from so many subjects. At a rate of 0 or 1 that has an error,
 * as when leaving somebody out moves a threshold, that form has no trials to speak of, and the linear one takes its place
 * where it is wider than as if trials were independent.
 */
export function rateInterval(rate: number, error: number, trials: number, subjects: number, level: number): Bounds {
  const critical = studentTCritical(level, subjects - 1);
  if (error > 0 && (rate === 0 || rate === 1)) {
    const { low, high } = wilson(rate * trials, trials, level, critical);
    return {
      low: Math.min(low, Math.max(0, rate - critical * error)),
      high: Math.max(high, Math.min(1, rate + critical * error)),
    };
  }
  const effective = effectiveTrials(rate, error * error, trials);
  return wilson(rate * effective, effective, level, critical);
}
