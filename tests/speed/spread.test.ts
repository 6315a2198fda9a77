import { expect, it } from 'vitest';
import { figure, rangeOf, relativeRange, spreadOf } from '../../src/speed/spread.js';

it('says median, tenth and ninetieth percentile, ends and number of times', () => {
  const times = [5, 1, 2, 3, 4, 6, 7, 8, 9, 10, 110];
  expect(spreadOf(times)).toEqual({ median: 6, p10: 2, p90: 10, min: 1, max: 110, times: 11 });
});

it('of one time everything is that', () => {
  expect(spreadOf([0.125])).toEqual({ median: 0.125, p10: 0.125, p90: 0.125, min: 0.125, max: 0.125, times: 1 });
});

it('says median and ends of rounds', () => {
  expect(rangeOf([60.25, 59.5, 62])).toEqual({ median: 60.25, min: 59.5, max: 62 });
  expect(relativeRange([4, 5, 3])).toBe(0.5);
});

it('keeps five digits', () => {
  expect([1.23456789, 123456.789, 0.000123456789].map(figure)).toEqual([1.2346, 123460, 0.00012346]);
});

it('no times have no spread', () => {
  expect(() => spreadOf([])).toThrow('no values');
});
