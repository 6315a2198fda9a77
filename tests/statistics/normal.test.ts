import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalCdf, normalQuantile } from '../../src/statistics/normal.js';

/** References computed with 40 digits (mpmath). */
describe('normalCdf', () => {
  it.each([
    [-30, 4.906713927148187e-198],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-3, 0.0013498980316300946],
    [-2.5, 0.006209665325776135],
    [-1, 0.15865525393145705],
    [-0.1, 0.460172162722971],
    [0, 0.5],
    [0.3, 0.6179114221889527],
    [1.96, 0.9750021048517795],
    [4, 0.9999683287581669],
  ])('at %d', (z, p) => {
    expect(Math.abs(normalCdf(z) / p - 1)).toBeLessThan(1e-13);
  });

  it('rises without a step where series and fraction meet', () => {
    const left = normalCdf(-2.5 - 1e-9);
    const right = normalCdf(-2.5 + 1e-9);
    expect((right - left) / 2e-9).toBeCloseTo(0.0175283, 5);
  });

  it('is NaN for NaN', () => {
    expect(normalCdf(Number.NaN)).toBeNaN();
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.975, 1.9599639845400538],
    [0.025, -1.9599639845400543],
    [1e-10, -6.361340902404057],
    [0.6, 0.2533471031357997],
    [0.9999999, 5.199337582290661],
    [1e-300, -37.0470962993612],
    [0.5000001, 2.506628273311648e-7],
    [0.05, -1.6448536269514726],
    [0.5, 0],
  ])('of %d', (p, z) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThan(1e-13);
  });

  it('converges where its start is off by half a unit', () => {
    for (const p of [1.4282165223024345e-17, 1.428893956363669e-17, 1.35e-17, 2e-17]) {
      expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-12);
    }
  });

  it('undoes normalCdf', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(Math.abs(normalCdf(normalQuantile(p)) / p - 1)).toBeLessThan(1e-11);
      }),
    );
  });

  it('has infinite ends and nothing outside', () => {
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
    expect(normalQuantile(-0.1)).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalQuantile(Number.NaN)).toBeNaN();
  });
});
