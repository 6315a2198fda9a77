import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { binomialLowerTail, binomialUpperTail } from '../../src/statistics/binomial-tail.js';

/** Sums of binomial probabilities with 40 digits (mpmath). */
describe('binomialLowerTail', () => {
  it.each([
    [3, 10, 0.5, 0.171875],
    [10, 2077, 0.001, 0.9999884600447276],
    [0, 3000, 0.001, 0.04971239399803629],
    [2, 100, 0.3, 3.082588133121771e-13],
    [30, 100_000, 0.001, 1.9432671040696584e-16],
  ])('at most %d of %d at %d', (errors, trials, rate, expected) => {
    expect(Math.abs(binomialLowerTail(errors, trials, rate) / expected - 1)).toBeLessThan(1e-12);
  });
});

describe('binomialUpperTail', () => {
  it.each([
    [7, 10, 0.5, 0.171875],
    [10, 2077, 0.001, 6.247800952675325e-5],
    [40, 3000, 0.001, 6.39954183665601e-31],
    [100, 3_147_436, 1e-6, 2.963992533372913e-110],
    [1000, 100_000_000, 8e-6, 5.500304095239819e-12],
  ])('at least %d of %d at %d', (errors, trials, rate, expected) => {
    expect(Math.abs(binomialUpperTail(errors, trials, rate) / expected - 1)).toBeLessThan(1e-12);
  });
});

describe('both tails', () => {
  const settings = fc
    .integer({ min: 1, max: 200 })
    .chain((trials) =>
      fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials), fc.double({ min: 0, max: 1, noNaN: true })),
    );

  it('are the sums of the probabilities', () => {
    fc.assert(
      fc.property(settings, ([errors, trials, rate]) => {
        let probability = (1 - rate) ** trials;
        fc.pre(probability > 1e-200);
        let sum = 0;
        for (let k = 0; k <= errors; k += 1) {
          sum += probability;
          probability *= (((trials - k) / (k + 1)) * rate) / (1 - rate);
        }
        expect(binomialLowerTail(errors, trials, rate)).toBeCloseTo(sum, 11);
      }),
    );
  });

  it('share everything between them, and mirror', () => {
    fc.assert(
      fc.property(settings, ([errors, trials, rate]) => {
        const below = errors === 0 ? 0 : binomialLowerTail(errors - 1, trials, rate);
        expect(below + binomialUpperTail(errors, trials, rate)).toBeCloseTo(1, 12);
        expect(binomialUpperTail(trials - errors, trials, 1 - rate)).toBeCloseTo(
          binomialLowerTail(errors, trials, rate),
          9,
        );
      }),
    );
  });

  it('are certain or impossible at the ends', () => {
    expect(binomialLowerTail(5, 5, 0.3)).toBe(1);
    expect(binomialUpperTail(0, 5, 0.3)).toBe(1);
    expect(binomialLowerTail(0, 0, 0.5)).toBe(1);
    expect(binomialLowerTail(4, 5, 1)).toBe(0);
    expect(binomialUpperTail(1, 5, 0)).toBe(0);
    expect(binomialUpperTail(5, 5, 1)).toBe(1);
  });

  it('refuse what cannot be counted', () => {
    for (const [errors, trials, rate] of [
      [4, 3, 0.5],
      [-1, 3, 0.5],
      [1.5, 3, 0.5],
      [1, 3, -0.1],
      [1, 3, Number.NaN],
    ] as const) {
      expect(() => binomialLowerTail(errors, trials, rate)).toThrow(FalsematchError);
      expect(() => binomialUpperTail(errors, trials, rate)).toThrow(FalsematchError);
    }
  });
});
