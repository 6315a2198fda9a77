import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearsonUpper } from '../../src/statistics/clopper-pearson.js';
import { trialsToBound } from '../../src/statistics/trials-to-bound.js';

describe('trialsToBound', () => {
  // ln(1 - level) / ln(1 - rate) rounded up, and exact binomial sums, both with 40 digits (mpmath).
  it.each([
    [0.001, 0, 0.95, 2995],
    [0.001, 0, 0.99, 4603],
    [0.0001, 0, 0.95, 29_956],
    [0.1, 0, 0.95, 29],
    [0.001, 1, 0.95, 4742],
    [0.01, 3, 0.95, 773],
    [1e-5, 10, 0.95, 1_696_219],
    [0.005, 10, 0.99, 4024],
    [1e-4, 30, 0.9, 383_147],
  ])('a rate of %d with %i errors at %d', (rate, errors, level, trials) => {
    expect(trialsToBound(rate, errors, level)).toBe(trials);
  });

  it('does not take rounding for another trial', () => {
    expect(trialsToBound(0.9, 0, 0.99)).toBe(2);
    expect(trialsToBound(0.9, 0, 0.999)).toBe(3);
    expect(trialsToBound(0.5, 0, 0.75)).toBe(2);
    expect(trialsToBound(0.9, 0, 0.1)).toBe(1);
  });

  it('is where the exact upper bound first falls to the rate', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-7, max: 0.9, noNaN: true }),
        fc.integer({ min: 0, max: 40 }),
        fc.double({ min: 0.1, max: 0.999, noNaN: true }),
        (rate, errors, level) => {
          const trials = trialsToBound(rate, errors, level);
          expect(trials).toBeGreaterThan(errors);
          expect(clopperPearsonUpper(errors, trials, level)).toBeLessThanOrEqual(rate * (1 + 1e-9));
          if (trials === errors + 1) return;
          expect(clopperPearsonUpper(errors, trials - 1, level)).toBeGreaterThan(rate * (1 - 1e-9));
        },
      ),
    );
  });

  it('refuses what makes no sense', () => {
    expect(() => trialsToBound(0)).toThrow('The rate to be resolved must lie between 0 and 1');
    expect(() => trialsToBound(0.1, 0.5)).toThrow('whole number');
    expect(() => trialsToBound(0.1, 0, 95)).toThrow('confidence level');
    expect(() => trialsToBound(1e-300)).toThrow('more trials than can be counted');
    expect(() => trialsToBound(1e-17, 3)).toThrow('more trials than can be counted');
  });
});
