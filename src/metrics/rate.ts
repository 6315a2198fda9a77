import { clopperPearson } from '../statistics/clopper-pearson.js';
import { adjustedWilson, jackknifeInterval } from '../statistics/dependence/adjusted-wilson.js';
import type { PairCounts } from '../statistics/dependence/subject-pairs.js';
import {
  largestShare,
  type SubjectSums,
  subjectSums,
  subjectsWithTrials,
} from '../statistics/dependence/subject-sums.js';
import { type Bounds, DEFAULT_LEVEL } from '../statistics/level.js';
import { wilson } from '../statistics/wilson.js';

/**
 * How an interval was made; the name is printed beside every number. Aware of subjects: `adjusted-wilson` (plug-in
 * variance over pairs of subjects), `jackknife` (delete one subject), `linearised-jackknife` (the same where subjects move
 * a threshold too), `subject-bootstrap`. As if trials were independent: `wilson`, `clopper-pearson`, `delong-logit`, `envelope` (the outer ends of the exact intervals of two rates). `t`:
 * Student's t over folds or subjects. `none`: the data say nothing, and the interval is everything that is possible.
 */
export type IntervalMethod =
  | 'adjusted-wilson'
  | 'jackknife'
  | 'linearised-jackknife'
  | 'subject-bootstrap'
  | 'wilson'
  | 'clopper-pearson'
  | 'delong-logit'
  | 'envelope'
  | 't'
  | 'none';

/** Two-sided interval at confidence `level` (0.95 means 95%). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: IntervalMethod;
}

/** What a rate is a share of. */
export type Denominator =
  | 'comparisons'
  | 'samples'
  | 'subjects'
  | 'searches'
  | 'plates'
  | 'found plates'
  | 'reads'
  | 'characters'
  | 'pictures';

/** Why the data cannot support a number as a measurement, and how high an error rate they do not exclude. */
export interface Floor {
  readonly reason:
    | 'zero-errors'
    | 'few-errors'
    | 'target-below-one-trial'
    | 'few-false-matches'
    | 'few-false-alarms'
    | 'no-variation';
  /** The error rate that `upperBound` bounds. */
  readonly of: string;
  /** Error rates above it are excluded at the two-sided `level`; a few errors never give a smaller one than none. */
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
    /** The interval that leaves out one subject at a time, for one-sided bounds; null where subjects are not known. */
    readonly jackknife: Interval | null;
    /** What would hold if all trials were independent: shown beside the default interval, never in its place. */
    readonly independent: { readonly wilson: Interval; readonly exact: Interval };
  };

/** A proportion that does not exist: nothing was counted, so there is no number of errors either, not even 0. */
export type UnavailableRate = Extract<Estimate, { state: 'unavailable' }> &
  RateDenominator & { readonly errors: null; readonly jackknife: null; readonly independent: null };

/** A proportion that names its denominator. */
export type Rate = CountedRate | UnavailableRate;

export interface RateOptions {
  /** What the rate is called where its floor is explained. */
  readonly of: string;
  readonly over: Denominator;
  /** Two-sided confidence, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /** The same errors and trials by pair of subjects, or their sums; without them trials are taken as independent. */
  readonly counts?: PairCounts | SubjectSums | undefined;
  /** False when the subjects of `counts` stand for pictures, as nobody knows who is on them. */
  readonly subjectsKnown?: boolean | undefined;
}

/** From so many errors that share nobody on, errors tell how far they depend on each other. */
export const MIN_DISJOINT_ERRORS = 5;

/**
 * The rate errors / trials with its intervals. With `counts` the default one is Wilson's adjusted for shared subjects,
 * with the jackknife's beside it; without, Wilson's as if the trials were independent (the exact one where there is no
 * error, or nothing else). Where few subjects stand behind
 * the trials, or one of them behind many, the variance that adjusts Wilson's is too small too often, and the default
 * reaches to the ends of the jackknife's.
 *
 * Without an error nothing is known of how trials depend on each other, so the upper end is the exact bound for as many
 * trials as share no subject. A few errors must not promise more than none: while fewer than five of them share nobody
 * the upper end is at least that bound, and where it rests on it the rate is unresolved, as it is without an error. The
 * lower end is the mirror image, for few trials without an error. Without trials the rate is unavailable.
 * Throws for counts that are not whole or not 0 <= errors <= trials, and for a level outside 0 to 1.
 */
