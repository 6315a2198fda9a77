import type { FailureView } from '../verification-metric.js';

/** How many samples each subject has; subjects are numbers from 0. */
export interface SamplesBySubject {
  /** Those without a template among them. */
  readonly samples: Int32Array;
  /** How many of them have no template. */
  readonly failed: Int32Array;
}

/** Samples of each subject that a view counts. */
export function samplesInView({ samples, failed }: SamplesBySubject, view: FailureView): Int32Array {
  return view === 'counted' ? samples : samples.map((count, subject) => count - (failed[subject] ?? 0));
}

/** How many comparisons so many samples make with each other. */
export const pairsOf = (samples: number): number => (samples * samples - samples) / 2;

/** Weighted numbers of comparisons. */
export interface WeightedTrials {
  readonly nonMated: number;
  /** Non-mated comparisons that have a score. */
  readonly scored: number;
  readonly mated: number;
  /** Subjects with a mated comparison. */
  readonly subjects: number;
}

/**
 * Counts the comparisons of every sample with every other when subjects weigh so much, in the view that is asked for:
 * non-mated ones count with the product of the two weights, which makes ((Σ w n)² - Σ (w n)²) / 2, n being the samples of
 * a subject; mated ones with their subject's. In O(subjects).
 */
export function comparisonCounter(
  samplesOf: SamplesBySubject,
  view: FailureView,
): (weights: Int32Array) => WeightedTrials {
  const samples = samplesInView(samplesOf, view);
  const scored = samplesInView(samplesOf, 'excluded');
  const allScored = samples.every((own, subject) => own === scored[subject]);
  const pairs = Float64Array.from(samples, pairsOf);
  return (weights) => {
    let [mated, subjects] = [0, 0];
    for (let subject = 0; subject < weights.length; subject += 1) {
      const own = pairs[subject] ?? 0;
      if (own === 0) continue;
      const weight = weights[subject] ?? 0;
      mated += weight * own;
      subjects += weight;
    }
    const nonMated = nonMatedOf(samples, weights);
    return { nonMated, scored: allScored ? nonMated : nonMatedOf(scored, weights), mated, subjects };
  };
}

function nonMatedOf(samples: Int32Array, weights: Int32Array): number {
  let [all, squares] = [0, 0];
  for (let subject = 0; subject < weights.length; subject += 1) {
    const own = (weights[subject] ?? 0) * (samples[subject] ?? 0);
    all += own;
    squares += own * own;
  }
  return (all * all - squares) / 2;
}
