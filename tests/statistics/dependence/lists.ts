import fc from 'fast-check';
import { countByPair, type PairCounts, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';

/** A comparison of two subjects, right or wrong. */
export interface Judged {
  readonly a: number;
  readonly b: number;
  readonly error: boolean;
}

const judged = (mated: 'mated' | 'non-mated' | 'both') =>
  fc
    .record({ a: fc.nat({ max: 7 }), b: fc.nat({ max: 7 }), error: fc.boolean() })
    .map(({ a, b, error }): Judged => ({ a, b: mated === 'mated' ? a : b, error }))
    .filter(({ a, b }) => mated !== 'non-mated' || a !== b);

/** Comparisons of few subjects, so that many share one. */
export const judgedLists = (mated: 'mated' | 'non-mated' | 'both') =>
  fc.array(judged(mated), { minLength: 1, maxLength: 30 });

export function countsOf(list: readonly Judged[]): PairCounts {
  const pairs = subjectPairs(
    list.map(({ a }) => a),
    list.map(({ b }) => b),
  );
  return countByPair(pairs, (k) => list[k]?.error ?? false);
}

export const share = (list: readonly Judged[]) => list.filter(({ error }) => error).length / list.length;
