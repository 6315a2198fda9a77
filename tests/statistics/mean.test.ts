import { describe, expect, it } from 'vitest';
import { mean, standardDeviation, standardError, sum } from '../../src/statistics/mean.js';

describe('sum', () => {
  it('loses nothing where plain addition does', () => {
    expect(sum([1, 1e100, 1, -1e100])).toBe(2);
    expect(sum(new Array(10).fill(0.1))).toBe(1);
    expect(sum([])).toBe(0);
  });
});

describe('mean, standardDeviation, standardError', () => {
  it('give exact values', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9];
    expect(mean(values)).toBe(5);
    expect(standardDeviation(values)).toBeCloseTo(Math.sqrt(32 / 7), 15);
    expect(standardError(values)).toBeCloseTo(Math.sqrt(32 / 7 / 8), 15);
    expect(standardDeviation(new Float32Array([3, 3, 3]))).toBe(0);
  });

  it('keep the spread of large values', () => {
    expect(standardDeviation([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBeCloseTo(Math.sqrt(30), 12);
  });

  it('refuse too few values', () => {
    expect(() => mean([])).toThrow(RangeError);
    expect(() => standardDeviation([1])).toThrow(RangeError);
  });
});
