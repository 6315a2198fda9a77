import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { estimateOf, type PointEstimate, scoredTrials } from './point-estimate.js';
import type { RankedScores } from './scores.js';

/**
 * The decidability index d' = |mean of mated - mean of non-mated| / √((variance of mated + variance of non-mated) / 2)
 * (Daugman, The importance of being random, Pattern Recognition 36(2), 2003; variances with divisor n, of the scores as
 * they are). It is over the comparisons that have a score: a failure has no place among scores. It tells error rates
 * only of two normal distributions. Unavailable without a score on a side and where neither side varies.
 */
export function decidability(mated: RankedScores, nonMated: RankedScores): PointEstimate {
  return estimateOf(
    "a d'",
    { mated, nonMated },
    scoredTrials(mated, nonMated),
    () => decidabilityOfBlocks(rankedBlocks(mated, nonMated)),
    "The scores of neither side vary, and d' is a distance in units of their variation.",
  );
}

/** The same of weighted blocks, as a number; undefined where it does not exist. */
export function decidabilityOfBlocks(blocks: ScoreBlocks): number | undefined {
  const { mated, nonMated } = blocks;
  if (!(mated > 0 && nonMated > 0)) return undefined;
  // Distances from the lowest score of a side: no variation comes out as exactly 0, and the smallest is not lost.
  const origins = lowestScores(blocks);
  let matedSum = 0;
  let nonMatedSum = 0;
  for (const { scores, mated: matedHere, nonMated: nonMatedHere, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      matedSum += (matedHere[i] ?? 0) * ((scores[i] ?? 0) - origins.mated);
      nonMatedSum += (nonMatedHere[i] ?? 0) * ((scores[i] ?? 0) - origins.nonMated);
    }
  }
  const matedMean = matedSum / mated;
  const nonMatedMean = nonMatedSum / nonMated;
  let matedSquares = 0;
  let nonMatedSquares = 0;
  for (const { scores, mated: matedHere, nonMated: nonMatedHere, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      matedSquares += (matedHere[i] ?? 0) * ((scores[i] ?? 0) - origins.mated - matedMean) ** 2;
      nonMatedSquares += (nonMatedHere[i] ?? 0) * ((scores[i] ?? 0) - origins.nonMated - nonMatedMean) ** 2;
    }
  }
  const variance = (matedSquares / mated + nonMatedSquares / nonMated) / 2;
  if (!(variance > 0)) return undefined;
  return Math.abs(origins.mated - origins.nonMated + (matedMean - nonMatedMean)) / Math.sqrt(variance);
}

function lowestScores(blocks: ScoreBlocks): { mated: number; nonMated: number } {
  const lowest = { mated: Number.NaN, nonMated: Number.NaN };
  for (const { scores, mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      if (Number.isNaN(lowest.mated) && (mated[i] ?? 0) > 0) lowest.mated = scores[i] ?? 0;
      if (Number.isNaN(lowest.nonMated) && (nonMated[i] ?? 0) > 0) lowest.nonMated = scores[i] ?? 0;
      if (!(Number.isNaN(lowest.mated) || Number.isNaN(lowest.nonMated))) return lowest;
    }
  }
  return lowest;
}
