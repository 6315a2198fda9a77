import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { detectableRates, trialsForDifference } from '../../src/statistics/detectable-difference.js';

/** References: the formula solved by scipy's brentq. */
describe('detectableRates', () => {
  it.each([
    [0.5, 50, 50, 0.95, 0.9, 0.19736941829610524, 0.8026305817038947],
    [0.006, 1500, 1500, 0.95, 0.8, 0.0002791991556475561, 0.0168730651451505],
    [0.3, 40, 90, 0.99, 0.85, 0.055736217603790654, 0.6358904323714923],
  ])('around %d, %i against %i trials', (rate, trials, other, level, power, lower, higher) => {
    const found = detectableRates(rate, trials, other, { level, power });
    expect((found.lower ?? 0) / lower).toBeCloseTo(1, 10);
    expect((found.higher ?? 0) / higher).toBeCloseTo(1, 10);
  });

  it('has no rate below one that is too rare, none above one that is too frequent, and none for a handful of trials', () => {
    const rare = detectableRates(0, 3000, 3000);
    expect(rare.lower).toBeNull();
    expect((rare.higher ?? 0) / 0.002611849925230534).toBeCloseTo(1, 10);
    expect(detectableRates(0.001, 10_000, 3000).lower).toBeNull();
    expect(detectableRates(1, 3000, 3000)).toEqual({
      lower: expect.closeTo(1 - 0.002611849925230534, 12),
      higher: null,
    });
    expect(detectableRates(0.5, 2, 2)).toEqual({ lower: null, higher: null });
  });

  it('mirrors, and sees more with more trials and less power', () => {
    const size = fc.integer({ min: 20, max: 100_000 });
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.5, noNaN: true }), size, size, (rate, trials, other) => {
        const { lower, higher } = detectableRates(rate, trials, other);
        fc.pre(lower !== null && higher !== null);
        const mirrored = detectableRates(1 - rate, trials, other);
        expect(mirrored.higher).toBeCloseTo(1 - (lower ?? 0), 9);
        expect(mirrored.lower).toBeCloseTo(1 - (higher ?? 0), 9);
        const more = detectableRates(rate, trials, other * 2);
        expect(more.lower ?? 0).toBeGreaterThanOrEqual((lower ?? 0) * (1 - 1e-12));
        expect(more.higher ?? 1).toBeLessThanOrEqual((higher ?? 1) * (1 + 1e-12));
        expect(detectableRates(rate, trials, other, { power: 0.5 }).higher).toBeLessThan(higher ?? 1);
        expect(detectableRates(rate, trials, other, { level: 0.9 }).lower).toBeGreaterThan(lower ?? 0);
      }),
    );
  });
});

describe('trialsForDifference', () => {
  // The first is the example of R's power.prop.test, 76.7 a side; all by the formula in scipy.
  it.each([
    [0.5, 0.75, 0.9, 77],
    [0.014, 0.006, 0.8, 2428],
    [1e-3, 2e-3, 0.8, 23_511],
    [0, 1e-4, 0.8, 78_484],
  ])('%d from %d with power %d', (rate, other, power, trials) => {
    expect(trialsForDifference(rate, other, { power })).toBe(trials);
    expect(trialsForDifference(other, rate, { power })).toBe(trials);
  });

  it('undoes detectableRates', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 0.9, noNaN: true }),
        fc.integer({ min: 50, max: 1_000_000 }),
        (rate, trials) => {
          const { higher } = detectableRates(rate, trials, trials);
          fc.pre(higher !== null && higher < 1);
          // The difference carries fewer digits than the rates.
          const again = trialsForDifference(rate, higher ?? 1) ?? Number.NaN;
          expect(Math.abs(again - trials)).toBeLessThanOrEqual(1 + trials * 1e-7);
        },
      ),
    );
  });

  it('has no number for rates that only a last digit tells apart', () => {
    expect(trialsForDifference(99_999_974 / 99_999_981, 99_999_990 / 99_999_997)).toBeNull();
    expect(trialsForDifference(0.5, 0.5 + 1e-7)).toBeGreaterThan(1e14);
    expect(trialsForDifference(0.5, 0.5 + 1e-12)).toBeNull();
  });

  it('refuses what makes no sense', () => {
    expect(() => trialsForDifference(0.1, 0.1)).toThrow('No number of trials tells a rate of 0.1 from itself');
    expect(() => trialsForDifference(0.1, Number.NaN)).toThrow(FalsematchError);
    expect(() => trialsForDifference(0.1, 0.2, { power: 0.4 })).toThrow('The power must be from 0.5 to below 1');
    expect(() => trialsForDifference(0.1, 0.2, { power: 1 })).toThrow('power');
    expect(() => detectableRates(-0.1, 10, 10)).toThrow(FalsematchError);
    expect(() => detectableRates(0.1, 0, 10)).toThrow(RangeError);
    expect(() => detectableRates(0.1, 10, 10, { level: 95 })).toThrow('confidence level');
  });
});
