import fc from 'fast-check';
import { expect, it } from 'vitest';
import { plateWatchList } from '../../../../src/metrics/plates/watch-list/plate-watch-list.js';
import { fpirFromFmr } from '../../../../src/statistics/search-rate.js';
import { anyList, anyPatterns, anyReads } from './spelled-out.js';

const bootstrap = { replicates: 200, seed: 3 };
/** A hundred vehicles, of which the first `wrong` had their B read as 8. */
const reads = (wrong: number) =>
  Array.from({ length: 100 }, (_, vehicle) => ({ truth: 'AB', read: vehicle < wrong ? 'A8' : 'AB', vehicle }));

it('multiplies the chance of each passing plate with that of its misreads', () => {
  const hits = plateWatchList(reads(10), {
    list: ['A8', 'CC'],
    traffic: {
      plates: [
        { text: 'AB', count: 1 },
        { text: 'A8', count: 1 },
        { text: 'AA', count: 2 },
      ],
    },
    platesADay: 1000,
    bootstrap,
  });
  expect(hits).toMatchObject({
    perPlate: { state: 'resolved', value: 0.25 * 0.1 },
    expectedADay: { state: 'resolved', value: 25 },
    misread: { errors: 10, trials: 100, over: 'plates', subjects: 100 },
    misreadsOnList: { errors: 10, trials: 10, over: 'reads' },
    near: { plates: 0, pairs: 0, ofPlates: 2 },
  });
  expect(hits.anyADay.value).toBe(fpirFromFmr(0.025, 1000));
  const { interval } = hits.perPlate;
  expect(interval?.low).toBeGreaterThan(0.008);
  expect(interval?.high).toBeLessThan(0.05);
  expect(hits.expectedADay.interval?.high).toBe((interval?.high ?? 0) * 1000);
});

it('without a misread leaves room for as many as the vehicles do not exclude', () => {
  const bound = 1 - 0.025 ** (1 / 100);
  const hits = plateWatchList(reads(0), {
    list: ['A8'],
    traffic: { patterns: [{ parts: [['A'], ['B', '8']], weight: 1 }] },
    platesADay: 10,
    bootstrap,
  });
  expect(hits.perPlate).toMatchObject({
    state: 'unresolved',
    value: 0,
    interval: { low: 0, high: expect.closeTo(bound, 12) },
    floor: { reason: 'zero-errors', upperBound: expect.closeTo(bound, 12) },
  });
  expect(hits.expectedADay.floor?.upperBound).toBeCloseTo(10 * bound, 12);
  expect(hits.misreadsOnList.state).toBe('unavailable');
});

it('promises no more with few misreads than with none, nor where none of them leads to the list', () => {
  const options = { traffic: { plates: [{ text: 'AB', count: 1 }] }, platesADay: 10, bootstrap };
  const few = plateWatchList(reads(2), { ...options, list: ['A8'] });
  const none = plateWatchList(reads(0), { ...options, list: ['A8'] });
  expect(few.perPlate).toMatchObject({ state: 'unresolved', value: 0.02, floor: { reason: 'few-errors' } });
  expect(few.perPlate.interval?.high).toBeGreaterThanOrEqual(none.perPlate.interval?.high ?? 1);
  const elsewhere = plateWatchList(reads(30), { ...options, list: ['XY'] });
  expect(elsewhere.perPlate).toMatchObject({ state: 'unresolved', value: 0, floor: { reason: 'zero-errors' } });
  expect(elsewhere.perPlate.interval?.high).toBe(elsewhere.misread.interval?.high);
  expect(elsewhere.misreadsOnList).toMatchObject({ errors: 0, trials: 30 });
});

it('leaves listed plates that are misread out of the misreads that could be false hits', () => {
  const hits = plateWatchList(reads(10), {
    list: ['AB', 'A8'],
    traffic: { plates: [{ text: 'AB', count: 1 }] },
    platesADay: 1,
    bootstrap,
  });
  expect(hits.perPlate.value).toBe(0);
  expect(hits.misreadsOnList.trials).toBe(0);
  expect(hits.near).toEqual({ plates: 2, pairs: 1, ofPlates: 2 });
});

it('is unavailable with fewer than two vehicles, and refuses bad options', () => {
  const options = { list: ['A8'], traffic: { plates: [{ text: 'AB', count: 1 }] }, platesADay: 1 };
  expect(plateWatchList([], options).perPlate.state).toBe('unavailable');
  expect(plateWatchList(reads(1).slice(0, 1), options).anyADay.state).toBe('unavailable');
  expect(() => plateWatchList([], { ...options, platesADay: 1.5 })).toThrow(/whole number of at least 1, found 1.5/);
});

it('is the same for the same seed, and a probability within its interval', () => {
  fc.assert(
    fc.property(anyReads, anyList, anyPatterns, (measured, list, patterns) => {
      const options = { list, traffic: { patterns }, platesADay: 5, bootstrap: { replicates: 60, seed: 1 } };
      const hits = plateWatchList(measured, options);
      expect(plateWatchList(measured, options)).toEqual(hits);
      const { state, value, interval } = hits.perPlate;
      if (state === 'unavailable') return;
      expect(interval.low).toBeGreaterThanOrEqual(0);
      expect(interval.low).toBeLessThanOrEqual(value);
      expect(interval.high).toBeGreaterThanOrEqual(value);
      expect(interval.high).toBeLessThanOrEqual(1);
    }),
    { numRuns: 30 },
  );
});
