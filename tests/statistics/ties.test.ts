import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ascendingCopy } from '../../src/statistics/ascending.js';
import { acceptingAll, countAbove, countBelow, countFrom, tieChunks, walkTies } from '../../src/statistics/ties.js';
import { compressed, scores } from './ascending-scores.js';

const forms = [
  ['one entry a score', ascendingCopy],
  ['distinct scores with counts', compressed],
] as const;

describe.each(forms)('counting in %s', (_, form) => {
  it('agrees with a filter', () => {
    fc.assert(
      fc.property(scores, fc.integer({ min: -14, max: 14 }), (unsorted, n) => {
        const x = n / 16;
        const ascending = form(unsorted);
        expect(countBelow(ascending, x)).toBe(unsorted.filter((score) => score < x).length);
        expect(countFrom(ascending, x)).toBe(unsorted.filter((score) => score >= x).length);
        expect(countAbove(ascending, x)).toBe(unsorted.filter((score) => score > x).length);
      }),
    );
  });

  it('takes infinite thresholds', () => {
    expect(countFrom(form(Float32Array.of(1, 2)), Number.NEGATIVE_INFINITY)).toBe(2);
    expect(countFrom(form(Float32Array.of(1, 2)), Number.POSITIVE_INFINITY)).toBe(0);
  });
});

describe.each(forms)('walkTies over %s', (_, form) => {
  it('visits each distinct score once, lowest first, with its counts', () => {
    fc.assert(
      fc.property(scores, scores, (first, second) => {
        const visits: number[][] = [];
        walkTies(form(first), ascendingCopy(second), (...visit) => visits.push(visit));
        const distinct = [...new Set([...first, ...second])].sort((a, b) => a - b);
        const count = (list: Float32Array, score: number) => list.filter((other) => other === score).length;
        expect(visits).toEqual(distinct.map((score) => [score, count(first, score), count(second, score)]));
      }),
    );
  });

  it('takes -0 and 0 for one score', () => {
    const visits: number[][] = [];
    walkTies(form(Float32Array.of(0, -0)), form(Float32Array.of(-0)), (...visit) => visits.push(visit));
    expect(visits).toEqual([[0, 2, 1]]);
  });
});

describe('tieChunks', () => {
  it('goes on where the chunk before ended, in blocks too', () => {
    const every = ascendingCopy(Float32Array.from({ length: 30_000 }, (_, i) => i >> 1));
    const third = compressed(Float32Array.from({ length: 50 }, (_, i) => i * 300));
    const visits: number[][] = [];
    walkTies(every, third, (...visit) => visits.push(visit));
    expect(visits).toEqual(Array.from({ length: 15_000 }, (_, i) => [i, 2, i % 300 === 0 ? 1 : 0]));
    const lengths = [...tieChunks(every, third)].map(({ length }) => length);
    expect(lengths).toEqual([4096, 4096, 4096, 15_000 - 3 * 4096]);
  });

  it('gives no empty chunk', () => {
    const full = ascendingCopy(Float32Array.from({ length: 4096 }, (_, i) => i));
    expect([...tieChunks(full, full)].map(({ length }) => length)).toEqual([4096]);
    const none = ascendingCopy(new Float32Array());
    expect([...tieChunks(none, none)]).toEqual([]);
  });
});

describe('acceptingAll', () => {
  it('is the lowest score of both lists', () => {
    const list = (...values: number[]) => ascendingCopy(Float32Array.from(values));
    expect(acceptingAll(list(2, 3), list(1, 5))).toBe(1);
    expect(acceptingAll(list(2), list())).toBe(2);
    expect(Object.is(acceptingAll(list(-0), list(0)), 0)).toBe(true);
    expect(acceptingAll(list(), list())).toBeUndefined();
  });
});
