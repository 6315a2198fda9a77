import { scoreRange } from '../statistics/ascending.js';
import { nextFloat32Up } from '../statistics/float32.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { acceptingAll } from '../statistics/ties.js';
import { fmrAt, fnmrAt } from './error-rates.js';
import type { Rate } from './rate.js';
import { noScores, type RankedScores } from './scores.js';
import { thresholdAtFmr } from './threshold.js';

/** An error rate at the threshold that another error rate set, or why there is none. */
export type RateAtThreshold =
  | { readonly state: 'set'; readonly threshold: number; readonly rate: Rate }
  | { readonly state: 'unavailable'; readonly reason: string };

/**
 * ZeroFMR: the lowest FNMR at which no false match occurs (Maio et al., FVC2000, PAMI 24(3), 2002, section 4), that is
 * FNMR at the next float32 above the highest non-mated score. A zero of n comparisons is not a rate of zero: it says as
 * much as its number of non-mated comparisons does. Unavailable without a score on a side.
 */
export function zeroFmr(mated: RankedScores, nonMated: RankedScores, level = DEFAULT_LEVEL): RateAtThreshold {
  const missing = noScores('ZeroFMR', mated, nonMated);
  const range = scoreRange(nonMated.ascending);
  if (missing || !range) return { state: 'unavailable', reason: missing ?? '' };
  const threshold = nextFloat32Up(range[1] + 0);
  return { state: 'set', threshold, rate: fnmrAt(mated, threshold, level) };
}

/**
 * ZeroFNMR: the lowest FMR at which no false non-match occurs (FVC2000), that is FMR at the lowest mated score.
 * Unavailable without a score on a side, and when a mated comparison failed, as that is a false non-match everywhere.
 */
export function zeroFnmr(mated: RankedScores, nonMated: RankedScores, level = DEFAULT_LEVEL): RateAtThreshold {
  const missing = noScores('ZeroFNMR', mated, nonMated);
  if (missing) return { state: 'unavailable', reason: missing };
  if (mated.failed > 0) {
    const reason = `${mated.failed} mated comparisons failed, which are false non-matches at every threshold.`;
    return { state: 'unavailable', reason };
  }
  const threshold = acceptingAll(mated.ascending, mated.ascending) ?? 0;
  return { state: 'set', threshold, rate: fmrAt(nonMated, threshold, level) };
}

/**
 * FMR100, FMR1000 and FMR10000 of FVC2000: the lowest FNMR for an FMR of at most 1 in `oneIn`, blocks of equal scores
 * taken whole; see `thresholdAtFmr`. Unavailable where that threshold is, and without a mated comparison.
 */
export function fnmrAtOneIn(
  oneIn: 100 | 1000 | 10000,
  mated: RankedScores,
  nonMated: RankedScores,
  level = DEFAULT_LEVEL,
): RateAtThreshold {
  const missing = noScores(`FMR${oneIn}`, mated, nonMated);
  if (missing) return { state: 'unavailable', reason: missing };
  const found = thresholdAtFmr(nonMated, 1 / oneIn, level);
  if (found.state === 'unavailable') return found;
  return { state: 'set', threshold: found.threshold, rate: fnmrAt(mated, found.threshold, level) };
}
