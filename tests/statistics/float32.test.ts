import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat32, nextFloat32Down, nextFloat32Up } from '../../src/statistics/float32.js';

const LARGEST = 3.4028234663852886e38;
const SMALLEST = 2 ** -149;

describe('nextFloat32Up', () => {
  it.each([
    [1, 1 + 2 ** -23],
    [-1, -1 + 2 ** -24],
    [0, SMALLEST],
    [-0, SMALLEST],
    [-SMALLEST, 0],
    [LARGEST, Number.POSITIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [Number.NEGATIVE_INFINITY, -LARGEST],
    [2 ** -126 - SMALLEST, 2 ** -126],
  ])('of %d', (x, expected) => {
    expect(nextFloat32Up(x)).toBe(expected);
  });

  it('is above, with no float32 between, and nextFloat32Down undoes it', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true, noDefaultInfinity: true }), (x) => {
        const next = nextFloat32Up(x);
        expect(next).toBeGreaterThan(x);
        if (next === Number.POSITIVE_INFINITY) return;
        // Exactly half-way between neighbours rounds to one of them.
        expect([x, next].some((end) => end === Math.fround((x + next) / 2))).toBe(true);
        expect(nextFloat32Down(next) === x).toBe(true);
      }),
    );
  });

  it('refuses NaN and what is no float32', () => {
    expect(() => nextFloat32Up(Number.NaN)).toThrow(RangeError);
    expect(() => nextFloat32Up(0.1)).toThrow(RangeError);
  });
});

describe('formatFloat32', () => {
  it.each([
    [Math.fround(0.1), '0.1'],
    [Math.fround(0.3), '0.3'],
    [Math.fround(1 / 3), '0.33333334'],
    [1 + 2 ** -23, '1.0000001'],
    [16_777_216, '16777216'],
    [LARGEST, '3.4028235e+38'],
    [SMALLEST, '1e-45'],
    [-2.5, '-2.5'],
    [0, '0'],
    [-0, '-0'],
    [Number.POSITIVE_INFINITY, 'Infinity'],
  ])('of %d', (x, expected) => {
    expect(formatFloat32(x)).toBe(expected);
  });

  it('parses back to the same float32 in at most 9 digits', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (x) => {
        const text = formatFloat32(x);
        expect(Object.is(Math.fround(Number(text)), x)).toBe(true);
        if (Number.isFinite(x) && x !== 0) {
          expect(Number(Number(text).toPrecision(9))).toBe(Number(text));
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses what is no float32', () => {
    expect(() => formatFloat32(0.1)).toThrow(RangeError);
  });
});
