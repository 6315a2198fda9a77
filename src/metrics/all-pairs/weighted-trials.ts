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
export const pairsOf = (samples: number): number => (samples * (samples - 1)) / 2;

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
  return (weights) => {
    // Sums and sums of squares of weighted samples, of all and of those with a template.
    let [n, nn, s, ss, mated, subjects] = [0, 0, 0, 0, 0, 0];
    for (let subject = 0; subject < weights.length; subject += 1) {
      const weight = weights[subject] ?? 0;
      const own = samples[subject] ?? 0;
      const withTemplate = weight * (scored[subject] ?? 0);
      n += weight * own;
      nn += weight * own * weight * own;
      s += withTemplate;
      ss += withTemplate * withTemplate;
      if (own < 2) continue;
      mated += weight * pairsOf(own);
      subjects += weight;
    }
    return { nonMated: (n * n - nn) / 2, scored: (s * s - ss) / 2, mated, subjects };
  };
}
