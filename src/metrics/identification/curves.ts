import { FalsematchError } from '../../files/errors.js';
import { ascendingCopy } from '../../statistics/ascending.js';
import { detCurve } from '../det.js';
import { checkRule, NO_THRESHOLD } from './rates.js';
import { checkSearches, countSearches, isOf, type Searches } from './search.js';
import { topScores } from './threshold-at-fpir.js';

/**
 * Every operating point that the searches can tell apart, in columns: at `thresholds[i]` so many false alarms of
 * `nonMatedSearches` and so many misses of `matedSearches`. Thresholds ascend, alarms fall, misses rise.
 */
export interface SearchCurve {
  readonly rank: number;
  readonly thresholds: Float32Array;
  readonly falseAlarms: Float64Array;
  readonly misses: Float64Array;
  readonly matedSearches: number;
  readonly nonMatedSearches: number;
}

/**
 * FPIR and FNIR as counts at every operating point, the mate having to be among the `rank` best candidates (Infinity
 * for no limit). The lowest threshold is the lowest score, at which every search with a score has a candidate; the
 * highest rejects all. Takes O(n log n). Source: ISO/IEC 19795-1 (identification DET). Throws for searches that are none,
 * as `checkSearches` does: a score that is no number has no place on a curve.
 */
export function searchCurve(searches: Searches, rank = Number.POSITIVE_INFINITY): SearchCurve {
  checkRule({ rank, threshold: NO_THRESHOLD });
  checkSearches(searches);
  const { failed, score } = searches;
  const mated = countSearches(searches, 'mated').searches;
  const nonMated = countSearches(searches, 'non-mated').searches;
  const top = topScores(searches);
  const found = ascendingCopy(
    score.filter((_, s) => failed[s] === 0 && isOf('mated', searches, s) && (searches.rank[s] ?? 0) <= rank),
  );
  const { thresholds, falseMatches, falseNonMatches } = detCurve(
    { ascending: found, failed: mated - found.total },
    { ascending: top, failed: nonMated - top.total },
  );
  return {
    rank,
    thresholds,
    falseAlarms: falseMatches,
    misses: falseNonMatches,
    matedSearches: mated,
    nonMatedSearches: nonMated,
  };
}

/** The cumulative match characteristic: of `trials` mated searches, `hits[r - 1]` find the mate at rank r or better. */
export interface CumulativeMatch {
  readonly ties: 'pessimistic';
  readonly hits: Float64Array;
  readonly trials: number;
}

/**
 * The CMC up to a rank, without a threshold, as counts; give `tpirAt` a rank and `NO_THRESHOLD` for one of its rates
 * with intervals. Ties are pessimistic: every other candidate with the mate's score stands before it, so that a system
 * which gives everyone one score is no better than its last place. Failed searches are found at no rank.
 * Source: ISO/IEC 19795-1; Phillips, Grother & Micheals, Evaluation Methods in Face Recognition, 2011.
 * Throws for a rank that is not a whole number from 1.
 */
export function cumulativeMatch(searches: Searches, maxRank: number): CumulativeMatch {
  if (!(Number.isSafeInteger(maxRank) && maxRank >= 1)) {
    throw new FalsematchError(`The last rank of a CMC must be a whole number from 1, found ${maxRank}.`);
  }
  const hits = new Float64Array(maxRank);
  let trials = 0;
  for (let s = 0; s < searches.probeSubject.length; s += 1) {
    if (!isOf('mated', searches, s)) continue;
    trials += 1;
    const rank = searches.rank[s] ?? 0;
    if (searches.failed[s] === 0 && rank <= maxRank) hits[rank - 1] = (hits[rank - 1] ?? 0) + 1;
  }
  for (let r = 1; r < maxRank; r += 1) hits[r] = (hits[r] ?? 0) + (hits[r - 1] ?? 0);
  return { ties: 'pessimistic', hits, trials };
}
