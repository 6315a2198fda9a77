import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELLS, gridCounts, scoreGrid, takeCells } from '../../src/comparison/score-grid.js';
import { countLoop } from './count-loop.js';

const float = (max: number) => fc.float({ noNaN: true, min: -max, max });
const scores = fc.oneof(
  fc.array(float(1), { maxLength: 200 }),
  // Thresholds themselves, their neighbours, both zeros and the smallest numbers.
  fc.array(fc.constantFrom(0.5, -0.5, 0, -0, 1e-45, -1e-45, 2 ** -11, -(2 ** -11), Math.fround(0.1), 1, -1), {
    maxLength: 60,
  }),
);

it('counts every score exactly at every threshold', () => {
  const grid = scoreGrid(1);
  fc.assert(
    fc.property(scores, (values) => {
      const list = Float32Array.from(values);
      const counted = new Uint32Array(CELLS);
      countLoop(list, 0, list.length, 0, counted);
      const { thresholds, countsFrom } = gridCounts(grid, takeCells(grid, counted));
      const wrong = [...thresholds].filter((t, k) => list.filter((score) => score >= t).length !== countsFrom[k]);
      expect(wrong).toEqual([]);
      expect(counted.every((count) => count === 0)).toBe(true);
    }),
    { numRuns: 60 },
  );
});

it('has ascending thresholds below 0.001 apart for scores up to 0.5, the same for all cosines', () => {
  const { thresholds } = gridCounts(scoreGrid(1), new Float64Array(2 * 12 * 512 + 1));
  expect(thresholds.every((t, k) => k === 0 || t > (thresholds[k - 1] ?? 0))).toBe(true);
  expect(thresholds.at(-1)).toBe(2);
  const gaps = [...thresholds].flatMap((t, k) => (Math.abs(t) <= 0.5 && k > 0 ? [t - (thresholds[k - 1] ?? 0)] : []));
  expect(Math.max(...gaps)).toBeLessThan(0.001);
  expect(scoreGrid(0.9999999)).toEqual(scoreGrid(1.0001));
});

it('refuses a score outside of the grid rather than count it wrongly', () => {
  const counted = new Uint32Array(CELLS);
  countLoop(new Float32Array([3]), 0, 1, 0, counted);
  expect(() => takeCells(scoreGrid(1), counted)).toThrow('a score is 2 or more');
});
