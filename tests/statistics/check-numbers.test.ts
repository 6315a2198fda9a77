import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { checkShare, checkWhole, countable } from '../../src/statistics/check-numbers.js';

describe('checkShare', () => {
  it('lets what is strictly between 0 and 1 pass and names what is not', () => {
    for (const share of [Number.MIN_VALUE, 0.5, 1 - Number.EPSILON])
      expect(() => checkShare(share, 'It')).not.toThrow();
    for (const share of [0, 1, -0.1, 1.1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => checkShare(share, 'The rate')).toThrow(`The rate must lie between 0 and 1, found ${share}`);
    }
  });
});

describe('checkWhole', () => {
  it('refuses halves, negatives and what cannot be counted', () => {
    expect(() => checkWhole(0, 3, Number.MAX_SAFE_INTEGER)).not.toThrow();
    for (const count of [0.5, -1, Number.NaN, 2 ** 53]) {
      expect(() => checkWhole(1, count)).toThrow(FalsematchError);
    }
  });
});

describe('countable', () => {
  it('gives the number back, or says that it is too large', () => {
    expect(countable(3, 0.5)).toBe(3);
    expect(() => countable(2 ** 53, 1e-20)).toThrow('A rate of 1e-20 needs more trials than can be counted');
    expect(() => countable(Number.POSITIVE_INFINITY, 1e-20)).toThrow(FalsematchError);
  });
});
