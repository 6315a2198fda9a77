import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pickEvenly } from '../../src/speed/pick-evenly.js';

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

it.each([
  [10, 5, [0, 2, 4, 6, 8]],
  [10, 3, [0, 4, 7]],
  [10, 1, [0]],
  [3, 3, [0, 1, 2]],
  [2, 5, [0, 1]],
  [0, 5, []],
])('of %d it picks %d', (count, wanted, expected) => {
  expect(pickEvenly(upTo(count), wanted)).toEqual(expected);
});

it('picks as many as are wanted, none twice, with gaps that differ by one at most', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (count, wanted) => {
      const picked = pickEvenly(upTo(count), wanted);
      expect(picked).toHaveLength(Math.min(count, wanted));
      const gaps = picked.slice(1).map((at, index) => at - (picked[index] ?? 0));
      expect(Math.max(...gaps, 1) - Math.min(...gaps, Number.POSITIVE_INFINITY)).toBeLessThanOrEqual(1);
      expect(gaps.every((gap) => gap > 0)).toBe(true);
    }),
  );
});
