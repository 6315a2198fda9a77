import { FalsematchError } from '../../files/errors.js';
import { rateInterval } from '../../statistics/dependence/adjusted-wilson.js';
import { jackknifeError } from '../../statistics/dependence/jackknife.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import { boundWithoutErrors, type Estimate, type Floor, type Interval, unavailable } from '../rate.js';
import { galleryVarianceOfCandidates } from './gallery-variance.js';
import { checkThreshold, noSearches, type SearchRateOptions } from './rates.js';
import { isOf, type Searches } from './search.js';

/** The mean number of candidates of a non-mated search: what somebody has to look at in vain. */
export type Selectivity = Estimate & {
  readonly over: 'searches';
  readonly trials: number;
  /** All candidates of all non-mated searches; null where there is no such search. */
  readonly candidates: number | null;
  readonly subjects: number;
};

/**
 * How many candidates besides the mate stand at or above T in each search, from the kept candidates; 0 in failed ones.
 * Throws for T = NaN, and where a list is full of such candidates while the gallery holds more.
 */
export function candidateCounts(searches: Searches, threshold: number): Int32Array {
  checkThreshold(threshold);
  const { candidates, probeSubject, gallerySubjects, failed } = searches;
  const kept = candidates?.kept ?? 0;
  return probeSubject.map((subject, s) => {
    if (failed[s]) return 0;
    let count = 0;
    while (count < kept && (candidates?.score[s * kept + count] ?? 0) >= threshold) count += 1;
    if (count === kept && kept < gallerySubjects - (subject < gallerySubjects ? 1 : 0)) {
      throw new FalsematchError(
        `Search ${s} has ${kept} or more candidates at or above ${threshold}, and only ${kept} were kept; keep more, or count them when searching.`,
      );
    }
    return count;
  });
}

/**
 * Selectivity SEL(N, T): the mean number of candidates at or above T over the non-mated searches; failed searches have
 * none. `counts` holds the number of each search, for the kept candidates when absent. The interval goes by probe
 * subject: selectivity / N is the share of comparisons with a score of T or more, whose interval has Wilson's form with
 * the delete-one-subject jackknife's error; a gallery that is a sample adds its subjects' variance, for which the kept
 * candidates must reach down to T. Unresolved without a candidate: then bounded by N times the bound on FPIR.
 * Source: ISO/IEC 19795-1; NIST FRTE 1:N. Throws for counts that do not fit; see also `candidateCounts`.
 */
export function selectivityAt(
  searches: Searches,
  threshold: number,
  options: SearchRateOptions & { readonly counts?: Int32Array | undefined } = {},
): Selectivity {
  const { level = DEFAULT_LEVEL, galleryIsSample = false, counts = candidateCounts(searches, threshold) } = options;
  checkCounts(searches, counts);
  // Counts from elsewhere do not say whose they are.
  if (galleryIsSample) candidateCounts(searches, threshold);
  const { gallerySubjects: size } = searches;
  const own = totalsBySubject(searches, counts);
  const { length: subjects } = own;
  const candidates = own.reduce((total, one) => total + one.candidates, 0);
  const trials = own.reduce((total, one) => total + one.trials, 0);
  if (trials === 0) {
    return { ...unavailable(noSearches('non-mated')), over: 'searches', trials, candidates: null, subjects };
  }
  const common = { value: candidates / trials, over: 'searches', trials, candidates, subjects } as const;
  const anything: Interval = { low: 0, high: size, level, method: 'none' };
  if (candidates === 0) {
    const upper = boundWithoutErrors(subjects, level) * size;
    const floor: Floor = {
      reason: 'zero-errors',
      of: 'selectivity',
      upperBound: upper,
      upperBoundIfIndependent: boundWithoutErrors(trials, level) * size,
      level,
    };
    return { state: 'unresolved', floor, ...common, interval: { ...anything, high: upper } };
  }
  const error =
    subjects < 2 ? undefined : jackknifeError(own.map((one) => (candidates - one.candidates) / (trials - one.trials)));
  const gallery = galleryIsSample ? galleryVarianceOfCandidates(searches, threshold) : 0;
  const spread = Math.hypot(error ?? 0, Math.sqrt(gallery));
  const points = galleryIsSample ? Math.min(subjects, size) : subjects;
  if (error === undefined || spread === 0 || points < 2) {
    const floor: Floor = {
      reason: 'no-variation',
      of: 'selectivity',
      upperBound: size,
      upperBoundIfIndependent: size,
      level,
    };
    return { state: 'unresolved', floor, ...common, interval: anything };
  }
  const share = rateInterval(common.value / size, spread / size, trials * size, points, level);
  const interval: Interval = { low: share.low * size, high: share.high * size, level, method: 'jackknife' };
  return { state: 'resolved', floor: null, ...common, interval };
}

function totalsBySubject(searches: Searches, counts: Int32Array): { candidates: number; trials: number }[] {
  const bySubject = new Map<number, { candidates: number; trials: number }>();
  for (let s = 0; s < counts.length; s += 1) {
    if (!isOf('non-mated', searches, s)) continue;
    const subject = searches.probeSubject[s] ?? 0;
    let own = bySubject.get(subject);
    if (!own) {
      own = { candidates: 0, trials: 0 };
      bySubject.set(subject, own);
    }
    own.trials += 1;
    if (searches.failed[s] === 0) own.candidates += counts[s] ?? 0;
  }
  return [...bySubject.values()];
}

function checkCounts({ probeSubject, gallerySubjects }: Searches, counts: Int32Array): void {
  const wrong = counts.findIndex((count) => count < 0 || count > gallerySubjects);
  if (counts.length === probeSubject.length && wrong === -1) return;
  throw new FalsematchError(
    wrong === -1
      ? `Every search needs a number of candidates: expected ${probeSubject.length}, found ${counts.length}.`
      : `The candidates of search ${wrong} must be from 0 to ${gallerySubjects}, found ${counts[wrong]}.`,
  );
}
