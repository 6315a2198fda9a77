import { FalsematchError } from '../../files/errors.js';
import { ascendingCopy, scoreFromTop } from '../../statistics/ascending.js';
import { nextFloat32Up } from '../../statistics/float32.js';
import { type AscendingScores, countAbove } from '../../statistics/ties.js';
import { type Floor, MIN_DISJOINT_ERRORS, type Rate } from '../rate.js';
import { allowedErrors } from '../threshold.js';
import { fpirAt, isAlarm, noSearches, type SearchRateOptions } from './rates.js';
import { countBySubject, countSearches, isOf, type Searches } from './search.js';

/** The threshold for a target FPIR, or the reason why no score sets one. */
export type SearchThreshold =
  | {
      readonly state: 'set';
      readonly target: number;
      /** The smallest float32 T with FPIR(T) <= target. */
      readonly threshold: number;
      /** The FPIR at the threshold, which ties and counting make smaller than the target as a rule. */
      readonly achieved: Rate;
      readonly falseAlarms: number;
      readonly trials: number;
      /** False when the target is below one alarm of all searches, or fewer than five people with an alarm set T. */
      readonly resolvable: boolean;
      /** Present when not resolvable: the FPIR that these alarms do not exclude. */
      readonly floor: Floor | null;
    }
  | { readonly state: 'unavailable'; readonly target: number; readonly trials: number; readonly reason: string };

/**
 * The threshold for a target FPIR, from the best candidate's score in each non-mated search: the smallest float32 T with
 * FPIR(T) <= target, that is the next float32 above the highest best score that must be rejected, equal scores being
 * rejected or accepted together. Nothing is interpolated. A target below one alarm of all searches puts T above every
 * best score and is marked as not resolvable; so is one whose alarms are of fewer than five people. Without non-mated searches, or when failures alone keep FPIR under the
 * target at every T, it is unavailable. Throws for a target that is not strictly between 0 and 1.
 */
export function thresholdAtFpir(searches: Searches, target: number, options: SearchRateOptions = {}): SearchThreshold {
  if (!(target > 0 && target < 1)) {
    throw new FalsematchError(
      `A target FPIR must lie strictly between 0 and 1, found ${target}; write 1e-3 for one search with a false alarm in a thousand.`,
    );
  }
  const { searches: trials } = countSearches(searches, 'non-mated');
  if (trials === 0) return { state: 'unavailable', target, trials, reason: noSearches('non-mated') };
  const ascending = topScores(searches);
  const allowed = allowedErrors(trials, target);
  const rejected = scoreFromTop(ascending, allowed);
  if (rejected === undefined) {
    const reason = `Only ${ascending.total} of ${trials} non-mated searches have a score: FPIR is within the target at every threshold.`;
    return { state: 'unavailable', target, trials, reason };
  }
  const threshold = nextFloat32Up(rejected);
  const achieved = fpirAt(searches, threshold, options);
  const people = countBySubject(searches, 'non-mated', (s) => isAlarm(searches, s, threshold)).errors;
  const few = people.filter((own) => own > 0).length < MIN_DISJOINT_ERRORS;
  const resolvable = allowed > 0 && !few;
  const floor = resolvable ? null : floorOf(achieved, allowed);
  const falseAlarms = countAbove(ascending, rejected);
  return { state: 'set', target, threshold, achieved, falseAlarms, trials, resolvable, floor };
}

/** Why a target cannot be resolved, and how high FPIR may be. */
function floorOf(achieved: Rate, allowed: number): Floor | null {
  if (achieved.state === 'unavailable') return null;
  const { interval, independent } = achieved;
  const reason = allowed > 0 ? 'few-false-alarms' : 'target-below-one-trial';
  const alone = independent.exact.high;
  const own = {
    of: 'FPIR',
    upperBound: Math.max(interval.high, alone),
    upperBoundIfIndependent: alone,
    level: interval.level,
  };
  return { ...(achieved.floor ?? own), reason };
}

/** The best score of every non-mated search that has one, lowest first. */
export function topScores(searches: Searches): AscendingScores {
  return ascendingCopy(searches.score.filter((_, s) => searches.failed[s] === 0 && isOf('non-mated', searches, s)));
}
