import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { estimateOf, type PointEstimate } from './point-estimate.js';
import { type RankedScores, trialsOf } from './scores.js';

/** The corners of the convex hull of the ROC in columns, lowest threshold first: FMR falls and FNMR rises. */
export interface ConvexHull {
  readonly fmr: Float64Array;
  readonly fnmr: Float64Array;
}

/**
 * Joins neighbouring blocks of scores until the share of mated weight rises from each pool to the next: the pool adjacent
 * violators algorithm (Ayer et al., Ann. Math. Stat. 26, 1955), whose pools are the edges of the convex hull of the ROC
 * (Fawcett & Niculescu-Mizil, Machine Learning 68, 2007). Pools of equal share are joined too. The answer lies in
 * columns that the next call writes over.
 */
export function poolBlocks(blocks: ScoreBlocks): Pools {
  let top = 0;
  for (const { mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      let matedHere = mated[i] ?? 0;
      let nonMatedHere = nonMated[i] ?? 0;
      if (top === pools.mated.length) grow();
      while (top > 0 && (pools.mated[top - 1] ?? 0) * nonMatedHere >= matedHere * (pools.nonMated[top - 1] ?? 0)) {
        top -= 1;
        matedHere += pools.mated[top] ?? 0;
        nonMatedHere += pools.nonMated[top] ?? 0;
      }
      pools.mated[top] = matedHere;
      pools.nonMated[top] = nonMatedHere;
      top += 1;
    }
  }
  pools.length = top;
  return pools;
}

/** Pools in columns, lowest scores first, of which `length` entries count. */
export interface Pools {
  readonly mated: Float64Array;
  readonly nonMated: Float64Array;
  readonly length: number;
}

// One set of columns for all calls: resampling makes thousands of them, and none keeps its pools.
const pools = { mated: new Float64Array(1024), nonMated: new Float64Array(1024), length: 0 };

function grow(): void {
  for (const side of ['mated', 'nonMated'] as const) {
    const larger = new Float64Array(2 * pools[side].length);
    larger.set(pools[side]);
    pools[side] = larger;
  }
}

/**
 * The convex hull of the operating points, from the one that accepts every score to the one that rejects all. Failed
 * comparisons match at none of them, so with failed non-mated ones it starts below FMR 1, and with failed mated ones
 * above FNMR 0. Undefined without a comparison on each side or without any score.
 */
export function convexHull(mated: RankedScores, nonMated: RankedScores): ConvexHull | undefined {
  const blocks = rankedBlocks(mated, nonMated);
  const corners: [number, number][] = [];
  walkHull(blocks, (fmr, fnmr) => corners.push([fmr, fnmr]));
  if (corners.length === 0) return undefined;
  return { fmr: Float64Array.from(corners, ([fmr]) => fmr), fnmr: Float64Array.from(corners, ([, fnmr]) => fnmr) };
}

/**
 * The equal error rate of the convex hull of the ROC, the point of it where FMR = FNMR: no other classifier made of
 * these scores by a rising function does better at its worst prior (Brümmer & de Villiers, The BOSARIS Toolkit,
 * arXiv 1304.2865, 2013, section on ROCCH). It is never above the midpoint EER's bracket. Failures are counted: a failed
 * mated comparison is a miss and a failed non-mated one no match at every threshold. Unavailable without a score on a
 * side, and when failures keep FNMR above FMR at every threshold.
 */
export function rocchEqualErrorRate(mated: RankedScores, nonMated: RankedScores): PointEstimate {
  return estimateOf(
    'an equal error rate',
    { mated, nonMated },
    { matedTrials: trialsOf(mated), nonMatedTrials: trialsOf(nonMated) },
    () => rocchEerOfBlocks(rankedBlocks(mated, nonMated)),
    'The failed comparisons alone keep FNMR above FMR at every threshold.',
  );
}

/** The same of weighted blocks, as a number; undefined where it does not exist. */
export function rocchEerOfBlocks(blocks: ScoreBlocks): number | undefined {
  if (!(blocks.mated > 0 && blocks.nonMated > 0)) return undefined;
  let found: number | undefined;
  let lastFmr = Number.NaN;
  let lastGap = Number.NaN;
  walkHull(blocks, (fmr, fnmr) => {
    const gap = fmr - fnmr;
    if (found === undefined && gap === 0) found = fmr;
    // The gap falls from corner to corner; without a corner before this one the comparison with NaN is false.
    else if (found === undefined && gap < 0 && lastGap > 0) {
      found = lastFmr + (lastGap / (lastGap - gap)) * (fmr - lastFmr);
    }
    lastFmr = fmr;
    lastGap = gap;
  });
  return found;
}

function walkHull(blocks: ScoreBlocks, visit: (fmr: number, fnmr: number) => void): void {
  const matedTrials = blocks.mated + blocks.matedFailed;
  const nonMatedTrials = blocks.nonMated + blocks.nonMatedFailed;
  const edges = poolBlocks(blocks);
  if (!(matedTrials > 0 && nonMatedTrials > 0 && edges.length > 0)) return;
  // Added in the order in which it is taken away, so that no weight that is not whole leaves a rest above the last one.
  let scored = 0;
  for (let i = 0; i < edges.length; i += 1) scored += edges.nonMated[i] ?? 0;
  let rejected = 0;
  let falseNonMatches = blocks.matedFailed;
  visit(scored / nonMatedTrials, falseNonMatches / matedTrials);
  for (let i = 0; i < edges.length; i += 1) {
    rejected += edges.nonMated[i] ?? 0;
    falseNonMatches += edges.mated[i] ?? 0;
    visit((scored - rejected) / nonMatedTrials, falseNonMatches / matedTrials);
  }
}
