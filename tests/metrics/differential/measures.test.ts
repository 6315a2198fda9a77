import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fairnessDiscrepancyRate,
  garbe,
  gini,
  inequityRatio,
  maxOverGeoMean,
  maxOverMin,
} from '../../../src/metrics/differential/measures.js';

const rates = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: 2, maxLength: 8 })
  .map((n) => n.map((x) => x / 1000));
const positive = rates.map((list) => list.map((rate) => rate + 0.001));

describe('ratios', () => {
  it('are 137.5 and 5.74 for rates of 0.04, 4.0 and 5.5%', () => {
    expect(maxOverMin([0.0004, 0.04, 0.055])).toBeCloseTo(137.5, 10);
    // By hand: 0.055 / (0.0004 x 0.04 x 0.055)^(1/3)
    expect(maxOverGeoMean([0.0004, 0.04, 0.055])).toBeCloseTo(5.7394260616638855, 12);
  });

  it('do not exist over nothing, or for one group', () => {
    for (const ratio of [maxOverMin, maxOverGeoMean]) {
      expect(ratio([0, 0.1])).toBeUndefined();
      expect(ratio([0.1])).toBeUndefined();
      expect(ratio([])).toBeUndefined();
    }
    expect(inequityRatio({ fmr: [0.1, 0.2], fnmr: [0, 0.1] })).toBeUndefined();
  });

  it('weigh both rates in the inequity ratio', () => {
    expect(inequityRatio({ fmr: [0.1, 0.4], fnmr: [0.1, 0.9] })).toBeCloseTo(2 * 3, 12);
    expect(inequityRatio({ fmr: [0.1, 0.4], fnmr: [0.1, 0.9] }, 1)).toBeCloseTo(4, 12);
    expect(inequityRatio({ fmr: [0.1, 0.4], fnmr: [0.1, 0.9] }, 1, 1)).toBeCloseTo(36, 12);
  });

  it('are 1 for equal rates, at least 1 for others, and the same in any order and on any scale', () => {
    fc.assert(
      fc.property(positive, fc.integer({ min: 1, max: 20 }), (list, power) => {
        for (const ratio of [maxOverMin, maxOverGeoMean]) {
          expect(ratio(list.map(() => list[0] ?? 1))).toBe(1);
          expect(ratio(list)).toBeGreaterThanOrEqual(1);
          expect(ratio([...list].reverse())).toBe(ratio(list));
          expect(ratio(list.map((rate) => rate / 2 ** power))).toBe(ratio(list));
        }
        expect(maxOverMin(list)).toBeGreaterThanOrEqual(maxOverGeoMean(list) ?? Number.NaN);
      }),
    );
  });
});

describe('gini', () => {
  it('is what its definition says', () => {
    // By hand: sum over both orders of |differences| = 2 (1 + 2 + 1) = 8; n/(n-1) x 8 / (2 x 9 x 2) = 1/3
    expect(gini([1, 2, 3])).toBeCloseTo(1 / 3, 14);
    expect(gini([0, 0, 0.5])).toBe(1);
    expect(gini([0.3, 0.3])).toBe(0);
    expect(gini([0.1, 0.3])).toBeCloseTo(0.5, 14);
    expect(gini([0, 0])).toBeUndefined();
    expect(gini([0.1])).toBeUndefined();
  });

  it('lies in [0, 1], agrees with the double sum, and is the same in any order', () => {
    fc.assert(
      fc.property(rates, (list) => {
        const value = gini(list);
        const total = list.reduce((sum, rate) => sum + rate, 0);
        if (total === 0) {
          expect(value).toBeUndefined();
          return;
        }
        const n = list.length;
        let differences = 0;
        for (const x of list) for (const y of list) differences += Math.abs(x - y);
        expect(value).toBeCloseTo((n / (n - 1)) * (differences / (2 * n * total)), 12);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1);
        expect(gini([...list].reverse())).toBe(value);
      }),
    );
  });
});

describe('measures of both rates', () => {
  it('weigh the Gini coefficients in GARBE', () => {
    const both = { fmr: [0, 0, 0.5], fnmr: [1, 2, 3] };
    expect(garbe(both)).toBeCloseTo(2 / 3, 14);
    expect(garbe(both, 1)).toBe(1);
    expect(garbe(both, 0.25)).toBeCloseTo(0.25 + 0.75 / 3, 14);
    expect(garbe({ fmr: [0, 0], fnmr: [0.1, 0.1] })).toBeUndefined();
  });

  it('take the largest differences in FDR', () => {
    expect(fairnessDiscrepancyRate({ fmr: [0.01, 0.03, 0.02], fnmr: [0.1, 0.5, 0.2] })).toBeCloseTo(1 - 0.21, 14);
    expect(fairnessDiscrepancyRate({ fmr: [0.01, 0.03], fnmr: [0.1, 0.5] }, 0.9)).toBeCloseTo(1 - 0.018 - 0.04, 14);
    expect(fairnessDiscrepancyRate({ fmr: [0, 0], fnmr: [0, 0] })).toBeUndefined();
    expect(fairnessDiscrepancyRate({ fmr: [0.1], fnmr: [0.1] })).toBeUndefined();
  });

  it('call equal groups equal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 7 }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (groups, rate) => {
        const list = new Array<number>(groups).fill(rate);
        const both = { fmr: list, fnmr: list };
        expect([gini(list), garbe(both), fairnessDiscrepancyRate(both), inequityRatio(both)]).toEqual([0, 0, 1, 1]);
      }),
    );
  });
});
