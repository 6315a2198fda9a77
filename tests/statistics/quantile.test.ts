import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { median, quantile } from '../../src/statistics/quantile.js';

describe('quantile', () => {
  // numpy.quantile([7, 1, 3, 10, 4.5], p)
  it.each([
    [0, 1],
    [0.1, 1.8],
    [0.25, 3],
    [0.5, 4.5],
    [0.9, 8.8],
    [1, 10],
  ])('%d is %d, as NumPy has it', (p, expected) => {
    expect(quantile([7, 1, 3, 10, 4.5], p)).toBeCloseTo(expected, 12);
  });

  it('is the only value there is', () => {
    expect([0, 0.3, 1].map((p) => quantile([2.5], p))).toEqual([2.5, 2.5, 2.5]);
  });

  it('sorts by size, not by letters, and leaves its input as it is', () => {
    const values = [10, 9, 100];
    expect(median(values)).toBe(10);
    expect(values).toEqual([10, 9, 100]);
  });

  it('of an even number of values the median is the mean of the two in the middle', () => {
    expect(median([1, 4, 2, 8])).toBe(3);
  });

  it('grows with the share and stays within the values', () => {
    const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(numbers, share, share, (values, p, q) => {
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeLessThanOrEqual(high + 1e-6);
        expect(low).toBeGreaterThanOrEqual(Math.min(...values) - 1e-6);
        expect(high).toBeLessThanOrEqual(Math.max(...values) + 1e-6);
      }),
    );
  });

  it('refuses no values, and what is no share', () => {
    expect(() => quantile([], 0.5)).toThrow('A quantile of no values does not exist.');
    expect(() => quantile([1], 1.1)).toThrow('found 1.1');
    expect(() => quantile([1], Number.NaN)).toThrow('found NaN');
  });
});
