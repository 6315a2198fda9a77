/** A subject as a dataset names it, or as a number. */
export type SubjectLabel = string | number;

/** Whole numbers from 0 for subjects, given out in the order in which labels are first seen. */
export type SubjectNumbers = Map<SubjectLabel, number>;

/**
 * Comparisons put together by the pair of subjects that they compare: pair p is of subjects `first[p]` <= `second[p]`,
 * the same for a mated one, and comparison k belongs to pair `pairOf[k]`. Subjects are numbers below `subjects`.
 */
export interface SubjectPairs {
  readonly subjects: number;
  readonly pairs: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly pairOf: Int32Array;
}

/** How many of the trials of each pair of subjects were errors; `first` and `second` as in SubjectPairs. */
export interface PairCounts {
  readonly subjects: number;
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly errors: Float64Array;
  readonly trials: Float64Array;
}

/**
 * Puts comparisons together by their pairs of subjects; comparison k is of `first[k]` with `second[k]`, the order of the
 * two does not matter. `subjects` counts those that stand in these comparisons. Give the same `numbers` for several
 * lists, so that a subject has one number in all of them; `subjects` is then the highest number so far plus one.
 * Takes O(comparisons). Throws for lists of different length.
 */
export function subjectPairs(
  first: ArrayLike<SubjectLabel>,
  second: ArrayLike<SubjectLabel>,
  numbers: SubjectNumbers = new Map(),
): SubjectPairs {
  if (first.length !== second.length) {
    throw new RangeError(`Each comparison needs two subjects, found ${first.length} and ${second.length}.`);
  }
  const pairOf = new Int32Array(first.length);
  const known = new Map<number, number>();
  const low: number[] = [];
  const high: number[] = [];
  for (let k = 0; k < first.length; k += 1) {
    const a = numberOf(first[k] ?? '', numbers);
    const b = numberOf(second[k] ?? '', numbers);
    // 2^26 subjects are more than anyone has, and the key stays exact.
    const key = Math.min(a, b) * 2 ** 26 + Math.max(a, b);
    let pair = known.get(key);
    if (pair === undefined) {
      pair = known.size;
      known.set(key, pair);
      low.push(Math.min(a, b));
      high.push(Math.max(a, b));
    }
    pairOf[k] = pair;
  }
  return {
    subjects: numbers.size,
    pairs: low.length,
    first: Int32Array.from(low),
    second: Int32Array.from(high),
    pairOf,
  };
}

/** Counts trials and errors by pair of subjects; `isError(k)` says whether comparison k went wrong. */
export function countByPair(pairs: SubjectPairs, isError: (comparison: number) => boolean): PairCounts {
  const errors = new Float64Array(pairs.pairs);
  const trials = new Float64Array(pairs.pairs);
  for (let k = 0; k < pairs.pairOf.length; k += 1) {
    const pair = pairs.pairOf[k] ?? 0;
    trials[pair] = (trials[pair] ?? 0) + 1;
    if (isError(k)) errors[pair] = (errors[pair] ?? 0) + 1;
  }
  return { subjects: pairs.subjects, first: pairs.first, second: pairs.second, errors, trials };
}

/** The pairs of the first `count` comparisons alone; subjects keep their numbers. */
export function takeComparisons(pairs: SubjectPairs, count: number): SubjectPairs {
  const renumbered = new Int32Array(pairs.pairs).fill(-1);
  const kept: number[] = [];
  const pairOf = pairs.pairOf.slice(0, count);
  for (const [k, pair] of pairOf.entries()) {
    if ((renumbered[pair] ?? 0) < 0) {
      renumbered[pair] = kept.length;
      kept.push(pair);
    }
    pairOf[k] = renumbered[pair] ?? 0;
  }
  return {
    subjects: pairs.subjects,
    pairs: kept.length,
    first: Int32Array.from(kept, (pair) => pairs.first[pair] ?? 0),
    second: Int32Array.from(kept, (pair) => pairs.second[pair] ?? 0),
    pairOf,
  };
}

/** How many different subjects stand in the pairs. */
export function subjectsIn({ subjects, first, second }: Pick<PairCounts, 'subjects' | 'first' | 'second'>): number {
  const seen = new Uint8Array(subjects);
  for (const side of [first, second]) for (const subject of side) seen[subject] = 1;
  return seen.reduce((total, one) => total + one, 0);
}

/** The number of a subject; a new one gets the next. */
export function numberOf(label: SubjectLabel, numbers: SubjectNumbers): number {
  const known = numbers.get(label);
  if (known !== undefined) return known;
  numbers.set(label, numbers.size);
  return numbers.size - 1;
}
