import type { Rate } from '../rate.js';
import { type FnirAtFpir, fnirAtFpir, type TargetOptions } from './fnir-at-fpir.js';
import { complement, fnirAt, NO_THRESHOLD, type SearchRateOptions } from './rates.js';
import type { Searches } from './search.js';

/** How often somebody who looks at the best candidates of every search, whatever their scores, sees the mate. */
export interface Investigation {
  readonly mode: 'investigation';
  readonly candidates: number;
  readonly threshold: null;
  readonly fnir: Rate;
  /** The hit rate. */
  readonly tpir: Rate;
}

/** How often the mate is found where only candidates at or above a threshold for a target FPIR are returned. */
export interface Identification extends FnirAtFpir {
  readonly mode: 'identification';
  readonly rank: number;
  /** The hit rate. */
  readonly tpir: Rate;
}

/**
 * "Investigation" mode: no threshold, so many candidates of every search; each raises alarms. Source: NIST FRTE 1:N.
 * Throws for a number of candidates that is not a whole number from 1.
 */
export function investigation(searches: Searches, candidates: number, options: SearchRateOptions = {}): Investigation {
  const rule = { rank: candidates, threshold: NO_THRESHOLD };
  const fnir = fnirAt(searches, rule, options);
  return { mode: 'investigation', candidates, threshold: null, fnir, tpir: complement(fnir) };
}

/**
 * "Identification" mode: the threshold is set for a target FPIR, and the mate must be among the `rank` best candidates
 * at or above it; NIST takes rank 1 or no limit (the length of the candidate list). Source: NIST FRTE 1:N.
 * Throws as `fnirAtFpir` does.
 */
export function identification(searches: Searches, options: TargetOptions): Identification {
  const found = fnirAtFpir(searches, options);
  return {
    mode: 'identification',
    rank: options.rank ?? Number.POSITIVE_INFINITY,
    ...found,
    tpir: complement(found.fnir),
  };
}
