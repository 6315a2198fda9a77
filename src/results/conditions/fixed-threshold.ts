import { allPairsThresholdAtFmr } from '../../metrics/all-pairs/threshold.js';
import { rankScores } from '../../metrics/scores.js';
import { thresholdAtFmr } from '../../metrics/threshold.js';
import { scoredSystem } from '../all-pairs/all-pairs-scores.js';
import type { SystemTables } from '../run-tables.js';
import { scoresOf } from '../task-scores.js';

/** A threshold that other comparisons set, or why there is none. */
export type FixedThreshold = { readonly at: string } & (
  | { readonly state: 'set'; readonly threshold: number }
  | { readonly state: 'unavailable'; readonly reason: string }
);

/** The thresholds for target FMRs that the comparisons of a system set, failures counted: of pairs, or of all pairs. */
export function fixedThresholds(source: SystemTables | undefined, at: readonly string[]): FixedThreshold[] {
  const all = source && scoredSystem(source);
  const listed = source && !all ? source.comparisons.filter(({ mated }) => !mated) : [];
  const nonMated = rankScores(scoresOf(listed), 'non-mated');
  return at.map((target): FixedThreshold => {
    const found = all
      ? allPairsThresholdAtFmr(all.scores, Number(target), 'counted').operatingPoint
      : thresholdAtFmr(nonMated, Number(target));
    return found.state === 'set'
      ? { at: target, state: 'set', threshold: found.threshold }
      : { at: target, state: 'unavailable', reason: found.reason };
  });
}
