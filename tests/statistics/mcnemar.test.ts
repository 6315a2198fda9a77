import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { mcNemarExact } from '../../src/statistics/mcnemar.js';

describe('mcNemarExact', () => {
  // Twice the binomial sum at 1/2, with 40 digits (mpmath).
  it.each([
    [1, 8, 0.0390625],
    [10, 2, 0.03857421875],
    [40, 3, 3.0213413992896676e-9],
    [121, 59, 4.434449263755176e-6],
    [5, 5, 1],
    [0, 0, 1],
    [0, 1, 1],
  ])('%i and %i', (first, second, p) => {
    expect(Math.abs(mcNemarExact(first, second) / p - 1)).toBeLessThan(1e-12);
  });

  it('does not mind the order, is at most 1, and falls as the two drift apart', () => {
    const count = fc.integer({ min: 0, max: 5000 });
    fc.assert(
      fc.property(count, count, (a, b) => {
        const [few, many] = a < b ? [a, b] : [b, a];
        const p = mcNemarExact(few, many);
        expect(mcNemarExact(many, few)).toBe(p);
        expect(p).toBeLessThanOrEqual(1);
        expect(mcNemarExact(few, many + 1)).toBeLessThanOrEqual(p);
      }),
    );
  });

  it('refuses what cannot be counted', () => {
    expect(() => mcNemarExact(-1, 2)).toThrow(FalsematchError);
    expect(() => mcNemarExact(1, 2.5)).toThrow(FalsematchError);
  });
});
