import { rateInterval } from '../statistics/dependence/adjusted-wilson.js';
import type { PairCounts } from '../statistics/dependence/subject-pairs.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { mean, standardError } from '../statistics/mean.js';
import {
  boundWithoutErrors,
  type Estimate,
  type Floor,
  type Interval,
  MIN_DISJOINT_ERRORS,
  unavailable,
} from './rate.js';

/**
 * A rate averaged over subjects: each subject's own rate counts once, however many comparisons it rests on, so that one
 * person with many pictures does not decide the result.
 */
export type SubjectMean = Estimate & {
  readonly over: 'subjects';
  /** The subjects that have a comparison: the denominator. */
  readonly subjects: number;
  readonly comparisons: number;
};

/**
 * The mean over subjects of errors / trials, for mated comparisons counted by subject. Subjects are taken as independent
 * draws: the interval has Wilson's form with the standard error of the mean and Student's t, and while fewer than five
 * subjects have an error it promises no more than no error among all of them would; its lower end is the mirror image,
 * for few subjects with a comparison that went right. Unresolved without an error; unavailable without a comparison.
 */
export function subjectMean(counts: PairCounts, of: string, level = DEFAULT_LEVEL): SubjectMean {
  const rates = [...counts.trials].map((trials, pair) => (counts.errors[pair] ?? 0) / trials);
  const comparisons = counts.trials.reduce((total, trials) => total + trials, 0);
  const common = { over: 'subjects', subjects: rates.length, comparisons } as const;
  if (rates.length === 0)
    return { ...unavailable(`There are no subjects over which ${of} could be averaged.`), ...common };
  const value = mean(rates);
  const withoutErrors = boundWithoutErrors(rates.length, level);
  const spread = rates.length > 1 ? standardError(rates) : 0;
  const bounds = rates.length > 1 ? rateInterval(value, spread, comparisons, rates.length, level) : { low: 0, high: 1 };
  const missed = rates.filter((rate) => rate > 0).length;
  const few = missed < MIN_DISJOINT_ERRORS && bounds.high < withoutErrors;
  const high = few || missed === 0 ? withoutErrors : bounds.high;
  const others = rates.filter((rate) => rate < 1).length;
  const surest = others < MIN_DISJOINT_ERRORS ? 1 - withoutErrors : 1;
  const interval: Interval = { low: missed === 0 ? 0 : Math.min(bounds.low, surest), high, level, method: 't' };
  if (missed > 0 && !few) return { state: 'resolved', value, interval, floor: null, ...common };
  const floor: Floor = {
    reason: value === 0 ? 'zero-errors' : 'few-errors',
    of,
    upperBound: withoutErrors,
    upperBoundIfIndependent: withoutErrors,
    level,
  };
  return { state: 'unresolved', value, interval, floor, ...common };
}
