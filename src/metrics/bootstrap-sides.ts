import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import type { FnmrReplicates } from './fnmr-at-fmr.js';
import { fnmrBootstrap, totalWeight } from './fnmr-replicates.js';
import type { OperatingSides } from './operating-point-metrics.js';
import type { Estimate } from './rate.js';
import { type ResampleOptions, resampleSides } from './resample-sides.js';
import { type BlockStatistic, statisticsBootstrap } from './statistic-replicates.js';

/** What the replicates of one subject bootstrap gave; all figures come from the same ones. */
export interface SideReplicates {
  readonly fnmr: ReadonlyMap<number, FnmrReplicates>;
  /** Absent where nobody asked for figures of the whole curve. */
  readonly statistics: Readonly<Record<BlockStatistic, Float64Array>> | undefined;
}

/**
 * Draws one bootstrap for every figure of a protocol. Undefined where subjects are not known on a side, or where fewer
 * than two stand in the comparisons.
 */
export function bootstrapSides(
  { mated, nonMated, calibration }: OperatingSides,
  targets: readonly number[],
  options: ResampleOptions = {},
  summaries = true,
): SideReplicates | undefined {
  if (!mated.subjects || !nonMated.subjects || !calibration.subjects) return undefined;
  const sides = calibration === nonMated ? [nonMated.subjects] : [nonMated.subjects, calibration.subjects];
  if (Math.max(mated.subjects.pairs.subjects, ...sides.map(({ pairs }) => pairs.subjects)) < 2) return undefined;
  const own = mated.subjects;
  const strangers = calibration.subjects;
  const fnmr = new Map(targets.map((target) => [target, fnmrBootstrap(own, strangers, target)]));
  const statistics = summaries ? statisticsBootstrap(own, nonMated.subjects) : undefined;
  resampleSides(own, sides, options, (weights) => {
    const [ofNonMated, ofCalibration = ofNonMated] = weights.nonMated;
    if (!ofNonMated || !ofCalibration) return;
    const trials = totalWeight(ofCalibration);
    for (const bootstrap of fnmr.values()) bootstrap.add(weights, ofCalibration, trials);
    statistics?.add(weights.mated, ofNonMated);
  });
  return {
    fnmr: new Map([...fnmr].map(([target, bootstrap]) => [target, bootstrap.result()])),
    statistics: statistics?.result(),
  };
}

/** The estimate with the percentile interval of its replicates, where it is resolved and they can give one. */
export function withReplicates<E extends Estimate>(
  estimate: E,
  replicates: Float64Array | undefined,
  level: number,
): E {
  const drawn = replicates && percentileInterval(replicates, level);
  if (!drawn || estimate.state !== 'resolved') return estimate;
  return { ...estimate, interval: { ...drawn, level, method: 'subject-bootstrap' } };
}
