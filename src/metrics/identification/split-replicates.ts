import { type BootstrapOptions, subjectReplicates } from '../../statistics/dependence/bootstrap.js';
import type { ReadyFnir, ReadySide, WeightedSide } from './fnir-reweighed.js';

/** The searches of one split, and the number that each of their subjects has in all splits. */
export interface SplitSearches {
  readonly ready: ReadyFnir;
  readonly subjectOf: Int32Array;
}

/**
 * The mean over splits of FNIR at a target FPIR in the replicates of one subject bootstrap: whoever is drawn is drawn in
 * every split, and every split sets its threshold anew. `subjects` is how many there are in all. A replicate that leaves a
 * split without mated or without non-mated searches gives nothing.
 */
export function splitReplicates(
  splits: readonly SplitSearches[],
  subjects: number,
  options: BootstrapOptions,
): Float64Array {
  const sides = splits.map(({ ready, subjectOf }) => ({
    ready,
    mated: weigher(ready.mated, subjectOf),
    nonMated: weigher(ready.nonMated, subjectOf),
  }));
  const means: number[] = [];
  subjectReplicates(subjects, options, (weights) => {
    let total = 0;
    for (const { ready, mated, nonMated } of sides) {
      const [own, strangers] = [mated(weights), nonMated(weights)];
      if (own.trials === 0 || strangers.trials === 0) return;
      total += ready.fnir(own, strangers);
    }
    means.push(total / sides.length);
  });
  return Float64Array.from(means);
}

/** Weighs a side by the weights of everybody: `weighSide` and the choice of its own subjects' weights in one pass. */
function weigher({ members, subjects, trials, above }: ReadySide, subjectOf: Int32Array) {
  const everywhere = members.map((member) => subjectOf[member] ?? 0);
  const own = new Int32Array(subjects);
  return (weights: Int32Array): WeightedSide => {
    let [all, over] = [0, 0];
    for (let k = 0; k < own.length; k += 1) {
      const weight = weights[everywhere[k] as number] as number;
      own[k] = weight;
      all += weight * (trials[k] as number);
      over += weight * (above[k] as number);
    }
    return { weights: own, trials: all, above: over };
  };
}
