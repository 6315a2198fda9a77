import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingCopy, countAbove, countBelow, countFrom, walkTies } from '../../src/statistics/ties.js';

const scores = fc
  .array(fc.integer({ min: -6, max: 6 }), { maxLength: 30 })
  .map((list) => Float32Array.from(list, (n) => n / 8));

describe('counting in ascending scores', () => {
  it('agrees with a filter', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -14, max: 14 }), (unsorted, n) => {
        const x = n / 16;
        const ascending = ascendingCopy(unsorted);
        expect(countBelow(ascending, x)).toBe(unsorted.filter((score) => score < x).length);
        expect(countFrom(ascending, x)).toBe(unsorted.filter((score) => score >= x).length);
        expect(countAbove(ascending, x)).toBe(unsorted.filter((score) => score > x).length);
      }),
    );
  });

  it('leaves the input as it is', () => {
    const unsorted = Float32Array.of(3, 1, 2);
    expect([...ascendingCopy(unsorted)]).toEqual([1, 2, 3]);
    expect([...unsorted]).toEqual([3, 1, 2]);
  });

  it('takes infinite thresholds', () => {
    expect(countFrom(Float32Array.of(1, 2), Number.NEGATIVE_INFINITY)).toBe(2);
    expect(countFrom(Float32Array.of(1, 2), Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe('walkTies', () => {
  it('visits each distinct score once, lowest first, with its counts', () => {
    fc.assert(
      fc.property(scores, scores, (first, second) => {
        const visits: number[][] = [];
        walkTies(ascendingCopy(first), ascendingCopy(second), (...visit) => visits.push(visit));
        const distinct = [...new Set([...first, ...second])].sort((a, b) => a - b);
        const count = (list: Float32Array, score: number) => list.filter((other) => other === score).length;
        expect(visits).toEqual(distinct.map((score) => [score, count(first, score), count(second, score)]));
      }),
    );
  });

  it('takes -0 and 0 for one score', () => {
    const visits: number[][] = [];
    walkTies(ascendingCopy(Float32Array.of(0, -0)), Float32Array.of(-0), (...visit) => visits.push(visit));
    expect(visits).toEqual([[0, 2, 1]]);
  });
});
