import { allPairsTrials } from '../../src/metrics/all-pairs/trials.js';
import { type RankedScores, rankScores } from '../../src/metrics/scores.js';
import { scoredSystem } from '../../src/results/all-pairs/all-pairs-scores.js';
import type { SystemTables } from '../../src/results/run-tables.js';

/**
 * The comparisons of a made-up run of all pairs as two lists, without subjects. Its tail must be whole, so that every
 * score is known.
 */
export function asPairs(own: SystemTables): { readonly mated: RankedScores; readonly nonMated: RankedScores } {
  const scored = scoredSystem(own);
  if (!scored) throw new Error('there are no tables of all pairs');
  const { mated, tail, nonMated } = scored.tables;
  if (tail.scores.length !== nonMated.countsFrom[0]) throw new Error('the tail is not whole');
  const trials = allPairsTrials(scored.subjects, 'counted');
  return {
    mated: rankScores({ scores: mated, failed: trials.mated.trials - mated.length }, 'mated'),
    nonMated: rankScores({ scores: tail.scores, failed: trials.nonMated.trials - tail.scores.length }, 'non-mated'),
  };
}
