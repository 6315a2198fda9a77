import type { JudgedComparisons } from '../metrics/judged-comparisons.js';
import { rankScores } from '../metrics/scores.js';
import { thresholdAtFmr } from '../metrics/threshold.js';
import type { ZooSide } from '../metrics/zoo/zoo-comparisons.js';
import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import type { Comparison } from './comparison-table.js';
import { scoresOf, subjectsOf } from './task-scores.js';

/** Comparisons of numbered subjects, each right or wrong at one threshold; a failed one is a match of nobody. */
export interface JudgedTask {
  readonly threshold: number;
  /** The labels of the subjects; a subject's number is its place. */
  readonly labels: readonly string[];
  readonly mated: ZooSide;
  readonly nonMated: ZooSide;
}

/**
 * Judges all comparisons at the threshold that they set themselves for a target FMR. Undefined where no threshold can be
 * set, or where nobody knows the subjects.
 */
export function judgedAt(comparisons: readonly Comparison[], target: number): JudgedTask | undefined {
  const strangers = scoresOf(comparisons.filter(({ mated }) => !mated));
  const set = thresholdAtFmr(rankScores(strangers, 'non-mated'), target);
  const subjects = subjectsOf(comparisons);
  if (set.state === 'unavailable' || !subjects.known) return undefined;
  const numbers = numberSubjects([subjects]);
  const side = (mated: boolean): JudgedComparisons & { scores: Float32Array } => {
    const mine = comparisons.flatMap((comparison, k) => (comparison.mated === mated ? [k] : []));
    const numberOf = (labels: readonly string[]) => Int32Array.from(mine, (k) => numbers.get(labels[k] ?? '') ?? 0);
    const scores = Float32Array.from(mine, (k) => comparisons[k]?.score ?? Number.NEGATIVE_INFINITY);
    return {
      first: numberOf(subjects.first),
      second: numberOf(subjects.second),
      scores,
      isError: Uint8Array.from(scores, (score) => (score >= set.threshold === mated ? 0 : 1)),
    };
  };
  return {
    threshold: set.threshold,
    labels: [...numbers.keys()].map(String),
    mated: side(true),
    nonMated: side(false),
  };
}
