import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaQuantile, betaUpperQuantile } from '../../src/statistics/beta-quantile.js';
import { incompleteBeta, incompleteBetaUpper } from '../../src/statistics/incomplete-beta.js';

describe('incompleteBeta', () => {
  it('has its closed forms', () => {
    for (const x of [1e-9, 0.001, 0.3, 0.5, 0.7, 0.999]) {
      expect(incompleteBeta(x, 1, 1)).toBeCloseTo(x, 14);
      expect(incompleteBeta(x, 3, 1)).toBeCloseTo(x ** 3, 14);
      expect(incompleteBeta(x, 1, 3000)).toBeCloseTo(-Math.expm1(3000 * Math.log1p(-x)), 13);
      expect(incompleteBeta(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(Math.sqrt(x)), 14);
    }
    expect(incompleteBeta(0.5, 1e6, 1e6)).toBeCloseTo(0.5, 12);
    expect(incompleteBeta(0, 2, 3)).toBe(0);
    expect(incompleteBeta(1, 2, 3)).toBe(1);
  });

  it('mirrors', () => {
    const shape = fc.double({ min: 0.05, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
        expect(incompleteBeta(x, a, b) + incompleteBeta(1 - x, b, a)).toBeCloseTo(1, 9);
      }),
    );
  });
});

describe('betaQuantile', () => {
  it('undoes incompleteBeta', () => {
    const shape = fc.double({ min: 0.3, max: 1e5, noNaN: true });
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 0.999999, noNaN: true }), shape, shape, (p, a, b) => {
        const x = betaQuantile(p, a, b);
        // Where x is near 1 its own last digit moves p by the density there.
        fc.pre(x < 0.999999);
        expect(Math.abs(incompleteBeta(x, a, b) / p - 1)).toBeLessThan(1e-8);
      }),
    );
  });

  it('has its closed forms and ends', () => {
    expect(betaQuantile(0.2, 1, 1)).toBeCloseTo(0.2, 15);
    expect(betaQuantile(0.125, 3, 1)).toBeCloseTo(0.5, 15);
    expect(betaQuantile(0, 2, 3)).toBe(0);
    expect(betaQuantile(1, 2, 3)).toBe(1);
  });
});

describe('the upper tail', () => {
  it('keeps its digits where it is tiny', () => {
    // P(X >= 40) of 3,000 at 0.001, mirrored; 40 digits (mpmath).
    expect(incompleteBetaUpper(0.999, 2961, 40) / 6.39954183665601e-31).toBeCloseTo(1, 11);
    expect(incompleteBetaUpper(0.3, 1, 100) / 0.7 ** 100).toBeCloseTo(1, 12);
    expect(betaUpperQuantile(1e-300, 1, 1000) / -Math.expm1(Math.log(1e-300) / 1000)).toBeCloseTo(1, 12);
    expect(incompleteBetaUpper(0, 2, 3)).toBe(1);
    expect(incompleteBetaUpper(1, 2, 3)).toBe(0);
    expect(betaUpperQuantile(0, 2, 3)).toBe(1);
    expect(betaUpperQuantile(1, 2, 3)).toBe(0);
  });

  it('is what the lower one leaves, and its quantile undoes it', () => {
    const shape = fc.double({ min: 0.3, max: 1e5, noNaN: true });
    const tail = fc.integer({ min: -250, max: 0 }).map((digits) => 10 ** digits * 0.7);
    fc.assert(
      fc.property(tail, shape, shape, (p, a, b) => {
        const x = betaUpperQuantile(p, a, b);
        expect(incompleteBeta(x, a, b) + incompleteBetaUpper(x, a, b)).toBeCloseTo(1, 12);
        // Where x is near 1 its own last digit moves p by the density there.
        fc.pre(x > 1e-300 && x < 0.999999);
        expect(Math.abs(incompleteBetaUpper(x, a, b) / p - 1)).toBeLessThan(1e-7);
      }),
    );
  });
});
