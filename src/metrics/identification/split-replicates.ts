import { type BootstrapOptions, subjectReplicates } from '../../statistics/dependence/bootstrap.js';
import type { ReadyFnir, ReadySide, WeightedSide } from './fnir-reweighed.js';

/** The searches of one split at several target FPIRs, and the number that each of their subjects has in all splits. */
export interface SplitSearches {
  /** In the order of the targets; undefined where there is no threshold. */
  readonly ready: readonly (ReadyFnir | undefined)[];
  readonly subjectOf: Int32Array;
}

/**
 * The mean over splits of FNIR at each target FPIR in the replicates of one subject bootstrap: whoever is drawn is drawn
 * in every split, and every split sets its thresholds anew. `subjects` is how many there are in all. A replicate that
 * leaves a split without mated or without non-mated searches gives nothing; neither does a target without a threshold.
 */
export function splitReplicates(
  splits: readonly SplitSearches[],
  targets: number,
  subjects: number,
  options: BootstrapOptions,
): Float64Array[] {
  const complete = Array.from({ length: targets }, (_, t) => splits.every(({ ready }) => ready[t] !== undefined));
  const weighers = splits.map((split) => weigherOf(split));
  const means = complete.map((): number[] => []);
  const totals = new Float64Array(targets);
  subjectReplicates(subjects, options, (weights) => {
    totals.fill(0);
    for (const weigh of weighers) if (!weigh(weights, totals)) return;
    for (const [t, is] of complete.entries()) if (is) means[t]?.push((totals[t] ?? 0) / splits.length);
  });
  return means.map((values) => Float64Array.from(values));
}

/** Adds FNIR of a split at every target to the totals; false where a kind of search is missing. */
function weigherOf({ ready, subjectOf }: SplitSearches): (weights: Int32Array, totals: Float64Array) => boolean {
  const known = ready.flatMap((one, t) => (one ? [{ one, t }] : []));
  const [first] = known;
  if (!first) return () => true;
  // The subjects of a split and their searches are the same at every target; what lies above its threshold is not.
  const mated = sideWeigher(first.one.mated, subjectOf);
  const nonMated = sideWeigher(first.one.nonMated, subjectOf);
  const above = known.map(({ one }) => ({ mated: aboveThem(one.mated), nonMated: aboveThem(one.nonMated) }));
  return (weights, totals) => {
    const [own, strangers] = [mated(weights), nonMated(weights)];
    if (own.trials === 0 || strangers.trials === 0) return false;
    for (const [k, { one, t }] of known.entries()) {
      const sides = above[k];
      if (!sides) continue;
      const matedSide = { ...own, above: sides.mated(own.weights) };
      totals[t] = (totals[t] ?? 0) + one.fnir(matedSide, { ...strangers, above: sides.nonMated(strangers.weights) });
    }
    return true;
  };
}

/** The weights of a side's own subjects, and how many weighted searches they make. */
function sideWeigher({ members, subjects, trials }: ReadySide, subjectOf: Int32Array) {
  const everywhere = members.map((member) => subjectOf[member] ?? 0);
  const own = new Int32Array(subjects);
  return (weights: Int32Array): Omit<WeightedSide, 'above'> => {
    let all = 0;
    for (let k = 0; k < own.length; k += 1) {
      const weight = weights[everywhere[k] as number] as number;
      own[k] = weight;
      all += weight * (trials[k] as number);
    }
    return { weights: own, trials: all };
  };
}

/** Weighs those searches alone that lie above a threshold: few people have a false alarm. */
function aboveThem({ above }: ReadySide): (weights: Int32Array) => number {
  const who = Int32Array.from(above.keys()).filter((subject) => (above[subject] ?? 0) > 0);
  const counts = who.map((subject) => above[subject] ?? 0);
  return (weights) => {
    let over = 0;
    for (let k = 0; k < who.length; k += 1) over += (weights[who[k] as number] as number) * (counts[k] as number);
    return over;
  };
}
