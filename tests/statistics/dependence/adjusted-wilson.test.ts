import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  adjustedWilson,
  effectiveTrials,
  jackknifeInterval,
  rateInterval,
} from '../../../src/statistics/dependence/adjusted-wilson.js';
import type { PairCounts } from '../../../src/statistics/dependence/subject-pairs.js';
import { wilson } from '../../../src/statistics/wilson.js';
import { countsOf, judgedLists, share } from './lists.js';

const counts = (
  rows: readonly (readonly [first: number, second: number, errors: number, trials: number])[],
): PairCounts => ({
  subjects: 5,
  first: Int32Array.from(rows, ([first]) => first),
  second: Int32Array.from(rows, ([, second]) => second),
  errors: Float64Array.from(rows, ([, , errors]) => errors),
  trials: Float64Array.from(rows, ([, , , trials]) => trials),
});
const MATED = counts([
  [0, 0, 1, 3],
  [1, 1, 2, 3],
  [2, 2, 0, 2],
  [3, 3, 1, 4],
  [4, 4, 0, 1],
]);
const NON_MATED = counts([
  [0, 1, 2, 2],
  [0, 2, 1, 3],
  [1, 2, 0, 1],
  [3, 4, 0, 4],
  [2, 3, 0, 2],
  [1, 4, 1, 3],
]);

/** What scipy's quantiles give in the formulas of the docstrings, the variance summed over all couples of pairs. */
const close = (low: number, high: number) => ({ low: expect.closeTo(low, 12), high: expect.closeTo(high, 12) });

it('is Wilson with as many trials as the variance over subjects leaves', () => {
  // 4 of 15, variance 0.020820: 9.3928 trials.
  expect(adjustedWilson(NON_MATED)).toEqual(close(0.08670534106325617, 0.582085689348367));
  // 4 of 13, variance 0.010014: no more trials than there are.
  expect(adjustedWilson(MATED)).toEqual(close(0.12680703655710515, 0.5763065681945096));
  expect(adjustedWilson(MATED)).toEqual(wilson(4, 13));
});

it('of the jackknife has fewer trials still, and the t of one subject less than there are', () => {
  expect(jackknifeInterval(NON_MATED)).toEqual(close(0.019800029184876833, 0.8674814356281539));
  expect(jackknifeInterval(MATED)).toEqual(close(0.08872837068697897, 0.6698265992216053));
});

it('has no jackknife when fewer than two subjects are compared, or one of them in all comparisons', () => {
  expect(jackknifeInterval(counts([[0, 0, 1, 2]]))).toBeUndefined();
  expect(
    jackknifeInterval(
      counts([
        [0, 1, 1, 2],
        [0, 2, 0, 2],
      ]),
    ),
  ).toBeUndefined();
});

it('takes at most as many trials as there are, also where the variance says nothing', () => {
  expect(effectiveTrials(0.25, 0.01, 100)).toBe(18.75);
  expect(effectiveTrials(0.25, 0.001, 100)).toBe(100);
  expect(effectiveTrials(0.25, 0, 100)).toBe(100);
  expect(effectiveTrials(0.25, -0.01, 100)).toBe(100);
  expect(effectiveTrials(0, 0, 100)).toBe(100);
});

it('has the form of Wilson with the critical value of t', () => {
  // scipy.stats.t.ppf(0.975, 11).
  const T11 = 2.200985160091639;
  const closeTo = ({ low, high }: { low: number; high: number }) => close(low, high);
  expect(rateInterval(0.2, 0.1, 1000, 12, 0.95)).toEqual(closeTo(wilson(3.2, 16, 0.95, T11)));
  expect(rateInterval(0.2, 0.1, 10, 12, 0.95)).toEqual(closeTo(wilson(2, 10, 0.95, T11)));
});

it('is linear where a rate of 0 or 1 has an error, and not narrower than Wilson then', () => {
  // scipy.stats.t.ppf(0.975, 11) x 0.1 and x 0.5; 1 is the most that a rate can be.
  expect(rateInterval(0, 0.1, 1000, 12, 0.95)).toEqual({ low: 0, high: expect.closeTo(0.2200985160091639, 12) });
  expect(rateInterval(1, 0.1, 1000, 12, 0.95)).toEqual({ low: expect.closeTo(0.7799014839908361, 12), high: 1 });
  expect(rateInterval(0, 0.5, 1000, 12, 0.95)).toEqual({ low: 0, high: 1 });
  const { low, high } = wilson(0, 10, 0.95, 2.200985160091639);
  expect(rateInterval(0, 1e-9, 10, 12, 0.95)).toEqual(close(low, high));
});

it('holds the rate and is never narrower than Wilson as if independent', () => {
  fc.assert(
    fc.property(judgedLists('non-mated'), (list) => {
      const rate = share(list);
      fc.pre(rate > 0 && rate < 1);
      const naive = wilson(rate * list.length, list.length);
      for (const found of [adjustedWilson(countsOf(list)), jackknifeInterval(countsOf(list))]) {
        if (!found) continue;
        expect(found.low).toBeLessThanOrEqual(Math.min(rate, naive.low + 1e-12));
        expect(found.high).toBeGreaterThanOrEqual(Math.max(rate, naive.high - 1e-12));
      }
    }),
  );
});
