import { FalsematchError } from '../../files/errors.js';
import { effectiveTrials, rateInterval } from '../../statistics/dependence/adjusted-wilson.js';
import { jackknifeError, leaveOneSubjectOut } from '../../statistics/dependence/jackknife.js';
import { plugInVariance } from '../../statistics/dependence/plug-in-variance.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';
import { type Bounds, DEFAULT_LEVEL } from '../../statistics/level.js';
import { wilson } from '../../statistics/wilson.js';
import { type Interval, makeRate, type Rate } from '../rate.js';
import { galleryVarianceOfFnir, galleryVarianceOfFpir } from './gallery-variance.js';
import { countBySubject, type Searches, type SearchKind } from './search.js';

/** No threshold: every candidate is returned. NIST writes T = 0 for it, which a cosine may well be. */
export const NO_THRESHOLD = Number.NEGATIVE_INFINITY;

/** Where a mate counts as found: among the `rank` best candidates with a score of `threshold` or more. */
export interface HitRule {
  /** R, a whole number from 1; Infinity for no limit. */
  readonly rank: number;
  readonly threshold: number;
}

export interface SearchRateOptions {
  /** Two-sided confidence, 0.95 unless said otherwise. */
  readonly level?: number | undefined;
  /**
   * True when the gallery stands for others that might have been enrolled: intervals then carry its subjects' variance
   * too. False, the default, when this very gallery is meant. The bound for no error is for this gallery either way.
   */
  readonly galleryIsSample?: boolean | undefined;
}

/**
 * The false positive identification rate at threshold T: non-mated searches with at least one candidate at or above T,
 * of all non-mated searches; failed ones raise no alarm. Intervals by probe subject.
 * Source: ISO/IEC 19795-1; NIST FRTE 1:N. Throws for T = NaN.
 */
export function fpirAt(searches: Searches, threshold: number, options: SearchRateOptions = {}): Rate {
  checkThreshold(threshold);
  const variance = () => galleryVarianceOfFpir(searches, threshold);
  return searchRate(
    'FPIR',
    countBySubject(searches, 'non-mated', (s) => isAlarm(searches, s, threshold)),
    searches,
    options,
    variance,
  );
}

/**
 * The false negative identification rate FNIR(N, R, T): mated searches whose mate is not among the R best candidates or
 * has a score below T, of all mated searches; failed ones are misses. Ties of rank count against the mate.
 * Source: ISO/IEC 19795-1; NIST FRTE 1:N. Throws for T = NaN and a rank that is not a whole number from 1.
 */
export function fnirAt(searches: Searches, rule: HitRule, options: SearchRateOptions = {}): Rate {
  checkRule(rule);
  const counts = countBySubject(searches, 'mated', (s) => !isHit(searches, rule, s));
  const variance = () => galleryVarianceOfFnir(searches, rule.rank, rule.threshold);
  return searchRate('FNIR', counts, searches, options, variance);
}

/** The true positive identification rate TPIR(N, R, T) = 1 - FNIR(N, R, T), the hit rate; see `fnirAt`. */
export function tpirAt(searches: Searches, rule: HitRule, options: SearchRateOptions = {}): Rate {
  return complement(fnirAt(searches, rule, options));
}

/** The rate of the contrary, its intervals mirrored; a floor stays that of the error rate it names. */
export function complement(rate: Rate): Rate {
  if (rate.state === 'unavailable') return rate;
  const { wilson: asWilson, exact } = rate.independent;
  return {
    ...rate,
    value: (rate.trials - rate.errors) / rate.trials,
    errors: rate.trials - rate.errors,
    interval: mirrored(rate.interval),
    jackknife: rate.jackknife && mirrored(rate.jackknife),
    independent: { wilson: mirrored(asWilson), exact: mirrored(exact) },
  };
}

/** Whether mated search s finds its mate. */
export function isHit({ failed, rank, score }: Searches, rule: HitRule, s: number): boolean {
  return failed[s] === 0 && (rank[s] ?? 0) <= rule.rank && (score[s] ?? 0) >= rule.threshold;
}

/** Whether non-mated search s has a candidate at a threshold. */
export function isAlarm({ failed, score }: Searches, s: number, threshold: number): boolean {
  return failed[s] === 0 && (score[s] ?? 0) >= threshold;
}

/** Refuses a rank that is no place and a threshold that is no number. */
export function checkRule({ rank, threshold }: HitRule): void {
  checkThreshold(threshold);
  if (!(rank >= 1 && (Number.isSafeInteger(rank) || rank === Number.POSITIVE_INFINITY))) {
    throw new FalsematchError(`A rank must be a whole number from 1, or Infinity for no limit; found ${rank}.`);
  }
}

function searchRate(
  of: string,
  counts: PairCounts,
  { gallerySubjects }: Searches,
  { level = DEFAULT_LEVEL, galleryIsSample = false }: SearchRateOptions,
  galleryVariance: () => number,
): Rate {
  const errors = counts.errors.reduce((total, count) => total + count, 0);
  const trials = counts.trials.reduce((total, count) => total + count, 0);
  const rate = makeRate(errors, trials, { of, over: 'searches', level, counts });
  if (!galleryIsSample || rate.state === 'unavailable') return rate;
  if (errors === 0 || errors === trials) return rate;
  const gallery = galleryVariance();
  const effective = effectiveTrials(rate.value, plugInVariance(counts) + gallery, trials);
  const leftOut = leaveOneSubjectOut(counts);
  const error = leftOut && jackknifeError(leftOut);
  const subjects = Math.min(counts.first.length, gallerySubjects);
  return {
    ...rate,
    interval: widened(rate.interval, wilson(rate.value * effective, effective, level)),
    jackknife:
      rate.jackknife && error !== undefined && subjects > 1
        ? widened(
            rate.jackknife,
            rateInterval(rate.value, Math.hypot(error, Math.sqrt(gallery)), trials, subjects, level),
          )
        : null,
  };
}

/** The interval with its ends moved outward where the other one's are. */
function widened(interval: Interval, { low, high }: Bounds): Interval {
  return { ...interval, low: Math.min(interval.low, low), high: Math.max(interval.high, high) };
}

function mirrored(interval: Interval): Interval {
  return { ...interval, low: 1 - interval.high, high: 1 - interval.low };
}

/** The words for a rate of which there is nothing. */
export function noSearches(kind: SearchKind): string {
  return `There are no ${kind} searches.`;
}

/** Refuses a threshold that is no number. */
export function checkThreshold(threshold: number): void {
  if (Number.isNaN(threshold)) {
    throw new FalsematchError('The threshold must be a number, found NaN; give a similarity score.');
  }
}
