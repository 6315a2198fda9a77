import { type BootstrapOptions, percentileInterval } from '../../statistics/dependence/bootstrap.js';
import type { Bounds } from '../../statistics/level.js';
import type { FailureView } from '../verification-metric.js';
import type { AllPairsScores } from './all-pairs-scores.js';
import type { FalseMatchCounts } from './false-matches.js';
import { linearisedJackknife } from './linearised-jackknife.js';
import { type TailReplicates, thresholdReplicates } from './threshold-replicates.js';

/** A target FMR and the false matches at its threshold. */
export interface TargetFalseMatches {
  readonly target: number;
  readonly falseMatches: FalseMatchCounts;
}

export interface ThresholdIntervalOptions extends Partial<BootstrapOptions> {
  readonly level: number;
}

/** Intervals of FNMR at a target FMR that know that the threshold is uncertain. */
export interface ThresholdIntervals {
  readonly method: 'subject-bootstrap' | 'linearised-jackknife';
  readonly overComparisons: Bounds;
  readonly overSubjects: Bounds;
}

/** A tail of four times what sets the threshold ran out in fewer than one of 1,000 replicates in simulations. */
const REACH = 4;
/** In simulations the 95% linearised jackknife held 89% of what 6 false matches had resolved, and 93% with 20. */
const TOO_FEW_TO_LINEARISE = 25;

/**
 * The intervals of FNMR at each target: of the subject bootstrap, whose draws all targets share, where the tail goes far
 * enough below the threshold, or where few comparisons set it; of the linearised jackknife where many set it and the tail
 * is short, or where there are too few replicates for the level. A target is missing where neither exists.
 */
export function thresholdIntervals(
  scores: AllPairsScores,
  targets: readonly TargetFalseMatches[],
  view: FailureView,
  { level, ...bootstrap }: ThresholdIntervalOptions,
): ReadonlyMap<number, ThresholdIntervals> {
  const drawable = targets
    .filter(({ falseMatches }) => takesReplicates(scores, falseMatches))
    .map(({ target }) => target);
  const drawn =
    drawable.length > 0 ? thresholdReplicates(scores, drawable, view, bootstrap) : new Map<number, TailReplicates>();
  const found = new Map<number, ThresholdIntervals>();
  for (const { target, falseMatches } of targets) {
    const intervals =
      fromReplicates(drawn.get(target), level) ??
      fromJackknife(linearisedJackknife(scores, at(falseMatches), view, level));
    if (intervals) found.set(target, intervals);
  }
  return found;
}

/**
 * Whether replicates find their threshold in the tail: all scores are there, or many more than set the threshold. Where
 * few set it they are taken in any case: those that do not find it make the interval wider, the jackknife's is too narrow.
 */
function takesReplicates({ tail, nonMated }: AllPairsScores, { atRejected }: FalseMatchCounts): boolean {
  const kept = tail.scores.length;
  return atRejected < TOO_FEW_TO_LINEARISE || kept >= REACH * atRejected || kept === nonMated.countsFrom[0];
}

/** What is not known of a replicate is 0 at the low end, and the most that it can be at the high one. */
function fromReplicates(drawn: TailReplicates | undefined, level: number): ThresholdIntervals | undefined {
  if (!drawn) return undefined;
  const ends = (over: 'overComparisons' | 'overSubjects'): Bounds | undefined => {
    const low = percentileInterval(drawn[over], level)?.low;
    const high = percentileInterval(drawn.atMost[over], level)?.high;
    return low === undefined || high === undefined ? undefined : { low, high };
  };
  const [overComparisons, overSubjects] = [ends('overComparisons'), ends('overSubjects')];
  return overComparisons && overSubjects && { method: 'subject-bootstrap', overComparisons, overSubjects };
}

function fromJackknife(found: ReturnType<typeof linearisedJackknife>): ThresholdIntervals | undefined {
  return (
    found && {
      method: 'linearised-jackknife',
      overComparisons: found.overComparisons.interval,
      overSubjects: found.overSubjects.interval,
    }
  );
}

const at = ({ threshold, bySubject }: FalseMatchCounts) => ({ threshold, falseMatches: bySubject });
