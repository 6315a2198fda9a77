import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalQuantile } from '../../src/statistics/normal.js';
import { wilson } from '../../src/statistics/wilson.js';

describe('wilson', () => {
  it('gives the interval of 10 of 100, reference with 50 digits (mpmath)', () => {
    const { low, high } = wilson(10, 100);
    expect(low).toBeCloseTo(0.0552291370606751, 14);
    expect(high).toBeCloseTo(0.1743656615049135, 14);
  });

  it('is exactly 0 and 1 at the ends', () => {
    const z = normalQuantile(0.975);
    expect(wilson(0, 3000).low).toBe(0);
    expect(wilson(0, 3000).high).toBeCloseTo((z * z) / (3000 + z * z), 15);
    for (const trials of [1, 3, 7, 3000, 9_999_991]) expect(wilson(trials, trials).high).toBe(1);
  });

  it('has ends where the score test just rejects, and holds the estimate', () => {
    const counts = fc
      .integer({ min: 1, max: 10_000_000 })
      .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));
    fc.assert(
      fc.property(counts, fc.double({ min: 0.5, max: 0.999, noNaN: true }), ([errors, trials], level) => {
        const { low, high } = wilson(errors, trials, level);
        const rate = errors / trials;
        expect(low).toBeLessThanOrEqual(rate);
        expect(high).toBeGreaterThanOrEqual(rate);
        const z = normalQuantile((1 + level) / 2);
        for (const end of [low, high]) {
          if (end === 0 || end === 1) continue;
          const score = Math.abs(rate - end) / Math.sqrt((end * (1 - end)) / trials);
          expect(score / z).toBeCloseTo(1, 6);
        }
      }),
    );
  });

  it('keeps the digits of the low end of few errors', () => {
    // 1 of 1e9: z² / (2n) and half the root nearly cancel in the usual formula; 50-digit reference (mpmath).
    expect(wilson(1, 1e9).low / 1.76524554956963e-10).toBeCloseTo(1, 11);
  });

  it('takes an effective number of trials that is not whole', () => {
    expect(wilson(1.5, 15.5).high).toBeGreaterThan(wilson(1.5, 16).high);
  });

  it('refuses counts and levels that make no sense', () => {
    expect(() => wilson(1, 0)).toThrow(RangeError);
    expect(() => wilson(3, 2)).toThrow(RangeError);
    expect(() => wilson(1, 2, 0)).toThrow('level');
  });
});
