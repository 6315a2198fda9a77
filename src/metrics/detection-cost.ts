import { FalsematchError } from '../files/errors.js';
import { countBelow, countFrom } from '../statistics/ties.js';
import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { thresholdAbove } from './det.js';
import { noPoint, type PointEstimate } from './point-estimate.js';
import { noScores, type RankedScores, trialsOf } from './scores.js';

/** What errors cost and how common mated comparisons are. */
export interface CostModel {
  /** The cost of a miss and of a false alarm, each above 0. */
  readonly miss: number;
  readonly falseAlarm: number;
  /** The share of mated comparisons where the system is used, strictly between 0 and 1. */
  readonly mated: number;
}

/** A detection cost at a threshold. */
export type DetectionCost = PointEstimate & { readonly threshold: number | null; readonly costs: CostModel };

/**
 * The normalised detection cost at threshold T, by the plan of NIST's speaker recognition evaluations (SRE 2008 and
 * later): (C_miss P FNMR + C_fa (1 - P) FMR) / min(C_miss P, C_fa (1 - P)), P being the share of mated comparisons. 1 is
 * the cost of the better of accepting all and rejecting all unseen. Failures are counted: a failed mated comparison is a
 * miss and a failed non-mated one no match. Throws for T = NaN and for costs or a share out of range.
 */
export function detectionCostAt(
  mated: RankedScores,
  nonMated: RankedScores,
  threshold: number,
  costs: CostModel,
): DetectionCost {
  checkCosts(costs);
  if (Number.isNaN(threshold)) throw new FalsematchError('The threshold must be a number, found NaN; give a score.');
  const trials = { matedTrials: trialsOf(mated), nonMatedTrials: trialsOf(nonMated) };
  const missing = noScores('a detection cost', mated, nonMated);
  if (missing) return { ...noPoint(trials, missing), threshold: null, costs };
  const misses = countBelow(mated.ascending, threshold) + mated.failed;
  const falseAlarms = countFrom(nonMated.ascending, threshold);
  const { ofFnmr, ofFmr } = weightsOf(costs);
  const value = ofFnmr * (misses / trials.matedTrials) + ofFmr * (falseAlarms / trials.nonMatedTrials);
  return { state: 'point', value, ...trials, threshold, costs };
}

/**
 * The lowest normalised detection cost of all operating points, and the lowest threshold that has it; set on the data it
 * is measured on, so it is a bound for what calibration could reach. See `detectionCostAt`; unavailable without a score
 * on a side.
 */
export function minimumDetectionCost(mated: RankedScores, nonMated: RankedScores, costs: CostModel): DetectionCost {
  checkCosts(costs);
  const trials = { matedTrials: trialsOf(mated), nonMatedTrials: trialsOf(nonMated) };
  const missing = noScores('a minimum detection cost', mated, nonMated);
  if (missing) return { ...noPoint(trials, missing), threshold: null, costs };
  const { value, rejected } = lowestCost(rankedBlocks(mated, nonMated), costs);
  const threshold = thresholdAbove(rejected, mated, nonMated);
  return { state: 'point', value, ...trials, threshold, costs };
}

/** The minimum of weighted blocks, as a number; undefined without a score on a side. Its costs are not checked. */
export function minimumCostOfBlocks(blocks: ScoreBlocks, costs: CostModel): number | undefined {
  return blocks.mated > 0 && blocks.nonMated > 0 ? lowestCost(blocks, costs).value : undefined;
}

/** The threshold at which a natural-log likelihood ratio is to be accepted: ln(C_fa (1 - P) / (C_miss P)). */
export function bayesThreshold(costs: CostModel): number {
  checkCosts(costs);
  return Math.log((costs.falseAlarm * (1 - costs.mated)) / (costs.miss * costs.mated));
}

function lowestCost(blocks: ScoreBlocks, costs: CostModel): { value: number; rejected: number } {
  const matedTrials = blocks.mated + blocks.matedFailed;
  const nonMatedTrials = blocks.nonMated + blocks.nonMatedFailed;
  let rejected = Number.NEGATIVE_INFINITY;
  let rejectedWeight = 0;
  let misses = blocks.matedFailed;
  const { ofFnmr, ofFmr } = weightsOf(costs);
  let value = ofFnmr * (misses / matedTrials) + ofFmr * (blocks.nonMated / nonMatedTrials);
  for (const { scores, mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      rejectedWeight += nonMated[i] ?? 0;
      misses += mated[i] ?? 0;
      const fmr = (blocks.nonMated - rejectedWeight) / nonMatedTrials;
      const cost = ofFnmr * (misses / matedTrials) + ofFmr * fmr;
      if (cost >= value) continue;
      value = cost;
      rejected = scores[i] ?? 0;
    }
  }
  return { value, rejected };
}

/** What either rate is multiplied with. Of the two costs the cheaper weighs exactly 1. */
function weightsOf({ miss, falseAlarm, mated }: CostModel): { ofFnmr: number; ofFmr: number } {
  const ofMiss = miss * mated;
  const ofFalseAlarm = falseAlarm * (1 - mated);
  const least = Math.min(ofMiss, ofFalseAlarm);
  return { ofFnmr: ofMiss / least, ofFmr: ofFalseAlarm / least };
}

function checkCosts({ miss, falseAlarm, mated }: CostModel): void {
  if (!(miss > 0 && falseAlarm > 0 && Number.isFinite(miss) && Number.isFinite(falseAlarm))) {
    throw new FalsematchError(
      `The costs of a miss and of a false alarm must be finite and above 0, found ${miss} and ${falseAlarm}.`,
    );
  }
  if (!(mated > 0 && mated < 1)) {
    throw new FalsematchError(
      `The share of mated comparisons must lie strictly between 0 and 1, found ${mated}; write 0.01 for one in a hundred.`,
    );
  }
}
