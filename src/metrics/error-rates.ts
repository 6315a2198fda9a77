import { FalsematchError } from '../files/errors.js';
import { countByPair } from '../statistics/dependence/subject-pairs.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { countBelow, countFrom } from '../statistics/ties.js';
import { makeRate, type Rate } from './rate.js';
import { type RankedScores, trialsOf } from './scores.js';

/**
 * The false match rate at threshold T: non-mated comparisons with score >= T, of all non-mated comparisons. Failed ones
 * are no match and stay in the denominator; give `withoutFailures(nonMated)` for the view that excludes them.
 * Source: ISO/IEC 19795-1. Throws for T = NaN.
 */
export function fmrAt(nonMated: RankedScores, threshold: number, level = DEFAULT_LEVEL): Rate {
  checkThreshold(threshold);
  return rateOf(
    'FMR',
    countFrom(nonMated.ascending, threshold),
    nonMated,
    level,
    (score) => score !== undefined && score >= threshold,
  );
}

/**
 * The false non-match rate at threshold T: mated comparisons with score < T and failed ones, of all mated comparisons;
 * give `withoutFailures(mated)` for the view that excludes failures. Source: ISO/IEC 19795-1. Throws for T = NaN.
 */
export function fnmrAt(mated: RankedScores, threshold: number, level = DEFAULT_LEVEL): Rate {
  checkThreshold(threshold);
  const errors = countBelow(mated.ascending, threshold) + mated.failed;
  return rateOf('FNMR', errors, mated, level, (score) => score === undefined || score < threshold);
}

/** A failed comparison has no score, and does not match at any threshold. */
function rateOf(
  of: 'FMR' | 'FNMR',
  errors: number,
  side: RankedScores,
  level: number,
  isError: (score: number | undefined) => boolean,
): Rate {
  const { subjects } = side;
  return makeRate(errors, trialsOf(side), {
    of,
    over: 'comparisons',
    level,
    counts: subjects && countByPair(subjects.pairs, (k) => isError(subjects.scores[k])),
    subjectsKnown: subjects?.known,
  });
}

function checkThreshold(threshold: number): void {
  if (Number.isNaN(threshold)) {
    throw new FalsematchError('The threshold must be a number, found NaN; give a similarity score.');
  }
}
