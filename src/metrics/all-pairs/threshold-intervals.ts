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
/** Below so many comparisons a tail may run out by chance, however few of them set the threshold. */
const SHORTEST_TAIL = 100;

/**
 * The intervals of FNMR at each target: of the subject bootstrap, whose draws all targets share, where the tail goes far
 * enough below the threshold, of the linearised jackknife where it does not or where there are too few replicates for the
 * level. A target is missing where neither exists.
 */
export function thresholdIntervals(
  scores: AllPairsScores,
  targets: readonly TargetFalseMatches[],
  view: FailureView,
  { level, ...bootstrap }: ThresholdIntervalOptions,
): ReadonlyMap<number, ThresholdIntervals> {
  const reached = targets.filter(({ falseMatches }) => isFarEnough(scores, falseMatches)).map(({ target }) => target);
  const drawn =
    reached.length > 0 ? thresholdReplicates(scores, reached, view, bootstrap) : new Map<number, TailReplicates>();
  const found = new Map<number, ThresholdIntervals>();
  for (const { target, falseMatches } of targets) {
    const intervals =
      fromReplicates(drawn.get(target), level) ??
      fromJackknife(linearisedJackknife(scores, at(falseMatches), view, level));
    if (intervals) found.set(target, intervals);
  }
  return found;
}

/** Whether replicates find their threshold in the tail: all scores are there, or many more than set the threshold. */
function isFarEnough({ tail, nonMated }: AllPairsScores, { atRejected }: FalseMatchCounts): boolean {
  const kept = tail.scores.length;
  return kept === nonMated.countsFrom[0] || kept >= Math.max(REACH * atRejected, SHORTEST_TAIL);
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
