import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeRate } from '../../src/metrics/rate.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { countByPair, subjectPairs } from '../../src/statistics/dependence/subject-pairs.js';
import { wilson } from '../../src/statistics/wilson.js';

const comparisons = { of: 'FMR', over: 'comparisons' } as const;

/** Comparison k is of subjects a[k] and b[k]; the first `errors` of them went wrong. */
function countsOf(a: readonly number[], b: readonly number[], errors: number) {
  return countByPair(subjectPairs(a, b), (k) => k < errors);
}

/** 3,000 comparisons in a ring of 1,606 subjects: 1,606 of two neighbours, the others again. */
const ring = Array.from({ length: 3000 }, (_, k) => k % 1606);
const next = ring.map((subject) => (subject + 1) % 1606);

describe('makeRate', () => {
  it('carries its denominator and the intervals as if independent', () => {
    const independent = {
      wilson: { ...wilson(10, 2077), level: 0.95, method: 'wilson' },
      exact: { ...clopperPearson(10, 2077), level: 0.95, method: 'clopper-pearson' },
    };
    expect(makeRate(10, 2077, comparisons)).toEqual({
      state: 'resolved',
      value: 10 / 2077,
      errors: 10,
      trials: 2077,
      over: 'comparisons',
      interval: independent.wilson,
      jackknife: null,
      independent,
      floor: null,
    });
  });

  it('goes by subjects where they are known, and shows the others beside', () => {
    // 20 subjects with ten comparisons each; all of one subject went wrong, so there are 20 trials at heart.
    const subjects = Array.from({ length: 200 }, (_, k) => Math.floor(k / 10));
    const rate = makeRate(10, 200, { ...comparisons, counts: countsOf(subjects, subjects, 10) });
    expect(rate).toMatchObject({ value: 0.05, subjects: 20, interval: { method: 'adjusted-wilson', level: 0.95 } });
    expect(rate.interval?.low).toBeCloseTo(wilson(1, 20).low, 12);
    expect(rate.interval?.high).toBeCloseTo(wilson(1, 20).high, 12);
    expect(rate.independent?.wilson).toMatchObject(wilson(10, 200));
    expect(rate.jackknife?.method).toBe('jackknife');
    // Leaving one out: 19 times 10/190, once 0; the variance is p (1 - p) / 19, and t has 19 degrees of freedom.
    expect(rate.jackknife?.high).toBeCloseTo(wilson(0.95, 19, 0.95, 2.0930240544083096).high, 12);
  });

  it('does not call pictures subjects', () => {
    const counts = countsOf([0, 1], [0, 1], 1);
    expect(makeRate(1, 2, { ...comparisons, counts, subjectsKnown: false }).subjects).toBeUndefined();
  });

  it('is unresolved without errors, with the bound for disjoint comparisons beside the one for all', () => {
    const pairs = Array.from({ length: 1606 }, (_, k) => 2 * k);
    const first = [...pairs, ...pairs.slice(0, 1394)];
    const counts = countsOf(
      first,
      first.map((a) => a + 1),
      0,
    );
    const rate = makeRate(0, 3000, { ...comparisons, counts });
    expect(rate).toMatchObject({ state: 'unresolved', value: 0, interval: { low: 0 } });
    expect(rate.floor?.reason).toBe('zero-errors');
    expect(rate.floor?.upperBound).toBeCloseTo(2.294300209011557e-3, 15);
    expect(rate.interval?.high).toBeCloseTo(2.294300209011557e-3, 15);
    expect(rate.jackknife?.high).toBeCloseTo(2.294300209011557e-3, 15);
    expect(rate.floor?.upperBoundIfIndependent).toBeCloseTo(1.2288708038255118e-3, 15);
  });

  it('is unresolved while the errors bound less than no error among the disjoint comparisons', () => {
    const withErrors = (errors: number) =>
      makeRate(errors, 3000, { ...comparisons, counts: countsOf(ring, next, errors) });
    const one = withErrors(1);
    // Half of a ring of 1,606 share no subject.
    expect(one.floor).toMatchObject({ reason: 'few-errors' });
    expect(one.floor?.upperBound).toBeCloseTo(1 - 0.025 ** (1 / 803), 14);
    expect(one.interval?.high).toBe(one.floor?.upperBound);
    expect(withErrors(40).state).toBe('resolved');
    expect(makeRate(1, 3000, comparisons).state).toBe('resolved');
  });

  it('promises no more with few errors than without, nor with few trials right than with none', () => {
    const list = fc.array(fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(list, fc.boolean(), fc.nat(), (ends, mated, some) => {
        const different = ends.filter(([a, b]) => mated || a !== b);
        fc.pre(different.length > 0);
        const a = different.map(([first]) => first);
        const b = mated ? a : different.map(([, second]) => second);
        const errors = some % (a.length + 1);
        const at = (count: number) => makeRate(count, a.length, { ...comparisons, counts: countsOf(a, b, count) });
        const [none, here, all] = [at(0), at(errors), at(a.length)];
        if (here.floor || errors < 5) {
          expect(here.interval?.high).toBeGreaterThanOrEqual(none.interval?.high ?? 1);
          expect(here.jackknife?.high ?? 1).toBeGreaterThanOrEqual(none.jackknife?.high ?? 1);
        }
        if (a.length - errors < 5) expect(here.interval?.low).toBeLessThanOrEqual(all.interval?.low ?? 0);
        expect(here.interval?.low).toBeLessThanOrEqual(here.value ?? 0);
        expect(here.interval?.high).toBeGreaterThanOrEqual(here.value ?? 1);
      }),
    );
  });

  it('has an upper bound that never shrinks when errors are added to independent trials', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), (trials) => {
        let last = 0;
        for (let errors = 0; errors <= trials; errors += 1) {
          const rate = makeRate(errors, trials, comparisons);
          const bound = rate.floor?.upperBound ?? rate.independent?.exact.high ?? Number.NaN;
          expect(bound).toBeGreaterThanOrEqual(last);
          last = bound;
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is unavailable without trials, in words and without a number', () => {
    expect(makeRate(0, 0, { of: 'FTE', over: 'samples' })).toEqual({
      state: 'unavailable',
      value: null,
      interval: null,
      jackknife: null,
      independent: null,
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
