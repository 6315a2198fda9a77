import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';

/** The errors and trials of all pairs together. */
export function pairTotals(counts: PairCounts): { errors: number; trials: number } {
  let [errors, trials] = [0, 0];
  for (const some of counts.errors) errors += some;
  for (const some of counts.trials) trials += some;
  return { errors, trials };
}
