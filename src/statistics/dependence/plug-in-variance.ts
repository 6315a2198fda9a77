import type { PairCounts } from './subject-pairs.js';
import { type SubjectSums, subjectSums } from './subject-sums.js';

/**
 * The variance of the rate errors / trials when comparisons that share a subject depend on each other: the plug-in
 * estimate (1/N²) Σ d_k d_l over all couples of pairs k, l (k = l too) that share a subject, d = errors - rate x trials
 * of a pair. In O(pairs + subjects): the sum of squares of what each subject takes part in counts a pair of two subjects
 * twice with itself, so that is taken off once. For mated comparisons this is Σ d_i² / N². The squares are written out, so
 * that the sums are of whole numbers and do not depend on the order of the pairs.
 * Source: Fogliato, Patil & Perona, Confidence Intervals for Error Rates in 1:1 Matching Tasks, IJCV 132, 2024
 * (arXiv 2306.01198); the same as the dyadic-cluster-robust variance of Aronow, Samii & Assenova (Political Analysis 23,
 * 2015). It may come out as zero or below by chance, where it says nothing.
 */
export function plugInVariance(counts: PairCounts | SubjectSums): number {
  const { errors, trials, ownErrors, ownTrials, betweenSubjects } = subjectSums(counts);
  // Σ errors², Σ errors x trials and Σ trials² over subjects, less those over pairs of two subjects.
  const sums = { ee: -betweenSubjects.ee, en: -betweenSubjects.en, nn: -betweenSubjects.nn };
  for (let subject = 0; subject < ownTrials.length; subject += 1) {
    const [e, n] = [ownErrors[subject] ?? 0, ownTrials[subject] ?? 0];
    sums.ee += e * e;
    sums.en += e * n;
    sums.nn += n * n;
  }
  const rate = errors / trials;
  return (sums.ee - 2 * rate * sums.en + rate * rate * sums.nn) / (trials * trials);
}
