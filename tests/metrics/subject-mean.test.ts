import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { subjectMean } from '../../src/metrics/subject-mean.js';
import type { PairCounts } from '../../src/statistics/dependence/subject-pairs.js';

/** Mated comparisons of a subject each. */
function of(rows: readonly (readonly [errors: number, trials: number])[]): PairCounts {
  const numbers = Int32Array.from(rows, (_, k) => k);
  return {
    subjects: rows.length,
    first: numbers,
    second: numbers,
    errors: Float64Array.from(rows, ([errors]) => errors),
    trials: Float64Array.from(rows, ([, trials]) => trials),
  };
}
const many = (count: number, errors: number, trials: number) =>
  Array.from({ length: count }, (): [number, number] => [errors, trials]);

describe('subjectMean', () => {
  it('counts every subject once, however many comparisons it has', () => {
    const one = subjectMean(of([[90, 100], ...many(9, 0, 1)]), 'FNMR');
    expect(one).toMatchObject({ value: 0.09, over: 'subjects', subjects: 10, comparisons: 109 });
  });

  it("has Wilson's form with the standard error of the mean and t, while enough subjects have an error", () => {
    const rates = [[1, 2], [1, 4], [1, 3], [1, 1], [1, 5], [1, 2], ...many(6, 0, 3)] as const;
    // The rates' mean is 0.231944, its standard error 0.0899508: 22.0174 trials; t with 11 degrees (scipy).
    expect(subjectMean(of(rates as readonly (readonly [number, number])[]), 'FNMR')).toMatchObject({
      state: 'resolved',
      value: expect.closeTo(0.23194444444444445, 14),
      interval: {
        low: expect.closeTo(0.09464048272327463, 12),
        high: expect.closeTo(0.4659324712831523, 12),
        level: 0.95,
        method: 't',
      },
      floor: null,
    });
  });

  it('promises no more than no error would while fewer than five subjects have one', () => {
    const some = subjectMean(of([...many(4, 1, 50), ...many(26, 0, 50)]), 'FNMR');
    const bound = 1 - 0.025 ** (1 / 30);
    expect(some).toMatchObject({
      state: 'unresolved',
      interval: { high: expect.closeTo(bound, 12) },
      floor: { reason: 'few-errors', of: 'FNMR', upperBound: expect.closeTo(bound, 12) },
    });
    expect(subjectMean(of([...many(5, 1, 50), ...many(25, 0, 50)]), 'FNMR')).toMatchObject({
      state: 'resolved',
      floor: null,
    });
    // Wider than that bound by itself.
    expect(subjectMean(of([...many(4, 1, 1), ...many(26, 0, 50)]), 'FNMR')).toMatchObject({ state: 'resolved' });
  });

  it('is unresolved without an error, and bounded by the number of subjects', () => {
    expect(subjectMean(of(many(40, 0, 3)), 'FNMR')).toMatchObject({
      state: 'unresolved',
      value: 0,
      interval: { low: 0, high: expect.closeTo(1 - 0.025 ** (1 / 40), 12) },
      floor: { reason: 'zero-errors' },
    });
  });

  it('promises no more than the number of subjects allows where every comparison is an error', () => {
    const { interval } = subjectMean(of(many(30, 10, 10)), 'FNMR');
    expect(interval).toMatchObject({ low: expect.closeTo(0.025 ** (1 / 30), 12), high: 1 });
    const nearly = subjectMean(of([...many(29, 10, 10), [9, 10]]), 'FNMR');
    expect(nearly.interval?.low).toBeLessThanOrEqual(0.025 ** (1 / 30));
  });

  it('knows nothing from one subject, and is unavailable without any', () => {
    expect(subjectMean(of([[1, 2]]), 'FNMR')).toMatchObject({ value: 0.5, interval: { low: 0, high: 1 } });
    expect(subjectMean(of([]), 'FNMR')).toMatchObject({
      state: 'unavailable',
      reason: 'There are no subjects over which FNMR could be averaged.',
      subjects: 0,
    });
  });

  it('holds its value within 0 and 1, and never gives NaN', () => {
    const row = fc.record({ trials: fc.integer({ min: 1, max: 9 }), part: fc.double({ min: 0, max: 1, noNaN: true }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), (rows) => {
        const list = rows.map(({ trials, part }): [number, number] => [Math.round(part * trials), trials]);
        const { value, interval } = subjectMean(of(list), 'FNMR');
        const { low = Number.NaN, high = Number.NaN } = interval ?? {};
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(value).toBeGreaterThanOrEqual(low - 1e-12);
        expect(value).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });
});
