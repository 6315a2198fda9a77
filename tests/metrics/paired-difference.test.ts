import { expect, it } from 'vitest';
import { bootstrapTest, differencesOf, pairedErrors } from '../../src/metrics/paired-difference.js';

const list = (length: number, at: (k: number) => number) => Float64Array.from({ length }, (_, k) => at(k));

it('takes the first from the second, replicate by replicate', () => {
  expect([...differencesOf([1, 2, 5], [4, 2, 1])]).toEqual([3, 0, -4]);
  expect(() => differencesOf([1, 2], [1])).toThrow(RangeError);
});

it('leaves out a replicate in which either system has no value', () => {
  expect([...differencesOf([1, undefined, 5, 7], [4, 2, undefined, 8])]).toEqual([3, 1]);
});

it('gives the percentile interval and twice the smaller tail, one replicate added', () => {
  // 39 replicates at 95%: the ends are of rank 1.
  expect(
    bootstrapTest(
      list(39, (k) => k + 1),
      0.95,
    ),
  ).toEqual({
    interval: { low: 1, high: 39, level: 0.95, method: 'subject-bootstrap' },
    pValue: 2 / 40,
  });
  const crossing = list(39, (k) => 3 - k);
  // 36 at or below zero, 4 at or above it.
  expect(bootstrapTest(crossing, 0.95)).toMatchObject({ interval: { low: -35, high: 3 }, pValue: (2 * 5) / 40 });
  expect(
    bootstrapTest(
      crossing.map((value) => -value),
      0.95,
    )?.pValue,
  ).toBe(0.25);
});

it('has a p-value of 1 where nothing differs, and none for too few replicates', () => {
  expect(bootstrapTest(new Float64Array(39), 0.95)).toMatchObject({ interval: { low: 0, high: 0 }, pValue: 1 });
  expect(bootstrapTest(new Float64Array(38), 0.95)).toBeUndefined();
  expect(bootstrapTest(new Float64Array(0), 0.95)).toBeUndefined();
});

it("counts for McNemar's test what only one of the two got wrong", () => {
  const [no, yes] = [false, true];
  // 1 against 5: 2 (1 + 6) / 64.
  expect(pairedErrors([yes, no, no, no, no, no, yes, no], [no, yes, yes, yes, yes, yes, yes, no])).toEqual({
    onlyFirst: 1,
    onlySecond: 5,
    pValue: 0.21875,
  });
  expect(pairedErrors([yes, no], [yes, no])).toEqual({ onlyFirst: 0, onlySecond: 0, pValue: 1 });
});
