import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CELLS } from '../../src/comparison/score-grid.js';
import { openScoreKernel } from '../../src/comparison/score-kernel.js';
import { countLoop } from './count-loop.js';

const CAPACITY = 70;
const kernel = openScoreKernel(CAPACITY);
const score = fc.oneof(
  fc.float({ noNaN: true }),
  fc.constantFrom(0, -0, 2 ** -149, -(2 ** -149), 0.5, -0.5, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY),
);

it('counts and finds what a plain loop does, from anywhere to anywhere', () => {
  const part = fc.tuple(fc.nat(CAPACITY), fc.nat(CAPACITY)).map(([p, q]) => [Math.min(p, q), Math.max(p, q)] as const);
  const list = fc.array(score, { minLength: CAPACITY, maxLength: CAPACITY });
  fc.assert(
    fc.property(list, part, score, (values, [from, to], least) => {
      kernel.scores.set(values);
      kernel.cells.fill(0);
      const cells = new Uint32Array(CELLS);
      const expected = countLoop(kernel.scores, from, to, least, cells);
      expect([...kernel.found.subarray(0, kernel.count(from, to, least))]).toEqual(expected);
      expect(kernel.cells.every((count, cell) => count === cells[cell])).toBe(true);
      expect(kernel.above(from, to, least)).toBe(expected.length);
      expect([...kernel.found.subarray(0, kernel.find(from, to, least))]).toEqual(expected);
      expect(kernel.cells.every((count, cell) => count === cells[cell])).toBe(true);
    }),
    { numRuns: 200 },
  );
});

it('adds to what was counted before', () => {
  kernel.cells.fill(0);
  kernel.scores.fill(0.25);
  for (let round = 0; round < 3; round += 1) kernel.count(1, 70, 1);
  expect(kernel.cells.filter((count) => count > 0)).toEqual(new Uint32Array([3 * 69]));
});
