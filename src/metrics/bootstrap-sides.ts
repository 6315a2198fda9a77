import type { FnmrReplicates } from './fnmr-at-fmr.js';
import { fnmrBootstrap, totalWeight } from './fnmr-replicates.js';
import type { OperatingSides } from './operating-point-metrics.js';
import { type ResampleOptions, resampleSides } from './resample-sides.js';
import { type StatisticReplicates, statisticsBootstrap } from './statistic-replicates.js';

/** What the replicates of one subject bootstrap gave; all figures come from the same ones. */
export interface SideReplicates {
  readonly fnmr: ReadonlyMap<number, FnmrReplicates>;
  /** Absent where nobody asked for figures of the whole curve. */
  readonly statistics: StatisticReplicates | undefined;
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
