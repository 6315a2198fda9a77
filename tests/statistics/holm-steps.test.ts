import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holmAdjusted } from '../../src/statistics/holm.js';
import { holmSteps } from '../../src/statistics/holm-steps.js';

const byPValues = (pValues: readonly number[], alpha: number) =>
  holmSteps(pValues.length, (index, tests) => (pValues[index] ?? 1) <= alpha / tests);

const rejected = (pValues: readonly number[], alpha: number) =>
  byPValues(pValues, alpha).flatMap(({ rejected }, index) => (rejected ? [index] : []));

/** Many of them small, some equal. */
const manyPValues = fc.array(
  fc.oneof(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 0.02, noNaN: true }),
    fc.constant(0.01),
  ),
  { maxLength: 20 },
);

describe('holmSteps', () => {
  it('steps down: .01 <= .05/4, then .015 <= .05/3, then .03 > .05/2 stops', () => {
    expect(byPValues([0.03, 0.01, 0.015, 0.04], 0.05)).toEqual([
      { rejected: false, tests: 2 },
      { rejected: true, tests: 4 },
      { rejected: true, tests: 3 },
      { rejected: false, tests: 2 },
    ]);
  });

  it('stops at the first that stays, though a later one would pass at its own share', () => {
    // .026 > .05/2; .049 would be below .05/1, but is never reached.
    expect(rejected([0.026, 0.049], 0.05)).toEqual([]);
  });

  it('leaves nothing out where all are rejected, at once or one after the other', () => {
    expect(byPValues([0.001, 0.002], 0.05)).toEqual([
      { rejected: true, tests: 2 },
      { rejected: true, tests: 2 },
    ]);
    expect(byPValues([0.025, 0.05], 0.05)).toEqual([
      { rejected: true, tests: 2 },
      { rejected: true, tests: 1 },
    ]);
  });

  it('decides nothing of no test, and one test at the whole error', () => {
    expect(byPValues([], 0.05)).toEqual([]);
    expect(byPValues([0.05], 0.05)).toEqual([{ rejected: true, tests: 1 }]);
    expect(byPValues([0.0501], 0.05)).toEqual([{ rejected: false, tests: 1 }]);
  });

  it('rejects exactly what the adjusted p-values reject', () => {
    fc.assert(
      fc.property(manyPValues, fc.double({ min: 0.001, max: 0.3, noNaN: true }), (pValues, alpha) => {
        const adjusted = holmAdjusted(pValues);
        // p <= alpha / m and p x m <= alpha may differ in the last bit.
        fc.pre(adjusted.every((p) => Math.abs(p - alpha) > 1e-12));
        expect(rejected(pValues, alpha)).toEqual(adjusted.flatMap((p, index) => (p <= alpha ? [index] : [])));
      }),
    );
  });

  it('never rejects less for smaller p-values, more error, or fewer tests', () => {
    fc.assert(
      fc.property(manyPValues, fc.double({ min: 0.001, max: 0.15, noNaN: true }), fc.nat(), (pValues, alpha, which) => {
        const before = rejected(pValues, alpha);
        const at = which % Math.max(1, pValues.length);
        const smaller = pValues.map((p, index) => (index === at ? p / 2 : p));
        expect(rejected(smaller, alpha)).toEqual(expect.arrayContaining(before));
        expect(rejected(pValues, 2 * alpha)).toEqual(expect.arrayContaining(before));
        const without = pValues.filter((_, index) => index !== at);
        const kept = before.filter((index) => index !== at).map((index) => (index > at ? index - 1 : index));
        expect(rejected(without, alpha)).toEqual(expect.arrayContaining(kept));
      }),
    );
  });

  it('divides by as many as were open when a test was rejected', () => {
    fc.assert(
      fc.property(manyPValues, (pValues) => {
        for (const { rejected, tests } of byPValues(pValues, 0.05)) {
          expect(tests).toBeGreaterThanOrEqual(rejected ? 1 : 0);
          expect(tests).toBeLessThanOrEqual(pValues.length);
        }
      }),
    );
  });
});
