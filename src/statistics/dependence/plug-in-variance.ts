import type { PairCounts } from './subject-pairs.js';

/**
 * The variance of the rate errors / trials when comparisons that share a subject depend on each other: the plug-in
 * estimate (1/N²) Σ d_k d_l over all couples of pairs k, l (k = l too) that share a subject, d = errors - rate x trials
 * of a pair. In O(pairs + subjects): the sum of squares of what each subject takes part in counts a pair of two subjects
 * twice with itself, so that is taken off once. For mated comparisons this is Σ d_i² / N².
 * Source: Fogliato, Patil & Perona, Confidence Intervals for Error Rates in 1:1 Matching Tasks, IJCV 132, 2024
 * (arXiv 2306.01198); the same as the dyadic-cluster-robust variance of Aronow, Samii & Assenova (Political Analysis 23,
 * 2015). It may come out as zero or below by chance, where it says nothing.
 */
export function plugInVariance({ subjects, first, second, errors, trials }: PairCounts): number {
  let allErrors = 0;
  let allTrials = 0;
  for (let pair = 0; pair < first.length; pair += 1) {
    allErrors += errors[pair] ?? 0;
    allTrials += trials[pair] ?? 0;
  }
  const rate = allErrors / allTrials;
  const bySubject = new Float64Array(subjects);
  let counted = 0;
  for (let pair = 0; pair < first.length; pair += 1) {
    const d = (errors[pair] ?? 0) - rate * (trials[pair] ?? 0);
    const a = first[pair] ?? 0;
    const b = second[pair] ?? 0;
    bySubject[a] = (bySubject[a] ?? 0) + d;
    if (a === b) continue;
    bySubject[b] = (bySubject[b] ?? 0) + d;
    counted -= d * d;
  }
  for (const d of bySubject) counted += d * d;
  return counted / (allTrials * allTrials);
}
