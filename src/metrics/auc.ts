import { clopperPearson } from '../statistics/clopper-pearson.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { normalQuantile } from '../statistics/normal.js';
import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { type Estimate, type Floor, type Interval, unavailable } from './rate.js';
import { noScores, type RankedScores, trialsOf } from './scores.js';

/** The area under the ROC curve with its denominators. */
export type AreaUnderCurve = Estimate & {
  /** Mated and non-mated comparisons together. */
  readonly trials: number;
  readonly matedTrials: number;
  readonly nonMatedTrials: number;
  /** DeLong's standard error; null with fewer than two comparisons on a side. */
  readonly standardError: number | null;
};

/**
 * The area under the ROC curve: the share of all (mated, non-mated) couples of comparisons in which the mated score is
 * higher, ties counting one half (Mann & Whitney, 1947). Exact as long as 2 x mated x non-mated is below 2^53, in
 * O(n log n). Failed comparisons stand below every score and tie with each other: a failed mated comparison counts as
 * wrong against every non-mated score and a failed non-mated one as correct against every mated score, so that failing on
 * non-mated comparisons raises this AUC; give both sides `withoutFailures` for the view that excludes them. Unavailable
 * when a side has no score: failures alone rank nothing.
 *
 * Interval: DeLong, DeLong & Clarke-Pearson (Biometrics 44, 1988) variance from placements, on the logit scale (Pepe,
 * 2003, section 5.2), as if comparisons were independent. Where that variance is zero or does not exist the result is
 * unresolved: at AUC 1 or 0 the interval is the exact one of no exception among min(mated, non-mated) couples that share
 * no comparison, otherwise all of [0, 1].
 */
export function areaUnderCurve(mated: RankedScores, nonMated: RankedScores, level = DEFAULT_LEVEL): AreaUnderCurve {
  const m = trialsOf(mated);
  const n = trialsOf(nonMated);
  const counts = { trials: m + n, matedTrials: m, nonMatedTrials: n };
  const missing = noScores('an AUC', mated, nonMated);
  if (missing) return { ...unavailable(missing), ...counts, standardError: null };
  const blocks = rankedBlocks(mated, nonMated);
  const value = doubledWins(blocks) / (2 * m * n);
  const standardError = m > 1 && n > 1 ? deLongError(blocks, m, n, value) : null;
  const result = { value, ...counts, standardError };
  if (standardError !== null && standardError > 0 && value > 0 && value < 1) {
    return { state: 'resolved', interval: logitInterval(value, standardError, level), floor: null, ...result };
  }
  const none = clopperPearson(0, Math.min(m, n), level).high;
  const exact = { level, method: 'clopper-pearson' } as const;
  const interval: Interval =
    value === 1
      ? { low: 1 - none, high: 1, ...exact }
      : value === 0
        ? { low: 0, high: none, ...exact }
        : { low: 0, high: 1, level, method: 'none' };
  const upperBound = 1 - interval.low;
  const reason = value === 1 ? 'zero-errors' : 'no-variation';
  const floor: Floor = { reason, of: '1-AUC', upperBound, upperBoundIfIndependent: upperBound, level };
  return { state: 'unresolved', interval, floor, ...result };
}

/** The value of weighted blocks, as a number; undefined without a score on a side. */
export function aucOfBlocks(blocks: ScoreBlocks): number | undefined {
  if (!(blocks.mated > 0 && blocks.nonMated > 0)) return undefined;
  const couples = (blocks.mated + blocks.matedFailed) * (blocks.nonMated + blocks.nonMatedFailed);
  return doubledWins(blocks) / (2 * couples);
}

/** Twice the number of couples that the mated score wins, ties being half a win, so that the count stays whole. */
function doubledWins(blocks: ScoreBlocks): number {
  // Failed comparisons are a block below all scores.
  let nonMatedBelow = blocks.nonMatedFailed;
  let wins = blocks.matedFailed * blocks.nonMatedFailed;
  for (const { mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      const nonMatedHere = nonMated[i] ?? 0;
      wins += (mated[i] ?? 0) * (2 * nonMatedBelow + nonMatedHere);
      nonMatedBelow += nonMatedHere;
    }
  }
  return wins;
}

/** √(S10 / m + S01 / n), S10 and S01 being the variances (ddof 1) of the placements of either side among the other. */
function deLongError(blocks: ScoreBlocks, m: number, n: number, value: number): number {
  let matedBelow = blocks.matedFailed;
  let nonMatedBelow = blocks.nonMatedFailed;
  let ofMated = matedBelow * (nonMatedBelow / 2 / n - value) ** 2;
  let ofNonMated = nonMatedBelow * (1 - matedBelow / 2 / m - value) ** 2;
  for (const { mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      const matedHere = mated[i] ?? 0;
      const nonMatedHere = nonMated[i] ?? 0;
      ofMated += matedHere * ((nonMatedBelow + nonMatedHere / 2) / n - value) ** 2;
      ofNonMated += nonMatedHere * (1 - (matedBelow + matedHere / 2) / m - value) ** 2;
      matedBelow += matedHere;
      nonMatedBelow += nonMatedHere;
    }
  }
  return Math.sqrt(ofMated / (m - 1) / m + ofNonMated / (n - 1) / n);
}

function logitInterval(value: number, standardError: number, level: number): Interval {
  const logit = Math.log(value) - Math.log1p(-value);
  const reach = (-normalQuantile((1 - level) / 2) * standardError) / (value * (1 - value));
  const back = (x: number) => 1 / (1 + Math.exp(-x));
  return { low: back(logit - reach), high: back(logit + reach), level, method: 'delong-logit' };
}
