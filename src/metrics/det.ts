import { nextFloat32Up } from '../statistics/float32.js';
import { acceptingAll } from '../statistics/ties.js';
import { rankedBlocks } from './blocks.js';
import { type RankedScores, trialsOf } from './scores.js';

/**
 * Every operating point that the scores can tell apart, in columns: point i has threshold `thresholds[i]`, so many false
 * matches of `nonMatedTrials` and so many false non-matches of `matedTrials`. Thresholds ascend, false matches fall,
 * false non-matches rise.
 */
export interface DetCurve {
  readonly thresholds: Float32Array;
  readonly falseMatches: Float64Array;
  readonly falseNonMatches: Float64Array;
  readonly matedTrials: number;
  readonly nonMatedTrials: number;
}

/** The lowest threshold that rejects a score; for -Infinity the highest one that is known to accept all. */
export function thresholdAbove(rejected: number, mated: RankedScores, nonMated: RankedScores): number {
  if (rejected !== Number.NEGATIVE_INFINITY) return nextFloat32Up(rejected);
  return acceptingAll(mated.ascending, nonMated.ascending) ?? rejected;
}

/**
 * The detection error trade-off (ISO/IEC 19795-1) as counts at every operating point that the scores can tell apart: one
 * that accepts every score (T = the lowest score, or the threshold below it where only counts at thresholds are known),
 * then one above each block of equal scores (T = the next float32), up to the one that rejects all. Failed comparisons
 * match at none of them. Empty when there is no score at all.
 */
export function detCurve(mated: RankedScores, nonMated: RankedScores): DetCurve {
  const blocks = rankedBlocks(mated, nonMated);
  let points = 0;
  for (const { length } of blocks.chunks()) points += length;
  if (points > 0) points += 1;
  const thresholds = new Float32Array(points);
  const falseMatches = new Float64Array(points);
  const falseNonMatches = new Float64Array(points);
  let matches = blocks.nonMated;
  let nonMatches = blocks.matedFailed;
  if (points > 0) {
    thresholds[0] = thresholdAbove(Number.NEGATIVE_INFINITY, mated, nonMated);
    falseMatches[0] = matches;
    falseNonMatches[0] = nonMatches;
  }
  let at = 0;
  for (const chunk of blocks.chunks()) {
    for (let i = 0; i < chunk.length; i += 1) {
      at += 1;
      matches -= chunk.nonMated[i] ?? 0;
      nonMatches += chunk.mated[i] ?? 0;
      thresholds[at] = nextFloat32Up(chunk.scores[i] ?? 0);
      falseMatches[at] = matches;
      falseNonMatches[at] = nonMatches;
    }
  }
  return {
    thresholds,
    falseMatches,
    falseNonMatches,
    matedTrials: trialsOf(mated),
    nonMatedTrials: trialsOf(nonMated),
  };
}
