import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreCounter } from '../../src/statistics/score-counter.js';

const float = fc.float({ noNaN: true, noDefaultInfinity: true, min: -2, max: 2 });

describe('scoreCounter', () => {
  it('counts as a filter does, in parts, on any grid', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(float, { maxLength: 40, comparator: (a, b) => a === b }),
        fc.array(fc.array(float, { maxLength: 20 }), { maxLength: 3 }),
        (inner, parts) => {
          const grid = Float32Array.from([-4, ...inner, 4]).sort();
          // The thresholds themselves are scores as well.
          const lists = [...parts, inner].map((part) => Float32Array.from(part));
          const counter = scoreCounter(grid);
          for (const list of lists) counter.add(list);
          const all = lists.flatMap((list) => [...list]);
          const { thresholds, countsFrom } = counter.counts();
          expect(thresholds).toEqual(grid);
          expect([...countsFrom]).toEqual([...grid].map((t) => all.filter((score) => score >= t).length));
        },
      ),
    );
  });

  it('takes -0 for 0, on either side', () => {
    for (const zero of [0, -0]) {
      const counter = scoreCounter(Float32Array.of(-1, zero, 1));
      counter.add(Float32Array.of(-0, 0, -(2 ** -149), 2 ** -149));
      expect([...counter.counts().countsFrom]).toEqual([4, 3, 0]);
    }
  });

  it('reads a part of a buffer, and thresholds that are a part of one', () => {
    const counter = scoreCounter(Float32Array.of(9, 0, 1, 2, 9).subarray(1, 4));
    counter.add(Float32Array.of(5, 0.5, 1.5, 5).subarray(1, 3));
    expect([...counter.counts().countsFrom]).toEqual([2, 1, 0]);
  });

  it('refuses a part with a score that it cannot place, and counts none of it', () => {
    const counter = scoreCounter(Float32Array.of(0, 1));
    const refused = [
      [Number.NaN, 'The score at index 1 must be a finite number, found NaN'],
      [Number.POSITIVE_INFINITY, 'The score at index 1 must be a finite number, found Infinity'],
      [-0.5, 'must be at least the first threshold, 0, and below the last one, 1; found -0.5; widen the grid.'],
      [1, 'must be at least the first threshold, 0, and below the last one, 1; found 1; widen the grid.'],
    ] as const;
    for (const [score, message] of refused) {
      expect(() => counter.add(Float32Array.of(0.5, score))).toThrow(message);
    }
    expect([...counter.counts().countsFrom]).toEqual([0, 0]);
    expect(() => scoreCounter(Float32Array.of(1, 0))).toThrow('must be finite and ascend, found 0 at index 1 after 1');
  });

  it('does not change when its grid or its counts are changed from outside', () => {
    const grid = Float32Array.of(0, 1);
    const counter = scoreCounter(grid);
    grid[0] = 0.9;
    counter.add(Float32Array.of(0.5));
    counter.counts().countsFrom[0] = 7;
    expect(counter.counts().countsFrom[0]).toBe(1);
  });
});
