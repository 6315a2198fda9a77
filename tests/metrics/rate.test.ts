import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRate } from '../../src/metrics/rate.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { wilson } from '../../src/statistics/wilson.js';

const comparisons = { of: 'FMR', over: 'comparisons' } as const;

describe('makeRate', () => {
  it('carries its denominator and both intervals', () => {
    expect(makeRate(10, 2077, { ...comparisons, subjects: 900 })).toEqual({
      state: 'resolved',
      value: 10 / 2077,
      errors: 10,
      trials: 2077,
      subjects: 900,
      over: 'comparisons',
      interval: { ...wilson(10, 2077), level: 0.95, method: 'wilson' },
      exact: { ...clopperPearson(10, 2077), level: 0.95, method: 'clopper-pearson' },
      floor: null,
    });
  });

  it('takes another default interval and level', () => {
    const rate = makeRate(1, 10, { ...comparisons, method: 'clopper-pearson', level: 0.9 });
    expect(rate.interval).toEqual({ ...clopperPearson(1, 10, 0.9), level: 0.9, method: 'clopper-pearson' });
    expect(rate.interval).toEqual(rate.exact);
  });

  it('is unresolved without errors, with the bound for disjoint comparisons beside the one for all', () => {
    const rate = makeRate(0, 3000, { ...comparisons, disjoint: 1606 });
    expect(rate).toMatchObject({ state: 'unresolved', value: 0 });
    expect(rate.floor?.reason).toBe('zero-errors');
    expect(rate.floor?.upperBound).toBeCloseTo(2.294300209011557e-3, 15);
    expect(rate.floor?.upperBoundIfIndependent).toBeCloseTo(1.2288708038255118e-3, 15);
  });

  it('is unresolved while the errors bound less than no error among the disjoint comparisons', () => {
    const one = makeRate(1, 3000, { ...comparisons, disjoint: 1606 });
    expect(one.floor).toMatchObject({ reason: 'few-errors' });
    expect(one.floor?.upperBound).toBeCloseTo(2.2943e-3, 7);
    expect(makeRate(2, 3000, { ...comparisons, disjoint: 1606 }).state).toBe('resolved');
    expect(makeRate(1, 3000, comparisons).state).toBe('resolved');
  });

  it('has an upper bound that never shrinks when errors are added', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.option(fc.nat({ max: 500 }), { nil: undefined }),
        (trials, disjoint) => {
          let last = 0;
          for (let errors = 0; errors <= trials; errors += 1) {
            const rate = makeRate(errors, trials, { ...comparisons, disjoint });
            const bound = rate.floor?.upperBound ?? rate.exact?.high ?? Number.NaN;
            expect(bound).toBeGreaterThanOrEqual(last);
            last = bound;
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is unavailable without trials, in words and without a number', () => {
    expect(makeRate(0, 0, { of: 'FTE', over: 'samples' })).toEqual({
      state: 'unavailable',
      value: null,
      interval: null,
      exact: null,
      floor: null,
      errors: null,
      trials: 0,
      over: 'samples',
      reason: 'There are no samples of which FTE could be a share.',
    });
  });

  it('refuses counts that are not whole, and a wrong level', () => {
    for (const [errors, trials] of [
      [0.5, 2],
      [3, 2],
      [-1, 2],
      [0, Number.NaN],
    ] as const) {
      expect(() => makeRate(errors, trials, comparisons)).toThrow(RangeError);
    }
    expect(() => makeRate(1, 2, { ...comparisons, level: 95 })).toThrow('level');
  });
});
