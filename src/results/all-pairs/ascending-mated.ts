import { ascendingCopy } from '../../statistics/ascending.js';
import type { AscendingScores } from '../../statistics/ties.js';
import type { AllPairsTables } from './all-pairs-tables.js';

/** Tables never change, and sorting hundreds of thousands of scores takes a while. */
const known = new WeakMap<Float32Array, AscendingScores>();

/** The mated scores of all pairs, lowest first, sorted once. */
export function ascendingMated({ mated }: Pick<AllPairsTables, 'mated'>): AscendingScores {
  const before = known.get(mated);
  if (before) return before;
  const ascending = ascendingCopy(mated);
  known.set(mated, ascending);
  return ascending;
}
