import { clopperPearson } from '../statistics/clopper-pearson.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { wilson } from '../statistics/wilson.js';

/**
 * How an interval was made; the name is printed beside every number. `t`: Student's t over folds. `delong-logit`:
 * DeLong's variance on the logit scale. `envelope`: the outer ends of the exact intervals of two rates. `none`: the data
 * say nothing, and the interval is everything that is possible.
 */
export type IntervalMethod = 'wilson' | 'clopper-pearson' | 't' | 'delong-logit' | 'envelope' | 'none';

/** Two-sided interval at confidence `level` (0.95 means 95%). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: IntervalMethod;
}

/** What a rate is a share of. */
export type Denominator = 'comparisons' | 'samples' | 'subjects';

/** Why the data cannot support a number as a measurement, and how high an error rate they do not exclude. */
export interface Floor {
  readonly reason: 'zero-errors' | 'few-errors' | 'target-below-one-trial' | 'no-variation';
  /** The error rate that `upperBound` bounds. */
  readonly of: 'FMR' | 'FNMR' | 'FTE' | 'EER' | '1-AUC' | 'error-rate';
  /** Error rates above it are excluded at the two-sided `level`; it never shrinks when errors are added. */
  readonly upperBound: number;
  /** The bound that would hold if all trials were independent; the same number where nothing is known about that. */
  readonly upperBoundIfIndependent: number;
  readonly level: number;
}

/** What every result of this room has in common: measured, not supported by the data, or not there at all. */
export type Estimate =
  | { readonly state: 'resolved'; readonly value: number; readonly interval: Interval; readonly floor: null }
  | { readonly state: 'unresolved'; readonly value: number; readonly interval: Interval; readonly floor: Floor }
  | {
      readonly state: 'unavailable';
      readonly value: null;
      readonly interval: null;
      readonly floor: null;
      /** One sentence for the reader. */
      readonly reason: string;
    };

interface RateDenominator {
  readonly trials: number;
  readonly over: Denominator;
  /** How many subjects stand behind the trials, where that is known. */
  readonly subjects?: number | undefined;
}

/** A proportion that was counted, whether or not the data can resolve it. */
export type CountedRate = Exclude<Estimate, { state: 'unavailable' }> &
  RateDenominator & {
    readonly errors: number;
    /** The exact (Clopper-Pearson) interval beside the default one. */
    readonly exact: Interval;
  };

/** A proportion that does not exist: nothing was counted, so there is no number of errors either, not even 0. */
export type UnavailableRate = Extract<Estimate, { state: 'unavailable' }> &
  RateDenominator & { readonly errors: null; readonly exact: null };

/** A proportion that names its denominator. */
export type Rate = CountedRate | UnavailableRate;

export interface RateOptions {
  /** What the rate is called where its floor is explained. */
  readonly of: Floor['of'];
  readonly over: Denominator;
  /** Which interval is the default one; Wilson's unless said otherwise. */
  readonly method?: 'wilson' | 'clopper-pearson';
  /** Two-sided confidence, 0.95 unless said otherwise. */
  readonly level?: number;
  readonly subjects?: number | undefined;
  /** The number of trials that share no subject; the bound for zero errors then rests on these alone. */
  readonly disjoint?: number | undefined;
}

/**
 * The rate errors / trials with its intervals, both as if the trials were independent. It is unresolved when there is
 * no error, and when `disjoint` trials are so few that the bound for no error would be above the bound for these errors.
 * Without trials it is unavailable. Throws for counts that are not whole or not 0 <= errors <= trials, and for a level
 * outside 0 to 1.
 */
export function makeRate(errors: number, trials: number, options: RateOptions): Rate {
  const { of, over, method = 'wilson', level = DEFAULT_LEVEL, subjects } = options;
  if (!(Number.isSafeInteger(errors) && Number.isSafeInteger(trials) && errors >= 0 && errors <= trials)) {
    throw new RangeError(`${of} needs whole counts, 0 <= errors <= trials; found ${errors} of ${trials}.`);
  }
  const denominator = { trials, over, subjects };
  if (trials === 0) return unavailableRate(`There are no ${over} of which ${of} could be a share.`, denominator);
  const exact: Interval = { ...clopperPearson(errors, trials, level), level, method: 'clopper-pearson' };
  const interval: Interval = method === 'wilson' ? { ...wilson(errors, trials, level), level, method } : exact;
  const rate = { value: errors / trials, interval, errors, ...denominator, exact };
  const disjoint = Math.min(options.disjoint ?? trials, trials);
  const withoutErrors = disjoint > 0 ? clopperPearson(0, disjoint, level).high : 1;
  // Fewer independent trials can make "no error" say less than "one error of all trials": the larger bound holds for both.
  if (errors > 0 && exact.high >= withoutErrors) return { state: 'resolved', floor: null, ...rate };
  const floor: Floor = {
    reason: errors === 0 ? 'zero-errors' : 'few-errors',
    of,
    upperBound: Math.max(withoutErrors, exact.high),
    upperBoundIfIndependent: exact.high,
    level,
  };
  return { state: 'unresolved', floor, ...rate };
}

/** A rate that cannot be given, with one sentence for the reader why. */
export function unavailableRate(reason: string, denominator: RateDenominator): UnavailableRate {
  return { ...unavailable(reason), errors: null, ...denominator, exact: null };
}

/** The part of a result that says that there is none, and why in one sentence. */
export function unavailable(reason: string): Extract<Estimate, { state: 'unavailable' }> {
  return { state: 'unavailable', value: null, interval: null, floor: null, reason };
}
