import { orderedBits } from '../../statistics/float32.js';
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
  const subject = subjectsByScore(mated);
  return { ascending: mated.scores.slice().sort(), subject, trials, failed };
}

/** Room for a subject's number beside the 32 bits of a score, both in one whole double. */
const MOST_SUBJECTS = 2 ** 21;

/** The subjects of the mated comparisons, lowest score first. Sorts plain numbers, as calling back for each is slow. */
function subjectsByScore({ scores, subject }: MatedBySubject['mated']): Int32Array {
  const bits = new Int32Array(scores.slice().buffer);
  const keys = new Float64Array(scores.length);
  for (let k = 0; k < keys.length; k += 1) {
    const own = subject[k] ?? 0;
    if (own >= MOST_SUBJECTS)
      throw new RangeError(`There may be ${MOST_SUBJECTS} subjects at most, found number ${own}.`);
    keys[k] = orderedBits(bits[k] ?? 0) * MOST_SUBJECTS + own;
  }
  return Int32Array.from(keys.sort(), (key) => key % MOST_SUBJECTS);
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
  const misses = Float64Array.from(missing, (subject) => own[subject] ?? 0);
  const shares = Float64Array.from(missing, (subject, k) => (misses[k] ?? 0) / (trials[subject] ?? 0));
  return (weights, rejected = usual) => {
    let [count, rates, at] = [0, 0, start];
    for (let k = 0; k < missing.length; k += 1) {
      const weight = weights[missing[k] ?? 0] ?? 0;
      count += weight * (misses[k] ?? 0);
      rates += weight * (shares[k] ?? 0);
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
