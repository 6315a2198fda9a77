import { checkJudged, type JudgedComparisons } from '../judged-comparisons.js';

/** Judged comparisons, and their scores where they are known: -Infinity for a comparison that failed. */
export interface ZooSide extends JudgedComparisons {
  readonly scores?: Float32Array | undefined;
}

/** All comparisons of numbered subjects at one threshold. */
export interface ZooComparisons {
  readonly subjects: number;
  readonly mated: ZooSide;
  readonly nonMated: ZooSide;
  /** True where `first` is always the probe and `second` the reference; false where the order means nothing. */
  readonly directed: boolean;
}

/** Refuses input whose parts do not belong together. */
export function checkZoo({ subjects, mated, nonMated }: ZooComparisons): void {
  checkJudged(subjects, mated, 'mated');
  checkJudged(subjects, nonMated, 'non-mated');
  for (const { first, scores } of [mated, nonMated]) {
    if (scores === undefined) continue;
    if (scores.length !== first.length) {
      throw new RangeError(`Each of ${first.length} comparisons needs a score, found ${scores.length}.`);
    }
    const wrong = scores.findIndex((score) => !(score < Number.POSITIVE_INFINITY));
    if (wrong >= 0) throw new RangeError(`Comparison ${wrong} has the score ${scores[wrong]}.`);
  }
}
