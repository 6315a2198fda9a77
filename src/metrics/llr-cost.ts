import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { cllrOfBlocks, logLikelihoodRatioCost } from './cllr.js';
import { unavailable } from './rate.js';
import { type ResampleOptions, resampleSides } from './resample-sides.js';
import { type RankedSubjects, rankScores } from './scores.js';
import { bootstrapOf } from './statistic-replicates.js';
import type { SummaryStatistic } from './summary-metrics.js';
import type { Comparisons } from './verification.js';

/**
 * Cllr of scores that are natural-log likelihood ratios (see `logLikelihoodRatioCost`), in bits, with the percentile
 * interval of a subject bootstrap. Unavailable without a score on a side, where subjects are not known, and where the
 * scores do not vary: no number stands alone. Throws as `rankScores` does.
 */
export function llrCost(
  comparisons: Comparisons,
  {
    level = DEFAULT_LEVEL,
    bootstrap = {},
  }: { readonly level?: number | undefined; readonly bootstrap?: ResampleOptions },
): SummaryStatistic {
  const numbers = numberSubjects([comparisons.mated.subjects, comparisons.nonMated.subjects]);
  const mated = rankScores(comparisons.mated, 'mated', numbers);
  const nonMated = rankScores(comparisons.nonMated, 'non-mated', numbers);
  const point = logLikelihoodRatioCost(mated, nonMated);
  const trials = point.matedTrials + point.nonMatedTrials;
  if (point.state === 'unavailable') return { ...unavailable(point.reason), trials };
  if (!mated.subjects || !nonMated.subjects) {
    return { ...unavailable('The interval of a Cllr is drawn by subject or sample, and none is named.'), trials };
  }
  const drawn = percentileInterval(replicates(mated.subjects, nonMated.subjects, bootstrap), level);
  if (!drawn) {
    return { ...unavailable('Too few replicates of the bootstrap have a value to give an interval.'), trials };
  }
  if (drawn.low === drawn.high) {
    return { ...unavailable('The scores do not vary enough for an interval of a Cllr.'), trials };
  }
  const interval = { ...drawn, level, method: 'subject-bootstrap' } as const;
  return { state: 'resolved', value: point.value, interval, floor: null, trials };
}

function replicates(mated: RankedSubjects, nonMated: RankedSubjects, options: ResampleOptions): Float64Array {
  const statistic = bootstrapOf({ Cllr: cllrOfBlocks }, mated, nonMated);
  resampleSides(mated, [nonMated], options, ({ mated: ofMated, nonMated: [ofNonMated] }) => {
    if (ofNonMated) statistic.add(ofMated, ofNonMated);
  });
  return statistic.result().Cllr;
}
