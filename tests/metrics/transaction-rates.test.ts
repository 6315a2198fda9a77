import { expect, it } from 'vitest';
import { transactionRates } from '../../src/metrics/transaction-rates.js';

it('adds failures to acquire to the rates of completed comparisons', () => {
  const { far, frr } = transactionRates({ fmr: 0.01, fnmr: 0.1, fta: 0.2 });
  expect(far).toBeCloseTo(0.008, 17);
  expect(frr).toBeCloseTo(0.28, 15);
  expect(transactionRates({ fmr: 0.5, fnmr: 0.25, fta: 0 })).toEqual({ far: 0.5, frr: 0.25 });
  expect(transactionRates({ fmr: 0.5, fnmr: 0.25, fta: 1 })).toEqual({ far: 0, frr: 1 });
});

it('gives the rates with failures counted when both kinds fail equally often', () => {
  // 2 of 8 failed on either side; 3 of 6 completed mated and 1 of 6 completed non-mated comparisons are wrong.
  const { far, frr } = transactionRates({ fmr: 1 / 6, fnmr: 3 / 6, fta: 2 / 8 });
  expect(far).toBeCloseTo(1 / 8, 15);
  expect(frr).toBeCloseTo((3 + 2) / 8, 15);
});

it('refuses what is no rate', () => {
  expect(() => transactionRates({ fmr: 0, fnmr: 0, fta: 1.5 })).toThrow('FTA must lie between 0 and 1, found 1.5.');
  expect(() => transactionRates({ fmr: Number.NaN, fnmr: 0, fta: 0 })).toThrow(
    'FMR must lie between 0 and 1, found NaN.',
  );
  expect(() => transactionRates({ fmr: 0, fnmr: -1, fta: 0 })).toThrow('FNMR must lie between 0 and 1, found -1.');
});
