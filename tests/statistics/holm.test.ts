import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FalsematchError } from '../../src/files/errors.js';
import { holmAdjusted } from '../../src/statistics/holm.js';

describe('holmAdjusted', () => {
  it('steps down: 4 x .005, 3 x .01, 2 x .03, and never falls', () => {
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    for (const [at, expected] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[at]).toBeCloseTo(expected, 15);
  });

  it('leaves a single test and none as they are', () => {
    expect(holmAdjusted([0.04])).toEqual([0.04]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('ends at 1, and gives equal tests equal values', () => {
    expect(holmAdjusted([0.5, 0.9, 0.5])).toEqual([1, 1, 1]);
    expect(holmAdjusted([0.01, 0.01])).toEqual([0.02, 0.02]);
  });

  it("keeps the order, stays between the p-value and Bonferroni's, and follows its test when tests are shuffled", () => {
    const pValues = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(pValues, (values) => {
        const adjusted = holmAdjusted(values);
        for (const [i, p] of values.entries()) {
          expect(adjusted[i]).toBeGreaterThanOrEqual(p);
          expect(adjusted[i]).toBeLessThanOrEqual(Math.min(1, p * values.length));
          for (const [j, q] of values.entries()) {
            if (p <= q) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j] ?? 1);
          }
        }
        expect(holmAdjusted(values.toReversed())).toEqual(adjusted.toReversed());
      }),
    );
  });

  it('refuses what is no p-value', () => {
    for (const p of [-0.1, 1.1, Number.NaN]) expect(() => holmAdjusted([0.1, p])).toThrow(FalsematchError);
  });
});
