import { FalsematchError } from '../../files/errors.js';
import { disjointComparisons, disjointUpTo } from '../../statistics/dependence/disjoint.js';
import type { SubjectSums } from '../../statistics/dependence/subject-sums.js';
import { partitionPoint } from '../../statistics/ties.js';
import { MIN_DISJOINT_ERRORS } from '../rate.js';
import type { FailureView } from '../verification-metric.js';
import type { PairFalseMatches } from './pair-false-matches.js';
import type { Cell, NonMatedTrials } from './trials.js';
import { type SamplesBySubject, samplesInView } from './weighted-trials.js';

/** What intervals need of the false matches of pairs of subjects, beside those of each subject. */
export interface PairSums {
  /** Σ over pairs of two subjects of (false matches)². */
  readonly ee: number;
  /** Σ over pairs of two subjects of false matches x comparisons. */
  readonly en: Readonly<Record<FailureView, number>>;
  /** How many false matches share no subject, counted up to `MIN_DISJOINT_ERRORS`, from where on nobody asks. */
  readonly disjoint: number;
  /** The same of non-mated comparisons that are no false match; failed ones are, where they count. */
  readonly disjointOthers: Readonly<Record<FailureView, number>>;
}

/**
 * Sums over the pairs of subjects of a cell with a false match. Takes O(pairs + subjects) as a rule. Throws where two
 * subjects have more false matches than comparisons that have a score.
 */
export function pairSums(pairs: PairFalseMatches, samplesOf: SamplesBySubject, cell: Cell): PairSums {
  const { first, second, falseMatches } = pairs;
  const counted = samplesInView(samplesOf, 'counted');
  const excluded = samplesInView(samplesOf, 'excluded');
  let ee = 0;
  const en = { counted: 0, excluded: 0 };
  for (let pair = 0; pair < first.length; pair += 1) {
    const [a, b, e] = [first[pair] ?? 0, second[pair] ?? 0, falseMatches[pair] ?? 0];
    const scored = (excluded[a] ?? 0) * (excluded[b] ?? 0);
    if (e > scored) {
      throw new FalsematchError(
        `The tail holds ${e} comparisons of subjects ${a} and ${b}, which have ${scored} with a score; give every one once.`,
      );
    }
    ee += e * e;
    en.counted += e * (counted[a] ?? 0) * (counted[b] ?? 0);
    en.excluded += e * scored;
  }
  const subjects = counted.length;
  return {
    ee,
    en,
    disjoint: disjointUpTo({ subjects, first, second }, MIN_DISJOINT_ERRORS),
    disjointOthers: { counted: disjointOthers(pairs, counted, cell), excluded: disjointOthers(pairs, excluded, cell) },
  };
}

/** The sums from which a rate of false matches is made, in one view; `ownErrors` are the false matches of each subject. */
export function falseMatchSums(
  { trials, ownTrials, nn, disjoint }: NonMatedTrials,
  errors: number,
  ownErrors: Float64Array,
  sums: PairSums,
  view: FailureView,
): SubjectSums {
  const most = { errors: sums.disjoint, others: sums.disjointOthers[view] };
  return {
    errors,
    trials,
    ownErrors,
    ownTrials,
    betweenSubjects: { ee: sums.ee, en: sums.en[view], nn },
    disjoint: (kind, enough = Number.POSITIVE_INFINITY) => {
      if (kind === 'trials') return Math.min(disjoint, enough);
      if (enough <= MIN_DISJOINT_ERRORS) return Math.min(most[kind], enough);
      throw new RangeError(`False matches that share nobody were counted up to ${MIN_DISJOINT_ERRORS}, not ${enough}.`);
    },
  };
}

/**
 * How many comparisons that are no false match share no subject, up to `MIN_DISJOINT_ERRORS`. Everybody is compared with
 * everybody, so all pairs of subjects have one but those in which every comparison is a false match. Where a plain pass
 * finds too few, what is left to look through are the pairs of the subjects that it has found: the others are false
 * matches of each other throughout, or it would have taken them.
 */
function disjointOthers({ first, second, falseMatches }: PairFalseMatches, samples: Int32Array, cell: Cell): number {
  const subjects = samples.length;
  const keyOf = (a: number, b: number) => Math.min(a, b) * subjects + Math.max(a, b);
  const full = Float64Array.from(first, (a, pair) => keyOf(a, second[pair] ?? 0)).filter((_, pair) => {
    const trials = (samples[first[pair] ?? 0] ?? 0) * (samples[second[pair] ?? 0] ?? 0);
    return falseMatches[pair] === trials;
  });
  const hasOther = (a: number, b: number) => {
    const key = keyOf(a, b);
    return a !== b && full[partitionPoint(full, (one) => one < key)] !== key;
  };
  const membersOf = (group: number) =>
    Int32Array.from(samples.keys()).filter((one) => (samples[one] ?? 0) > 0 && cell.groupOf[one] === group);
  const [left, right] = [membersOf(cell.g), membersOf(cell.h)];
  const taken: number[] = [];
  for (const a of left) {
    if (taken.includes(a)) continue;
    const b = right.find((one) => hasOther(a, one) && !taken.includes(one));
    if (b !== undefined) taken.push(a, b);
    if (taken.length === 2 * MIN_DISJOINT_ERRORS) return MIN_DISJOINT_ERRORS;
  }
  const edges = taken.flatMap((a) =>
    Array.from(cell.groupOf[a] === cell.g ? right : left)
      .filter((b) => hasOther(a, b))
      .map((b) => [a, b] as const),
  );
  const most = disjointComparisons({
    subjects,
    first: Int32Array.from(edges, ([a]) => a),
    second: Int32Array.from(edges, ([, b]) => b),
  });
  return Math.min(most, MIN_DISJOINT_ERRORS);
}
