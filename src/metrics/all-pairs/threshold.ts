import { FalsematchError } from '../../files/errors.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { DEFAULT_LEVEL } from '../../statistics/level.js';
import type { Floor } from '../rate.js';
import { allowedErrors, type TargetThreshold } from '../threshold.js';
import type { FailureView } from '../verification-metric.js';
import type { AllPairsScores } from './all-pairs-scores.js';
import { type FalseMatchCounts, falseMatchesAt } from './false-matches.js';
import { allPairsFmr } from './rates.js';
import { allPairsTrials } from './trials.js';
import type { SamplesBySubject } from './weighted-trials.js';

/** The threshold of all pairs for a target FMR, and the false matches there; null where there is no threshold. */
export type AllPairsThreshold =
  | { readonly operatingPoint: TargetThreshold & { state: 'set' }; readonly falseMatches: FalseMatchCounts }
  | { readonly operatingPoint: TargetThreshold & { state: 'unavailable' }; readonly falseMatches: null };

/**
 * The threshold for a target FMR by the rule of `thresholdAtFmr`, from the tail; it is the same as from all non-mated
 * scores. Where the score that must be rejected lies below the tail it is unavailable, as it is without trials and when
 * failures alone keep FMR under the target. Throws for a target that is not strictly between 0 and 1.
 */
export function allPairsThresholdAtFmr(
  scores: AllPairsScores,
  target: number,
  view: FailureView,
  level = DEFAULT_LEVEL,
): AllPairsThreshold {
  checkTarget(target);
  const { tail, nonMated } = scores;
  const { trials } = allPairsTrials(scores, view).nonMated;
  const missing = (reason: string): AllPairsThreshold => ({
    operatingPoint: { state: 'unavailable', target, trials, reason },
    falseMatches: null,
  });
  if (trials === 0) return missing('There are no non-mated comparisons.');
  const allowed = allowedErrors(trials, target);
  const scored = nonMated.countsFrom[0] ?? 0;
  if (allowed >= scored) {
    return missing(
      `Only ${scored} of ${trials} non-mated comparisons have a score: FMR is within the target at every threshold.`,
    );
  }
  const rejected = tail.scores[allowed];
  if (rejected === undefined) {
    return missing(
      `The threshold lies below the ${tail.scores.length} highest of ${scored} non-mated scores, which alone were kept; ${allowed + 1} of them set it.`,
    );
  }
  const falseMatches = falseMatchesAt(scores, nextFloat32Up(rejected));
  return { operatingPoint: targetThresholdOf(scores, falseMatches, target, view, level), falseMatches };
}

/**
 * The same from the false matches at the threshold, as they were kept, when the tail is no longer there. Throws where
 * they are of another threshold than the target's: one at which too many match, or that is not the smallest.
 */
export function targetThresholdOf(
  samplesOf: SamplesBySubject,
  counts: FalseMatchCounts,
  target: number,
  view: FailureView,
  level = DEFAULT_LEVEL,
): TargetThreshold & { state: 'set' } {
  checkTarget(target);
  const { threshold, rejected, falseMatches, atRejected } = counts;
  const { trials } = allPairsTrials(samplesOf, view).nonMated;
  const allowed = allowedErrors(trials, target);
  const smallest = rejected !== null && threshold === nextFloat32Up(rejected);
  if (!(smallest && falseMatches <= allowed && atRejected > allowed)) {
    throw new FalsematchError(
      `At FMR ${target} ${allowed} of ${trials} non-mated comparisons may match; ${falseMatches} do at ${threshold}, and ${atRejected} from ${rejected} on, which is another threshold.`,
    );
  }
  const achieved = allPairsFmr(samplesOf, counts, view, level);
  const resolvable = allowed > 0;
  const floor: Floor | null =
    resolvable || !achieved.floor ? null : { ...achieved.floor, reason: 'target-below-one-trial' };
  return { state: 'set', target, threshold, achieved, falseMatches, trials, resolvable, floor };
}

function checkTarget(target: number): void {
  if (target > 0 && target < 1) return;
  throw new FalsematchError(
    `A target FMR must lie strictly between 0 and 1, found ${target}; write 1e-3 for one false match in a thousand.`,
  );
}
