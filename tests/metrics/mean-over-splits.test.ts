import fc from 'fast-check';
import { expect, it } from 'vitest';
import { meanOverSplits } from '../../src/metrics/mean-over-splits.js';
import { rateInterval } from '../../src/statistics/dependence/adjusted-wilson.js';
import type { PairCounts } from '../../src/statistics/dependence/subject-pairs.js';

/** Errors and trials of one subject in one split. */
type Share = readonly [errors: number, trials: number];
/** By split, by subject. */
type Table = readonly (readonly Share[])[];

/** The same as counts, in which whoever has no trial does not stand. */
function countsOf(split: readonly Share[]): PairCounts {
  const own = Int32Array.from(split.keys()).filter((subject) => (split[subject]?.[1] ?? 0) > 0);
  return {
    subjects: split.length,
    first: own,
    second: own,
    errors: Float64Array.from(own, (subject) => split[subject]?.[0] ?? 0),
    trials: Float64Array.from(own, (subject) => split[subject]?.[1] ?? 0),
  };
}

const total = (split: readonly Share[], part: 0 | 1) => split.reduce((all, share) => all + share[part], 0);
const average = (values: readonly number[]) => values.reduce((all, one) => all + one, 0) / values.length;
/** The mean rate, with everybody but those who are left out. */
const rateWithout = (table: Table, left?: number) =>
  average(
    table.map((split) => {
      const rest = split.filter((_, subject) => subject !== left);
      return total(rest, 0) / total(rest, 1);
    }),
  );

const share = fc.nat({ max: 4 }).chain((trials) => fc.tuple(fc.nat({ max: trials }), fc.constant(trials)));
const tables = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 2, max: 4 }))
  .chain(([subjects, splits]) =>
    fc.array(fc.array(share, { minLength: subjects, maxLength: subjects }), { minLength: splits, maxLength: splits }),
  );

it('is the mean, the spread with ddof 1, and the jackknife that leaves each subject out of all splits at once', () => {
  fc.assert(
    fc.property(tables, (table: Table) => {
      const found = meanOverSplits(table.map(countsOf), 0.9);
      if (table.some((split) => total(split, 1) === 0)) {
        expect(found).toBeUndefined();
        return;
      }
      const rates = table.map((split) => total(split, 0) / total(split, 1));
      expect(found?.value).toBeCloseTo(average(rates), 12);
      expect(found?.splits).toBe(table.length);
      const squares = rates.map((rate) => (rate - average(rates)) ** 2);
      expect(found?.spread).toBeCloseTo(Math.sqrt((average(squares) * rates.length) / (rates.length - 1)), 12);
      const everybody = (table[0] ?? []).flatMap((_, subject) =>
        table.some((split) => (split[subject]?.[1] ?? 0) > 0) ? [subject] : [],
      );
      expect(found?.subjects).toBe(everybody.length);
      const without = everybody.map((subject) => rateWithout(table, subject));
      if (!without.every(Number.isFinite) || everybody.length < 2) {
        expect(found?.interval).toBeUndefined();
        return;
      }
      const n = everybody.length;
      const spread = without.reduce((all, one) => all + (one - average(without)) ** 2, 0);
      const error = Math.sqrt((spread * (n - 1)) / n);
      const trials = average(table.map((split) => total(split, 1)));
      const { low, high } = rateInterval(found?.value ?? Number.NaN, error < 1e-12 ? 0 : error, trials, n, 0.9);
      // Where leaving anybody out changes nothing, rounding alone makes an error.
      expect(found?.interval).toEqual({
        low: expect.closeTo(low, 6),
        high: expect.closeTo(high, 6),
        level: 0.9,
        method: 'jackknife',
      });
    }),
    { numRuns: 300 },
  );
});

it('knows that the same people stand in all splits: to repeat a division tells nothing new', () => {
  const split: Share[] = Array.from({ length: 30 }, (_, k) => [k % 3, 4]);
  const [two, ten] = [2, 10].map((times) => meanOverSplits(Array.from({ length: times }, () => countsOf(split))));
  expect(ten).toMatchObject({ value: expect.closeTo(two?.value ?? 0, 12), spread: expect.closeTo(0, 12) });
  expect(ten?.interval?.low).toBeCloseTo(two?.interval?.low ?? 0, 10);
  expect(ten?.interval?.high).toBeCloseTo(two?.interval?.high ?? 0, 10);
});

it('is none of one split', () => {
  expect(meanOverSplits([countsOf([[1, 4]])])).toBeUndefined();
  expect(meanOverSplits([])).toBeUndefined();
});
