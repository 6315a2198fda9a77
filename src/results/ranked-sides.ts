import { type RankedScores, rankScores } from '../metrics/scores.js';
import type { Comparison } from './comparison-table.js';
import { sidesOf } from './task-scores.js';

/** Both sides of a list of comparisons, ready for counting. */
export interface RankedSides {
  readonly mated: RankedScores;
  readonly nonMated: RankedScores;
}

/** Tables never change, and several parts of a report ask for the same. */
const known = new WeakMap<readonly Comparison[], RankedSides>();

/** The mated and the non-mated scores of a list of comparisons, ranked once. */
export function rankedSides(comparisons: readonly Comparison[]): RankedSides {
  const before = known.get(comparisons);
  if (before) return before;
  const { mated, nonMated } = sidesOf(comparisons);
  const sides = { mated: rankScores(mated, 'mated'), nonMated: rankScores(nonMated, 'non-mated') };
  known.set(comparisons, sides);
  return sides;
}
