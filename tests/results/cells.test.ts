import fc from 'fast-check';
import { expect, it } from 'vitest';
import { countCell, float32Cell } from '../../src/results/cells.js';
import { formatFloat32 } from '../../src/statistics/float32.js';

it('a score comes back to the bit', () => {
  fc.assert(
    fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (score) => {
      expect(float32Cell(formatFloat32(score), 'here')).toBe(score);
    }),
  );
});

it.each(['', 'half', 'NaN', 'Infinity', '-Infinity', '1e99', '0.5 '.repeat(2)])('refuses %j as a score', (cell) => {
  expect(() => float32Cell(cell, 't.csv, line 3')).toThrow(`t.csv, line 3: "${cell}" is not a score`);
});

it('a count is a whole number from 0', () => {
  expect(['0', '7', '9007199254740991'].map((cell) => countCell(cell, 'here'))).toEqual([
    0,
    7,
    Number.MAX_SAFE_INTEGER,
  ]);
});

it.each(['', '-1', '1.5', 'two', 'NaN', '9007199254740992'])('refuses %j as a count', (cell) => {
  expect(() => countCell(cell, 't.csv, line 3')).toThrow(`t.csv, line 3: "${cell}" is not a count`);
});
