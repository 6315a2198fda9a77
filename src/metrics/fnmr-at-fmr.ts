import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import type { Bounds } from '../statistics/level.js';
import { type Estimate, type Floor, guard, type Interval, type IntervalMethod } from './rate.js';

/** What FNMR at a target FMR came out as in each replicate of a bootstrap that sets the threshold anew. */
export interface FnmrReplicates {
  readonly overComparisons: Float64Array;
  readonly overSubjects: Float64Array;
}

/** What is known of the target itself; see `fnmrAtFmr`. */
export interface TargetLimits {
  /** Why the target cannot be resolved; null where it can. */
  readonly floor: Floor | null;
  /** The upper end is this high or higher. */
  readonly atLeast: number;
}

/**
 * FNMR at a target FMR, from FNMR at the threshold that was set: the same number with the percentile interval of a
 * subject bootstrap that sets the threshold anew each time, so that it carries how uncertain the threshold is; it is never
 * narrower than the interval at the threshold as it is. Without replicates the interval stays that of the threshold as it
 * is. `floor` says that the target itself cannot be resolved, and then stands in place of FNMR's own; the upper end is
 * then `atLeast` that high, as resampling cannot draw a score above the highest that was seen.
 *
 * There is no jackknife of it: leaving out one subject moves a threshold by a whole gap between two scores or not at all,
 * and the jackknife of a quantile is known to be wrong (Efron & Tibshirani, An Introduction to the Bootstrap, 1993,
 * section 11.6). A one-sided bound at confidence c is an end of the two-sided interval at 2c - 1.
 */
export function fnmrAtFmr<E extends Estimate & { readonly jackknife?: Interval | null }>(
  fnmr: E,
  replicates: Float64Array | undefined,
  limits: TargetLimits,
): E {
  const drawn = replicates && fnmr.interval ? percentileInterval(replicates, fnmr.interval.level) : undefined;
  return fnmrAtFmrWithin(fnmr, drawn && { ...drawn, method: 'subject-bootstrap' }, limits);
}

/** The same with an interval that was made otherwise, and that sets the threshold anew too. */
export function fnmrAtFmrWithin<E extends Estimate & { readonly jackknife?: Interval | null }>(
  fnmr: E,
  moving: (Bounds & { readonly method: IntervalMethod }) | undefined,
  { floor, atLeast }: TargetLimits,
): E {
  if (fnmr.state === 'unavailable') return fnmr;
  const widened = moving ? guard(moving, fnmr) : fnmr.interval;
  const interval: Interval = {
    low: widened.low,
    high: Math.max(widened.high, atLeast),
    level: fnmr.interval.level,
    method: moving ? moving.method : fnmr.interval.method,
  };
  const jackknife = 'jackknife' in fnmr ? { jackknife: null } : {};
  return floor ? { ...fnmr, interval, ...jackknife, state: 'unresolved', floor } : { ...fnmr, interval, ...jackknife };
}
