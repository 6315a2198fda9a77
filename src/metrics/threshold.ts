import { FalsematchError } from '../files/errors.js';
import { scoreFromTop } from '../statistics/ascending.js';
import { nextFloat32Up } from '../statistics/float32.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { countAbove } from '../statistics/ties.js';
import type { BlockColumns } from './blocks.js';
import { fmrAt } from './error-rates.js';
import type { Floor, Rate } from './rate.js';
import { type RankedScores, trialsOf } from './scores.js';

/** The threshold for a target FMR, or the reason why no score sets one. */
export type TargetThreshold =
  | {
      readonly state: 'set';
      readonly target: number;
      /** The smallest float32 T with FMR(T) <= target. */
      readonly threshold: number;
      /** The FMR at the threshold, which ties and counting make smaller than the target as a rule. */
      readonly achieved: Rate;
      readonly falseMatches: number;
      readonly trials: number;
      /** False when the target is below one false match of all trials: the achieved 0 is then no measurement of it. */
      readonly resolvable: boolean;
      /** Present when not resolvable: the FMR that zero false matches do not exclude. */
      readonly floor: Floor | null;
    }
  | { readonly state: 'unavailable'; readonly target: number; readonly trials: number; readonly reason: string };

/**
 * The threshold for a target FMR: the smallest float32 T with FMR(T) <= target, that is the next float32 above the
 * highest non-mated score that must be rejected, a block of equal scores being rejected or accepted as a whole. Nothing
 * is interpolated. A target below one false match of all trials puts T above every non-mated score and is marked as not
 * resolvable. Without trials, or when failures alone keep FMR under the target at every T, it is unavailable.
 * Throws for a target that is not strictly between 0 and 1.
 */
export function thresholdAtFmr(nonMated: RankedScores, target: number, level = DEFAULT_LEVEL): TargetThreshold {
  if (!(target > 0 && target < 1)) {
    throw new FalsematchError(
      `A target FMR must lie strictly between 0 and 1, found ${target}; write 1e-3 for one false match in a thousand.`,
    );
  }
  const { ascending } = nonMated;
  const trials = trialsOf(nonMated);
  if (trials === 0) return { state: 'unavailable', target, trials, reason: 'There are no non-mated comparisons.' };
  const allowed = allowedErrors(trials, target);
  const rejected = scoreFromTop(ascending, allowed);
  if (rejected === undefined) {
    const reason = `Only ${ascending.total} of ${trials} non-mated comparisons have a score: FMR is within the target at every threshold.`;
    return { state: 'unavailable', target, trials, reason };
  }
  const falseMatches = countAbove(ascending, rejected);
  const threshold = nextFloat32Up(rejected);
  const achieved = fmrAt(nonMated, threshold, level);
  const resolvable = allowed > 0;
  const floor: Floor | null =
    resolvable || !achieved.floor ? null : { ...achieved.floor, reason: 'target-below-one-trial' };
  return { state: 'set', target, threshold, achieved, falseMatches, trials, resolvable, floor };
}

/**
 * FNMR at the threshold that the same weighted blocks set for a target FMR, as a number: from the top, blocks are taken
 * whole as long as their weight / trials <= target, as doubles divide. Undefined without a mated comparison, and where
 * no block is to be rejected (no non-mated score, or failures alone keep FMR under the target). The target is not checked.
 */
export function fnmrAtFmrOfBlocks(columns: BlockColumns, target: number): number | undefined {
  const { mated, nonMated, matedFailed } = columns;
  let matedTrials = matedFailed;
  let trials = columns.nonMatedFailed;
  for (let i = 0; i < mated.length; i += 1) {
    matedTrials += mated[i] ?? 0;
    trials += nonMated[i] ?? 0;
  }
  let above = 0;
  let rejected = nonMated.length - 1;
  for (; rejected >= 0; rejected -= 1) {
    above += nonMated[rejected] ?? 0;
    if (above / trials > target) break;
  }
  if (rejected < 0 || !(matedTrials > 0)) return undefined;
  let misses = matedFailed;
  for (let i = 0; i <= rejected; i += 1) misses += mated[i] ?? 0;
  return misses / matedTrials;
}

/** The largest number of errors with errors / trials <= target, as doubles divide. */
export function allowedErrors(trials: number, target: number): number {
  let errors = Math.floor(trials * target);
  if (errors / trials > target) errors -= 1;
  if ((errors + 1) / trials <= target) errors += 1;
  return errors;
}
