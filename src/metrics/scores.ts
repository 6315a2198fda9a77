import { FalsematchError } from '../files/errors.js';
import { ascendingCopy } from '../statistics/ascending.js';
import {
  type SubjectLabel,
  type SubjectNumbers,
  type SubjectPairs,
  subjectPairs,
  takeComparisons,
} from '../statistics/dependence/subject-pairs.js';
import type { AscendingScores } from '../statistics/ties.js';

/** Who is compared with whom: comparison k is of subject `first[k]` with subject `second[k]`, the same for a mated one. */
export interface ComparisonSubjects {
  readonly first: ArrayLike<SubjectLabel>;
  readonly second: ArrayLike<SubjectLabel>;
  /** False when the labels stand for pictures, as nobody knows who is on them; true unless said otherwise. */
  readonly known?: boolean | undefined;
  /** Which sample of its subject each side is, in the same order; only a bootstrap of two levels asks for it. */
  readonly samples?: { readonly first: ArrayLike<SubjectLabel>; readonly second: ArrayLike<SubjectLabel> } | undefined;
}

/** The mated, or the non-mated, comparisons of a protocol. Scores are similarities: a match is score >= threshold. */
export interface ComparisonScores {
  /** The scores of the comparisons that have one, in any order. */
  readonly scores: Float32Array;
  /** How many more comparisons have no score, because a sample of theirs failed. They match at no threshold. */
  readonly failed: number;
  /** The subjects of every score, then those of every failed comparison; absent: intervals are as if independent. */
  readonly subjects?: ComparisonSubjects | undefined;
}

/** Comparison scores made ready for counting: checked, and sorted once. */
export interface RankedScores {
  readonly ascending: AscendingScores;
  readonly failed: number;
  readonly subjects?: RankedSubjects | undefined;
}

/** The subjects behind ranked scores. */
export interface RankedSubjects {
  /** Scored comparisons first, then failed ones; subjects are numbers that mated and non-mated comparisons share. */
  readonly pairs: SubjectPairs;
  /** The two subjects of each comparison, as they were given. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly known: boolean;
  /** The scores in the order of the comparisons. */
  readonly scores: Float32Array;
  /** The samples behind the comparisons, in their order, where they are known. */
  readonly samples?: ComparisonSubjects['samples'];
}

type Side = 'mated' | 'non-mated';

/**
 * Checks and sorts comparison scores; the input is left as it is. `what` names them in errors, as "mated"; `numbers` gives
 * subjects the numbers that they have in other lists.
 * Throws for a score that is NaN or infinite, for a failure count that is no whole number, and for subjects that are not
 * one couple for each comparison, the same one twice when mated and two when not.
 */
export function rankScores(
  comparisons: ComparisonScores,
  what: Side,
  numbers: SubjectNumbers = new Map(),
): RankedScores {
  const { scores, failed, subjects } = comparisons;
  if (!(Number.isSafeInteger(failed) && failed >= 0)) {
    throw new FalsematchError(`The number of failed ${what} comparisons must be a whole number, found ${failed}.`);
  }
  const ascending = ascendingCopy(scores);
  // NaN sorts last, so the two ends tell whether every score is finite.
  if (scores.length > 0 && !(Number.isFinite(ascending.scores[0]) && Number.isFinite(ascending.scores.at(-1)))) {
    const index = scores.findIndex((score) => !Number.isFinite(score));
    throw new FalsematchError(
      `The ${what} score at index ${index} must be a finite number, found ${scores[index]}; leave comparisons without a score out and count them as failed.`,
    );
  }
  if (!subjects) return { ascending, failed };
  checkSubjects(subjects, scores.length + failed, what);
  const pairs = subjectPairs(subjects.first, subjects.second, numbers);
  const numbersOf = (labels: ArrayLike<SubjectLabel>) => Int32Array.from(labels, (label) => numbers.get(label) ?? 0);
  const { known = true, samples } = subjects;
  const ends = { first: numbersOf(subjects.first), second: numbersOf(subjects.second) };
  return { ascending, failed, subjects: { pairs, ...ends, known, scores, samples } };
}

function checkSubjects({ first, second }: ComparisonSubjects, comparisons: number, what: Side): void {
  if (first.length !== comparisons || second.length !== comparisons) {
    throw new FalsematchError(
      `Every ${what} comparison needs two subjects, failed ones last: expected ${comparisons}, found ${first.length} and ${second.length}.`,
    );
  }
  for (let k = 0; k < comparisons; k += 1) {
    if ((first[k] === second[k]) === (what === 'mated')) continue;
    throw new FalsematchError(
      `The ${what} comparison ${k} is of subjects ${first[k]} and ${second[k]}; ${what === 'mated' ? 'mated comparisons are of one subject' : 'non-mated ones of two'}.`,
    );
  }
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
    if (side.ascending.total === 0) {
      return `All ${side.failed} ${what} comparisons failed, and ${metric} needs scores of both kinds.`;
    }
  }
  return undefined;
}

/** The view with the failures counted: their number in the denominator, as matches of nobody. */
export function trialsOf(side: RankedScores): number {
  return side.ascending.total + side.failed;
}

/** The view with the failures excluded: the same comparisons, and subjects, without those that have no score. */
export function withoutFailures(side: RankedScores): RankedScores {
  if (side.failed === 0) return side;
  const { ascending, subjects } = side;
  if (!subjects) return { ascending, failed: 0 };
  const scored = subjects.scores.length;
  const [first, second] = [subjects.first.slice(0, scored), subjects.second.slice(0, scored)];
  return {
    ascending,
    failed: 0,
    subjects: { ...subjects, pairs: takeComparisons(subjects.pairs, scored), first, second },
  };
}
