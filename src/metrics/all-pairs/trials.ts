import type { FailureView } from '../verification-metric.js';
import { pairsOf, type SamplesBySubject, samplesInView } from './weighted-trials.js';

/** The subjects of group g with those of group h, or with each other where both are the same group. */
export interface Cell {
  /** The group of each subject; -1 is none. */
  readonly groupOf: Int32Array;
  readonly g: number;
  readonly h: number;
}

/** Everybody with everybody: one group of so many subjects. */
export const everybody = (subjects: number): Cell => ({ groupOf: new Int32Array(subjects), g: 0, h: 0 });

/** The non-mated comparisons of a cell. */
export interface NonMatedTrials {
  readonly trials: number;
  /** By subject: the comparisons that it stands in; 0 for one of another group. */
  readonly ownTrials: Float64Array;
  /** Σ over pairs of subjects of the square of how many comparisons they have with each other. */
  readonly nn: number;
  /** The most of them of which no two share a subject. */
  readonly disjoint: number;
}

/** The comparisons of every sample with every other, in one view. */
export interface AllPairsTrials {
  readonly mated: {
    readonly trials: number;
    /** By subject: n (n - 1) / 2, n being its samples. */
    readonly ownTrials: Float64Array;
    /** Subjects with a mated comparison. */
    readonly subjects: number;
  };
  /** By subject: n (N - n), N being the samples of all. */
  readonly nonMated: NonMatedTrials;
}

/** Counts the comparisons of every sample with every other, without going through them: O(subjects). */
export function allPairsTrials(samplesOf: SamplesBySubject, view: FailureView): AllPairsTrials {
  const samples = samplesInView(samplesOf, view);
  const ownTrials = Float64Array.from(samples, pairsOf);
  return {
    mated: {
      trials: ownTrials.reduce((total, own) => total + own, 0),
      ownTrials,
      subjects: ownTrials.reduce((total, own) => total + (own > 0 ? 1 : 0), 0),
    },
    nonMated: nonMatedTrials(samples, everybody(samples.length)),
  };
}

/**
 * Counts the non-mated comparisons of a cell from the samples of each subject. With Σ n and Σ n² of each group there are
 * ((Σ n)² - Σ n²) / 2 within one and Σ n Σ n between two, and the squares of pairs of subjects are the same of n². As
 * everybody is compared with everybody, half the subjects of a group can be paired off, or all of the smaller of two. In
 * O(subjects).
 */
export function nonMatedTrials(samples: Int32Array, { groupOf, g, h }: Cell): NonMatedTrials {
  const first = powerSums(samples, groupOf, g);
  const second = g === h ? first : powerSums(samples, groupOf, h);
  const ownTrials = new Float64Array(samples.length);
  for (let subject = 0; subject < samples.length; subject += 1) {
    const own = samples[subject] ?? 0;
    if (groupOf[subject] === g) ownTrials[subject] = own * (second.n - (g === h ? own : 0));
    else if (groupOf[subject] === h) ownTrials[subject] = own * first.n;
  }
  return g === h
    ? {
        trials: (first.n * first.n - first.n2) / 2,
        ownTrials,
        nn: (first.n2 * first.n2 - first.n4) / 2,
        disjoint: Math.floor(first.subjects / 2),
      }
    : {
        trials: first.n * second.n,
        ownTrials,
        nn: first.n2 * second.n2,
        disjoint: Math.min(first.subjects, second.subjects),
      };
}

/** How many subjects of a group have a sample, and the sums of their samples to the powers of 1, 2 and 4. */
function powerSums(samples: Int32Array, groupOf: Int32Array, group: number) {
  const sums = { subjects: 0, n: 0, n2: 0, n4: 0 };
  for (let subject = 0; subject < samples.length; subject += 1) {
    const own = samples[subject] ?? 0;
    if (groupOf[subject] !== group || own === 0) continue;
    sums.subjects += 1;
    sums.n += own;
    sums.n2 += own * own;
    sums.n4 += own * own * own * own;
  }
  return sums;
}
