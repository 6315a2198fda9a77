import { FalsematchError } from '../files/errors.js';
import { ascendingCopy } from '../statistics/ties.js';

/** The mated, or the non-mated, comparisons of a protocol. Scores are similarities: a match is score >= threshold. */
export interface ComparisonScores {
  /** The scores of the comparisons that have one, in any order. */
  readonly scores: Float32Array;
  /** How many more comparisons have no score, because a sample of theirs failed. They match at no threshold. */
  readonly failed: number;
  /** How many subjects stand behind the comparisons, failed ones included. */
  readonly subjects?: number | undefined;
  /** How many subjects stand behind the comparisons that have a score. */
  readonly subjectsScored?: number | undefined;
  /** The largest number of scored comparisons of which no two share a subject; see disjoint.ts. */
  readonly disjoint?: number | undefined;
}

/** Comparison scores made ready for counting: checked, and sorted once. */
export interface RankedScores {
  readonly ascending: Float32Array;
  readonly failed: number;
  readonly subjects?: number | undefined;
  readonly subjectsScored?: number | undefined;
  readonly disjoint?: number | undefined;
}

/**
 * Checks and sorts comparison scores; the input is left as it is. `what` names them in errors, as "mated".
 * Throws for a score that is NaN or infinite and for a failure count that is no whole number.
 */
export function rankScores(comparisons: ComparisonScores, what: 'mated' | 'non-mated'): RankedScores {
  const { scores, failed, subjects, subjectsScored, disjoint } = comparisons;
  if (!(Number.isSafeInteger(failed) && failed >= 0)) {
    throw new FalsematchError(`The number of failed ${what} comparisons must be a whole number, found ${failed}.`);
  }
  const ascending = ascendingCopy(scores);
  // NaN sorts last, so the two ends tell whether every score is finite.
  if (scores.length > 0 && !(Number.isFinite(ascending[0]) && Number.isFinite(ascending.at(-1)))) {
    const index = scores.findIndex((score) => !Number.isFinite(score));
    throw new FalsematchError(
      `The ${what} score at index ${index} must be a finite number, found ${scores[index]}; leave comparisons without a score out and count them as failed.`,
    );
  }
  return { ascending, failed, subjects, subjectsScored, disjoint };
}

/**
 * Why the comparisons tell nothing about mated against non-mated scores: a side has none, or all of it failed.
 * Undefined when both sides have a score. `metric` names what cannot be given, as "an AUC".
 */
export function noScores(metric: string, mated: RankedScores, nonMated: RankedScores): string | undefined {
  for (const [side, what] of [
    [mated, 'mated'],
    [nonMated, 'non-mated'],
  ] as const) {
    if (trialsOf(side) === 0) return `There are no ${what} comparisons, and ${metric} needs both kinds.`;
    if (side.ascending.length === 0) {
      return `All ${side.failed} ${what} comparisons failed, and ${metric} needs scores of both kinds.`;
    }
  }
  return undefined;
}

/** The view with the failures counted: their number in the denominator, as matches of nobody. */
export function trialsOf(side: RankedScores): number {
  return side.ascending.length + side.failed;
}

/**
 * The view with the failures excluded: the same comparisons without those that have no score. Its subjects are those of
 * the scored comparisons alone, and unknown where something failed and nobody counted them.
 */
export function withoutFailures(side: RankedScores): RankedScores {
  if (side.failed === 0) return side;
  return { ...side, failed: 0, subjects: side.subjectsScored };
}
