import type { FailureView } from '../verification-metric.js';
import { pairsOf, type SamplesBySubject, samplesInView } from './weighted-trials.js';

/** Every mated comparison that has a score, in any order, and its subject. */
export interface MatedBySubject extends SamplesBySubject {
  readonly mated: { readonly scores: Float32Array; readonly subject: Int32Array };
}

/** The mated comparisons, lowest score first, and what each of them counts. */
export interface ReadyMated {
  readonly ascending: Float32Array;
  readonly subject: Int32Array;
  /** Comparisons of each subject, and those of them that failed. */
  readonly trials: Float64Array;
  readonly failed: Float64Array;
}

/**
 * Sorts the mated comparisons once. Throws when the scores of a subject are not those of all pairs of its samples that
 * have a template.
 */
export function readyMated(scores: MatedBySubject, view: FailureView): ReadyMated {
  const { mated } = scores;
  const trials = Float64Array.from(samplesInView(scores, view), pairsOf);
  const failed = trials.slice();
  for (let k = 0; k < mated.subject.length; k += 1) {
    const subject = mated.subject[k] ?? 0;
    failed[subject] = (failed[subject] ?? 0) - 1;
  }
  const scored = samplesInView(scores, 'excluded');
  for (const [subject, own] of trials.entries()) {
    const expected = pairsOf(scored[subject] ?? 0);
    if (own - (failed[subject] ?? 0) === expected) continue;
    throw new RangeError(
      `Subject ${subject} needs the ${expected} mated scores of all pairs of its samples that have a template, found ${own - (failed[subject] ?? 0)}.`,
    );
  }
  const order = Int32Array.from(mated.scores, (_, k) => k).sort(
    (p, q) => (mated.scores[p] ?? 0) - (mated.scores[q] ?? 0),
  );
  return {
    ascending: Float32Array.from(order, (k) => mated.scores[k] ?? 0),
    subject: order.map((k) => mated.subject[k] ?? 0),
    trials,
    failed,
  };
}

/** Weighted misses, and the sum over subjects of their weighted rates. */
export interface WeightedMisses {
  readonly count: number;
  readonly rates: number;
}

/**
 * Counts weighted misses when a score is the highest that does not match, in time that goes with how far it is from
 * `usual`, the score at which the misses of each subject are counted once.
 */
export function missCounter(
  { ascending, subject: subjectOf, trials, failed }: ReadyMated,
  usual: number,
): (weights: Int32Array, rejected?: number) => WeightedMisses {
  const own = failed.slice();
  let start = 0;
  for (; start < ascending.length && (ascending[start] ?? 0) <= usual; start += 1) {
    const subject = subjectOf[start] ?? 0;
    own[subject] = (own[subject] ?? 0) + 1;
  }
  const missing = Int32Array.from(own.keys()).filter((subject) => (own[subject] ?? 0) > 0);
  return (weights, rejected = usual) => {
    let [count, rates, at] = [0, 0, start];
    for (const subject of missing) {
      const misses = (weights[subject] ?? 0) * (own[subject] ?? 0);
      count += misses;
      rates += misses / (trials[subject] ?? 0);
    }
    for (; at < ascending.length && (ascending[at] ?? 0) <= rejected; at += 1) {
      const subject = subjectOf[at] ?? 0;
      count += weights[subject] ?? 0;
      rates += (weights[subject] ?? 0) / (trials[subject] ?? 0);
    }
    for (; at > 0 && (ascending[at - 1] ?? 0) > rejected; at -= 1) {
      const subject = subjectOf[at - 1] ?? 0;
      count -= weights[subject] ?? 0;
      rates -= (weights[subject] ?? 0) / (trials[subject] ?? 0);
    }
    // What rounding leaves of rates that were added and taken off again is no rate.
    return { count, rates: count === 0 ? 0 : rates };
  };
}
