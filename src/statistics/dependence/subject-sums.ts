import { disjointComparisons, disjointUpTo } from './disjoint.js';
import type { PairCounts } from './subject-pairs.js';

/** Which of the trials: all of them, those that went wrong, or those that did not. */
export type TrialKind = 'trials' | 'errors' | 'others';

/**
 * What intervals need of the errors and trials of pairs of subjects, without the pairs themselves: of all pairs of many
 * subjects there are too many to hold. Subjects are numbers from 0; all counts are whole.
 */
export interface SubjectSums {
  readonly errors: number;
  readonly trials: number;
  /** By subject: errors and trials of the pairs that it stands in; a pair of two subjects counts for both of them. */
  readonly ownErrors: Float64Array;
  readonly ownTrials: Float64Array;
  /** Σ errors², Σ errors x trials and Σ trials² over the pairs of two different subjects; 0 for mated comparisons. */
  readonly betweenSubjects: { readonly ee: number; readonly en: number; readonly nn: number };
  /** The most trials of a kind of which no two share a subject, counted no further than to `enough` where that is given. */
  readonly disjoint: (kind: TrialKind, enough?: number) => number;
}

/**
 * The sums of errors and trials by pair of subjects; sums stay as they are. Takes O(pairs + subjects); trials that share
 * no subject are counted only when they are asked for.
 */
export function subjectSums(counts: PairCounts | SubjectSums): SubjectSums {
  if ('ownTrials' in counts) return counts;
  const { subjects, first, second, errors, trials } = counts;
  const ownErrors = new Float64Array(subjects);
  const ownTrials = new Float64Array(subjects);
  const all = { errors: 0, trials: 0 };
  const betweenSubjects = { ee: 0, en: 0, nn: 0 };
  for (let pair = 0; pair < first.length; pair += 1) {
    const [e, n] = [errors[pair] ?? 0, trials[pair] ?? 0];
    const [a, b] = [first[pair] ?? 0, second[pair] ?? 0];
    all.errors += e;
    all.trials += n;
    ownErrors[a] = (ownErrors[a] ?? 0) + e;
    ownTrials[a] = (ownTrials[a] ?? 0) + n;
    if (a === b) continue;
    ownErrors[b] = (ownErrors[b] ?? 0) + e;
    ownTrials[b] = (ownTrials[b] ?? 0) + n;
    betweenSubjects.ee += e * e;
    betweenSubjects.en += e * n;
    betweenSubjects.nn += n * n;
  }
  const has = {
    errors: (pair: number) => (errors[pair] ?? 0) > 0,
    others: (pair: number) => (trials[pair] ?? 0) > (errors[pair] ?? 0),
  };
  return {
    ...all,
    ownErrors,
    ownTrials,
    betweenSubjects,
    disjoint: (kind, enough = Number.POSITIVE_INFINITY) =>
      kind === 'trials' ? Math.min(disjointComparisons(counts), enough) : disjointUpTo(counts, enough, has[kind]),
  };
}

/** How many subjects have a trial. */
export function subjectsWithTrials({ ownTrials }: SubjectSums): number {
  return ownTrials.reduce((total, own) => total + (own > 0 ? 1 : 0), 0);
}

/** The largest share of the trials that one subject stands in. */
export function largestShare({ trials, ownTrials }: SubjectSums): number {
  return ownTrials.reduce((most, own) => Math.max(most, own), 0) / trials;
}