export function makeRate(errors: number, trials: number, options: RateOptions): Rate {
  const { of, over, level = DEFAULT_LEVEL, subjectsKnown = true } = options;
  if (!(Number.isSafeInteger(errors) && Number.isSafeInteger(trials) && errors >= 0 && errors <= trials)) {
    throw new RangeError(`${of} needs whole counts, 0 <= errors <= trials; found ${errors} of ${trials}.`);
  }
  const counts = options.counts && subjectSums(options.counts);
  const subjects = counts && subjectsKnown ? subjectsWithTrials(counts) : undefined;
  const denominator = { trials, over, subjects };
  if (trials === 0) return unavailableRate(`There are no ${over} of which ${of} could be a share.`, denominator);
  const independent = {
    wilson: { ...wilson(errors, trials, level), level, method: 'wilson' },
    exact: { ...clopperPearson(errors, trials, level), level, method: 'clopper-pearson' },
  } as const;
  const withoutErrors = boundWithoutErrors(counts ? counts.disjoint('trials') : trials, level);
  const mixed = errors > 0 && errors < trials;
  const leftOut = counts && (mixed ? jackknifeInterval(counts, level) : independent.exact);
  const aware = counts ? (mixed ? sharedInterval(counts, leftOut, level) : independent.exact) : independent.wilson;
  const few = {
    errors: errors === 0 || (aware.high < withoutErrors && fewDisjoint(counts, 'errors')),
    others: errors === trials || (1 - aware.low < withoutErrors && fewDisjoint(counts, 'others')),
  };
  const guarded = ({ low, high }: Bounds): Bounds => ({
    low: few.others ? Math.min(low, 1 - withoutErrors) : low,
    high: few.errors ? Math.max(high, withoutErrors) : high,
  });
  const rate = {
    value: errors / trials,
    interval: counts
      ? ({ ...guarded(aware), level, method: 'adjusted-wilson' } as const)
      : mixed
        ? independent.wilson
        : independent.exact,
    errors,
    ...denominator,
    jackknife: leftOut ? ({ ...guarded(leftOut), level, method: 'jackknife' } as const) : null,
    independent,
  };
  if (!few.errors) return { state: 'resolved', floor: null, ...rate };
  const floor: Floor = {
    reason: errors === 0 ? 'zero-errors' : 'few-errors',
    of,
    upperBound: Math.max(withoutErrors, independent.exact.high),
    upperBoundIfIndependent: independent.exact.high,
    level,
  };
  return { state: 'unresolved', floor, ...rate };
}

/** The error rate that no error of `disjoint` independent trials does not exclude: exact, two-sided. */
export function boundWithoutErrors(disjoint: number, level: number): number {
  return disjoint > 0 ? clopperPearson(0, disjoint, level).high : 1;
}

/**
 * Widens the bounds of a rate whose threshold is set anew to those at the threshold as it is: to know less of the
 * threshold cannot make a rate surer, though resampling few errors may look so.
 */
export function guard({ low, high }: Bounds, fixed: Exclude<Estimate, { state: 'unavailable' }>): Bounds {
  return { low: Math.min(low, fixed.interval.low), high: Math.max(high, fixed.interval.high) };
}

/** With fewer subjects, or one who stands in a larger share of trials, adjusted Wilson held 59% to 92% at 95%. */
const FEW_SUBJECTS = 20;
const LARGE_SHARE = 0.1;

function sharedInterval(counts: SubjectSums, leftOut: Bounds | undefined, level: number): Bounds {
  const adjusted = adjustedWilson(counts, level);
  const thin = subjectsWithTrials(counts) < FEW_SUBJECTS || largestShare(counts) >= LARGE_SHARE;
  if (!thin || !leftOut) return adjusted;
  return { low: Math.min(adjusted.low, leftOut.low), high: Math.max(adjusted.high, leftOut.high) };
}

/** Whether fewer than five errors, or trials without one, share no subject. */
function fewDisjoint(counts: SubjectSums | undefined, what: 'errors' | 'others'): boolean {
  return !counts || counts.disjoint(what, MIN_DISJOINT_ERRORS) < MIN_DISJOINT_ERRORS;
}

/**
 * The largest number of errors, or of trials without one, of which no two share a subject, counted no further than to
 * `enough` where that is given.
 */
export function disjointOf(
  counts: PairCounts | SubjectSums,
  what: 'errors' | 'others',
  enough?: number | undefined,
): number {
  return subjectSums(counts).disjoint(what, enough);
}

/** A rate that cannot be given, with one sentence for the reader why. */
export function unavailableRate(reason: string, denominator: RateDenominator): UnavailableRate {
  return { ...unavailable(reason), errors: null, jackknife: null, independent: null, ...denominator };
}

/** The part of a result that says that there is none, and why in one sentence. */
export function unavailable(reason: string): Extract<Estimate, { state: 'unavailable' }> {
  return { state: 'unavailable', value: null, interval: null, floor: null, reason };
}
