import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseMatchesAt, matchesInTail } from '../../../src/metrics/all-pairs/false-matches.js';
import { MIN_DISJOINT_ERRORS } from '../../../src/metrics/rate.js';
import { countByPair, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';
import { subjectSums } from '../../../src/statistics/dependence/subject-sums.js';
import { type Comparison, everyPair, inView, isMated, kept, people, thresholds } from './every-pair.js';

describe('falseMatchesAt', () => {
  it('counts what a look at every comparison counts', () => {
    fc.assert(
      fc.property(people(12), fc.nat(), thresholds, (list, seed, threshold) => {
        const comparisons = everyPair(list, seed).filter((one) => !isMated(one));
        const found = falseMatchesAt(kept(list, comparisons, 0), threshold);
        const isMatch = ({ score = Number.NEGATIVE_INFINITY }: Comparison) => score >= threshold && score > -1;
        const matches = comparisons.filter(isMatch);
        const rest = comparisons.flatMap((one) => (isMatch(one) || one.score === undefined ? [] : [one.score]));
        const rejected = rest.length > 0 ? Math.max(...rest) : null;
        expect(found).toMatchObject({ threshold, falseMatches: matches.length, rejected });
        expect(found.atRejected).toBe(matches.length + rest.filter((score) => score === rejected).length);
        expect([...found.bySubject]).toEqual(
          list.map((_, subject) => matches.filter(({ a, b }) => a === subject || b === subject).length),
        );
        for (const view of ['counted', 'excluded'] as const) {
          const seen = inView(comparisons, view);
          const pairs = subjectPairs(
            seen.map(({ a }) => a),
            seen.map(({ b }) => b),
          );
          const { betweenSubjects, disjoint } = subjectSums(
            countByPair(pairs, (k) => isMatch(seen[k] ?? { a: 0, b: 0 })),
          );
          expect([found.ee, found.en[view]]).toEqual([betweenSubjects.ee, betweenSubjects.en]);
          expect(found.disjoint).toBe(disjoint('errors', MIN_DISJOINT_ERRORS));
          expect(found.disjointOthers[view]).toBe(disjoint('others', MIN_DISJOINT_ERRORS));
        }
      }),
      { numRuns: 400 },
    );
  });

  const scores = {
    subjects: 3,
    samples: Int32Array.of(2, 1, 1),
    failed: Int32Array.of(0, 0, 0),
    mated: { scores: Float32Array.of(0.9), subject: Int32Array.of(0) },
    nonMated: { thresholds: Float32Array.of(-1, 0.5, 1), countsFrom: Float64Array.of(5, 4, 0) },
    tail: {
      from: 0.5,
      scores: Float32Array.of(0.75, 0.75, 0.5, 0.5),
      first: Int32Array.of(0, 2, 1, 0),
      second: Int32Array.of(1, 0, 0, 2),
    },
  };

  it('takes blocks of equal scores whole', () => {
    expect(falseMatchesAt(scores, 0.75)).toEqual({
      threshold: 0.75,
      falseMatches: 2,
      rejected: 0.5,
      atRejected: 4,
      bySubject: Int32Array.of(2, 1, 1),
      ee: 2,
      en: { counted: 4, excluded: 4 },
      disjoint: 1,
      disjointOthers: { counted: 1, excluded: 1 },
    });
    expect(falseMatchesAt(scores, 0.8)).toMatchObject({ falseMatches: 0, rejected: 0.75, atRejected: 2 });
    expect(falseMatchesAt(scores, 0.5)).toMatchObject({ falseMatches: 4, rejected: null, atRejected: 4, ee: 8 });
  });

  it('calls zero 0, whatever its sign', () => {
    const { tail } = scores;
    const zero = { ...tail, from: -0, scores: Float32Array.of(0.75, 0.75, -0, -0) };
    const found = falseMatchesAt({ ...scores, tail: zero }, 0.5);
    expect(Object.is(found.rejected, 0)).toBe(true);
  });

  it('refuses NaN, and a threshold below the tail unless the tail is all there is', () => {
    expect(() => falseMatchesAt(scores, Number.NaN)).toThrow('The threshold must be a number, found NaN;');
    expect(() => falseMatchesAt(scores, 0.4)).toThrow(
      'The threshold 0.4 lies below the tail: the 4 of 5 non-mated comparisons that were kept have scores from 0.5 on; keep more of them.',
    );
    const all = { ...scores, nonMated: { ...scores.nonMated, countsFrom: Float64Array.of(4, 4, 0) } };
    expect(matchesInTail(all, 0.4)).toBe(4);
    expect(matchesInTail(scores, Number.POSITIVE_INFINITY)).toBe(0);
  });

  it('refuses a comparison that stands in the tail more often than it was made', () => {
    const twice = { ...scores.tail, first: Int32Array.of(1, 1, 1, 0), second: Int32Array.of(2, 2, 0, 2) };
    expect(() => falseMatchesAt({ ...scores, tail: twice }, 0.75)).toThrow(
      'The tail holds 2 comparisons of subjects 1 and 2, which have 1 with a score; give every one once.',
    );
  });
});
