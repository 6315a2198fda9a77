import type { JudgedComparisons } from '../metrics/judged-comparisons.js';
import { thresholdAtFmr } from '../metrics/threshold.js';
import type { ZooSide } from '../metrics/zoo/zoo-comparisons.js';
import { numberSubjects } from '../statistics/dependence/number-subjects.js';
import type { Comparison } from './comparison-table.js';
import { rankedSides } from './ranked-sides.js';
import { subjectsOf } from './task-scores.js';

/** Comparisons of numbered subjects, each right or wrong at one threshold; a failed one is a match of nobody. */
export interface JudgedTask {
  readonly threshold: number;
  /** The labels of the subjects; a subject's number is its place. */
  readonly labels: readonly string[];
  readonly mated: ZooSide;
  readonly nonMated: ZooSide;
}

/**
 * Comparisons made ready to be judged at the thresholds that they set themselves for target FMRs. What is returned gives
 * undefined where no threshold can be set, and always where nobody knows the subjects.
 */
export function judging(comparisons: readonly Comparison[]): (target: number) => JudgedTask | undefined {
  const subjects = subjectsOf(comparisons);
  if (!subjects.known) return () => undefined;
  const { nonMated: strangers } = rankedSides(comparisons);
  const numbers = numberSubjects([subjects]);
  const side = (mated: boolean) => {
    const mine = comparisons.flatMap((comparison, k) => (comparison.mated === mated ? [k] : []));
    const numberOf = (labels: readonly string[]) => Int32Array.from(mine, (k) => numbers.get(labels[k] ?? '') ?? 0);
    const scores = Float32Array.from(mine, (k) => comparisons[k]?.score ?? Number.NEGATIVE_INFINITY);
    return { first: numberOf(subjects.first), second: numberOf(subjects.second), scores };
  };
  const [mated, nonMated] = [side(true), side(false)];
  const labels = [...numbers.keys()].map(String);
  return (target) => {
    const set = thresholdAtFmr(strangers, target);
    if (set.state === 'unavailable') return undefined;
    const { threshold } = set;
    const judged = (one: typeof mated, isMated: boolean): JudgedComparisons & { scores: Float32Array } => ({
      ...one,
      isError: Uint8Array.from(one.scores, (score) => (score >= threshold === isMated ? 0 : 1)),
    });
    return { threshold, labels, mated: judged(mated, true), nonMated: judged(nonMated, false) };
  };
}
