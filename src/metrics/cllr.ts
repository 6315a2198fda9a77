import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { estimateOf, type PointEstimate, scoredTrials } from './point-estimate.js';
import { poolBlocks } from './rocch.js';
import type { RankedScores } from './scores.js';

/**
 * The cost of the log-likelihood ratio in bits, Cllr = (mean of log2(1 + e^-s) over mated scores + mean of
 * log2(1 + e^s) over non-mated scores) / 2 (Brümmer & du Preez, Computer Speech and Language 20, 2006, equation 50). The
 * scores must be natural logarithms of likelihood ratios; a cosine is none, and of it only `minimumCllr` means
 * something. 0 is perfect, 1 is what a system that says nothing costs. Over the comparisons that have a score.
 * Unavailable without a score on a side.
 */
export function logLikelihoodRatioCost(mated: RankedScores, nonMated: RankedScores): PointEstimate {
  const cost = () => cllrOfBlocks(rankedBlocks(mated, nonMated));
  return estimateOf('a Cllr', { mated, nonMated }, scoredTrials(mated, nonMated), cost);
}

/**
 * The lowest Cllr that any rising function of the scores can reach, calibrated on these scores themselves: what they tell
 * apart, whatever their scale (Brümmer & du Preez, 2006, section 8, by pool adjacent violators). Every pool has the
 * likelihood ratio (its share of mated weight) / (its share of non-mated weight). Over the comparisons that have a
 * score. Unavailable without a score on a side.
 */
export function minimumCllr(mated: RankedScores, nonMated: RankedScores): PointEstimate {
  const cost = () => minimumCllrOfBlocks(rankedBlocks(mated, nonMated));
  return estimateOf('a minimum Cllr', { mated, nonMated }, scoredTrials(mated, nonMated), cost);
}

/** Cllr of weighted blocks, as a number; undefined without a score on a side. */
export function cllrOfBlocks(blocks: ScoreBlocks): number | undefined {
  if (!(blocks.mated > 0 && blocks.nonMated > 0)) return undefined;
  let ofMated = 0;
  let ofNonMated = 0;
  for (const { scores, mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      const score = scores[i] ?? 0;
      ofMated += (mated[i] ?? 0) * log1pExp(-score);
      ofNonMated += (nonMated[i] ?? 0) * log1pExp(score);
    }
  }
  return (ofMated / blocks.mated + ofNonMated / blocks.nonMated) / (2 * Math.LN2);
}

/** The minimum Cllr of weighted blocks, as a number; undefined without a score on a side. */
export function minimumCllrOfBlocks(blocks: ScoreBlocks): number | undefined {
  if (!(blocks.mated > 0 && blocks.nonMated > 0)) return undefined;
  const pools = poolBlocks(blocks);
  let cost = 0;
  for (let i = 0; i < pools.length; i += 1) {
    const mated = (pools.mated[i] ?? 0) / blocks.mated;
    const nonMated = (pools.nonMated[i] ?? 0) / blocks.nonMated;
    // A pool of one side only is certain and right: it costs nothing.
    if (mated > 0 && nonMated > 0)
      cost += mated * Math.log1p(nonMated / mated) + nonMated * Math.log1p(mated / nonMated);
  }
  return cost / (2 * Math.LN2);
}

/** ln(1 + e^x) without overflow. */
function log1pExp(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}
