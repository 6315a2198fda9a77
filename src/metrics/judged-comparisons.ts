/** Comparisons between numbered subjects and whether each went wrong at the one threshold that all were held against. */
export interface JudgedComparisons {
  /** The subject of either side; the same number twice for a mated comparison. */
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** 1 for a mated comparison that was no match, a failed one too, or a non-mated one that was a match; else 0. */
  readonly isError: Uint8Array;
}

/** Refuses comparisons whose lists differ in length, with a subject that there is not, or of the wrong kind. */
export function checkJudged(
  subjects: number,
  { first, second, isError }: JudgedComparisons,
  kind: 'mated' | 'non-mated',
): void {
  if (first.length !== second.length || first.length !== isError.length) {
    throw new RangeError(
      `Each comparison needs two subjects and a judgement, found ${first.length}, ${second.length}, ${isError.length}.`,
    );
  }
  for (let k = 0; k < first.length; k += 1) {
    const [a, b] = [first[k] ?? 0, second[k] ?? 0];
    if (a < 0 || b < 0 || a >= subjects || b >= subjects) {
      throw new RangeError(`Comparison ${k} is of subjects ${a} and ${b}, and there are ${subjects}.`);
    }
    if ((a === b) !== (kind === 'mated')) {
      throw new RangeError(`Comparison ${k} of subjects ${a} and ${b} stands among the ${kind} ones.`);
    }
  }
}
