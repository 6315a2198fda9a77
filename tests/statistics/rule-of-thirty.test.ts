import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binomialLowerTail } from '../../src/statistics/binomial-tail.js';
import { meetsRuleOfThirty, trialsForPrecision } from '../../src/statistics/rule-of-thirty.js';

describe('the rule of 30', () => {
  it('asks for 30 errors', () => {
    expect(meetsRuleOfThirty(29)).toBe(false);
    expect(meetsRuleOfThirty(30)).toBe(true);
  });

  it('does what it says: about 90% of counts around 30 are within 30% of the truth', () => {
    // The observed rate is within 30% of the true one when 21 to 39 errors are seen where 30 are expected.
    const within = binomialLowerTail(39, 300_000, 1e-4) - binomialLowerTail(20, 300_000, 1e-4);
    expect(within).toBeCloseTo(0.918, 3);
  });
});

describe('trialsForPrecision', () => {
  // (z / precision)² (1 - rate) / rate with z from scipy.stats.norm, rounded up.
  it.each([
    [1e-4, 0.3, 0.9, 300_586],
    [0.01, 0.3, 0.9, 2977],
    [0.01, 0.2, 0.95, 9508],
    [0.5, 0.5, 0.9, 11],
  ])('a rate of %d to within %d at %d', (rate, precision, level, trials) => {
    expect(trialsForPrecision(rate, precision, level).trials).toBe(trials);
  });

  it('expects 30 errors of a rare kind unless asked otherwise', () => {
    const { trials, errors } = trialsForPrecision(1e-6);
    expect(errors).toBeCloseTo(30.06, 2);
    expect(errors).toBe(trials * 1e-6);
  });

  it('needs more for a rarer error, a nearer look and more confidence', () => {
    const share = fc.double({ min: 0.001, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(share, share, share, (rate, precision, level) => {
        const { trials } = trialsForPrecision(rate, precision, level);
        expect(trialsForPrecision(rate / 2, precision, level).trials).toBeGreaterThanOrEqual(trials);
        expect(trialsForPrecision(rate, precision / 2, level).trials).toBeGreaterThanOrEqual(trials);
        expect(trialsForPrecision(rate, precision, (1 + level) / 2).trials).toBeGreaterThanOrEqual(trials);
      }),
    );
  });

  it('refuses what is not between 0 and 1, and what cannot be counted', () => {
    expect(() => trialsForPrecision(0)).toThrow('The rate must lie between 0 and 1');
    expect(() => trialsForPrecision(0.1, 1)).toThrow('precision');
    expect(() => trialsForPrecision(0.1, 0.3, 90)).toThrow('confidence level');
    expect(() => trialsForPrecision(1e-300)).toThrow('more trials than can be counted');
  });
});
