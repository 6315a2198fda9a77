import { fpirFromFmr } from '../../statistics/search-rate.js';
import { makeRate, type Rate } from '../rate.js';
import { fpirAt, type SearchRateOptions } from './rates.js';
import { countBySubject, isOf, type Searches } from './search.js';
import { candidateCounts } from './selectivity.js';

/** The FPIR that an FMR would give if the N comparisons of a search were independent, with the interval of the FMR. */
export type PredictedFpir =
  | {
      readonly state: 'predicted';
      /** 1 - (1 - FMR)^N. */
      readonly value: number;
      readonly low: number;
      readonly high: number;
      readonly fmr: Rate;
    }
  | { readonly state: 'unavailable'; readonly value: null; readonly reason: string; readonly fmr: Rate };

/** FPIR as measured, beside what single comparisons predict. */
export interface FpirPrediction {
  readonly threshold: number;
  readonly gallerySubjects: number;
  readonly measured: Rate;
  /** From the FMR of the non-mated probes with this same gallery, a subject's best sample making one comparison. */
  readonly predictedFromSame: PredictedFpir;
  /** From the FMR of all pairs of the data; null where it was not given. */
  readonly predictedFromAllPairs: PredictedFpir | null;
}

/**
 * FPIR at threshold T beside what FMR predicts for a gallery of N: 1 - (1 - FMR)^N. The prediction takes the comparisons
 * of one search as independent; a probe that is like many of the gallery raises one alarm and many false matches, so it
 * is above the measured rate as a rule. `counts` as in `selectivityAt`; `allPairsFmr` is the FMR of all pairs at the
 * same threshold. Source: Wayman, Error Rate Equations for the General Biometric System, IEEE Robotics & Automation
 * Magazine 6(1), 1999. Throws as `fpirAt` and `candidateCounts` do.
 */
export function predictFpir(
  searches: Searches,
  threshold: number,
  options: SearchRateOptions & {
    readonly counts?: Int32Array | undefined;
    readonly allPairsFmr?: Rate | undefined;
  } = {},
): FpirPrediction {
  const { gallerySubjects } = searches;
  const { counts = candidateCounts(searches, threshold), allPairsFmr, level } = options;
  const fmr = sameFmr(searches, counts, level);
  return {
    threshold,
    gallerySubjects,
    measured: fpirAt(searches, threshold, options),
    predictedFromSame: predicted(fmr, gallerySubjects),
    predictedFromAllPairs: allPairsFmr ? predicted(allPairsFmr, gallerySubjects) : null,
  };
}

function predicted(fmr: Rate, size: number): PredictedFpir {
  if (fmr.state === 'unavailable') return { state: 'unavailable', value: null, reason: fmr.reason, fmr };
  const { low, high } = fmr.interval;
  return {
    state: 'predicted',
    value: fpirFromFmr(fmr.value, size),
    low: fpirFromFmr(low, size),
    high: fpirFromFmr(high, size),
    fmr,
  };
}

/** Counted by probe subject: the gallery is this one, so its subjects are no sample here. */
function sameFmr(searches: Searches, counts: Int32Array, level: number | undefined): Rate {
  const { gallerySubjects, subjects, probeSubject, failed } = searches;
  const own = countBySubject(searches, 'non-mated', () => false);
  const errorsOf = new Float64Array(subjects);
  for (let s = 0; s < probeSubject.length; s += 1) {
    if (failed[s] || !isOf('non-mated', searches, s)) continue;
    const subject = probeSubject[s] ?? 0;
    errorsOf[subject] = (errorsOf[subject] ?? 0) + (counts[s] ?? 0);
  }
  const errors = own.first.reduce((total, subject) => total + (errorsOf[subject] ?? 0), 0);
  const trials = own.trials.map((searchesOf) => searchesOf * gallerySubjects);
  return makeRate(
    errors,
    trials.reduce((total, count) => total + count, 0),
    {
      of: 'FMR',
      over: 'comparisons',
      level,
      counts: { ...own, trials, errors: Float64Array.from(own.first, (subject) => errorsOf[subject] ?? 0) },
    },
  );
}
