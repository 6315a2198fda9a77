import type { FalseMatchCounts } from '../../metrics/all-pairs/false-matches.js';
import { allPairsTrials } from '../../metrics/all-pairs/trials.js';
import { disjointFalseMatches } from '../../metrics/operating-point-metrics.js';
import { type Floor, MIN_DISJOINT_ERRORS } from '../../metrics/rate.js';
import { rankScores } from '../../metrics/scores.js';
import { targetFloor } from '../../metrics/target-floor.js';
import { thresholdAtFmr } from '../../metrics/threshold.js';
import { clopperPearson } from '../../statistics/clopper-pearson.js';
import { scoredSystem, thresholdPlace } from '../all-pairs/all-pairs-scores.js';
import type { SystemTables } from '../run-tables.js';
import { scoresOf } from '../task-scores.js';

/** A threshold that other comparisons set, or why there is none. */
export type FixedThreshold = {
  readonly at: string;
} /** `floor` says why the target cannot be resolved by those who set it; null where it can, or where many set it. */ & (
  | { readonly state: 'set'; readonly threshold: number; readonly floor: Floor | null }
  | { readonly state: 'unavailable'; readonly reason: string }
);

/**
 * The thresholds for target FMRs that the comparisons of a system set, failures counted: of a list of pairs, or of all
 * pairs, of which a run keeps those of its own operating points.
 */
export function fixedThresholds(
  source: SystemTables | undefined,
  at: readonly string[],
  level: number,
): FixedThreshold[] {
  const all = source && scoredSystem(source);
  if (all) {
    const { thresholds } = all.tables.falseMatches;
    const { trials } = allPairsTrials(all.scores, 'counted').nonMated;
    return at.map((target): FixedThreshold => {
      const kept = thresholds[thresholdPlace(thresholds, all.subjects, Number(target), 'counted')]?.counts;
      return kept
        ? { at: target, state: 'set', threshold: kept.threshold, floor: floorOfAll(kept, trials, level) }
        : {
            at: target,
            state: 'unavailable',
            reason: `All pairs set no threshold for a false-match rate of ${target}.`,
          };
    });
  }
  const nonMated = rankScores(scoresOf((source?.comparisons ?? []).filter(({ mated }) => !mated)), 'non-mated');
  return at.map((target): FixedThreshold => {
    const found = thresholdAtFmr(nonMated, Number(target), level);
    if (found.state === 'unavailable') return { at: target, state: 'unavailable', reason: found.reason };
    const floor = targetFloor(found, () => disjointFalseMatches(found, nonMated), level);
    return { at: target, state: 'set', threshold: found.threshold, floor };
  });
}

function floorOfAll({ falseMatches, disjoint }: FalseMatchCounts, trials: number, level: number): Floor | null {
  if (disjoint >= MIN_DISJOINT_ERRORS) return null;
  const upperBound = clopperPearson(falseMatches, trials, level).high;
  const reason = falseMatches === 0 ? 'target-below-one-trial' : 'few-false-matches';
  return { reason, of: 'FMR', upperBound, upperBoundIfIndependent: upperBound, level };
}
