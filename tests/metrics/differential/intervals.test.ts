import { describe, expect, it } from 'vitest';
import { measureList } from '../../../src/metrics/differential/measure-list.js';
import { percentileEnds, reachEquality } from '../../../src/metrics/differential/open-interval.js';
import { nullReference } from '../../../src/metrics/differential/reference.js';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);
const ends = { level: 0.95, method: 'subject-bootstrap' } as const;
const measure = (name: string) => measureList(0.5).find((one) => one.name === name)!;

describe('percentileEnds', () => {
  it('takes the fifth of 199 from either side', () => {
    expect(percentileEnds(upTo(199), 0.95)).toEqual({ low: 5, high: 195, ...ends });
  });

  it('has no upper end with too many ratios over nothing, and keeps the lower one', () => {
    const over = (infinite: number) =>
      upTo(199).map((value) => (value > 199 - infinite ? Number.POSITIVE_INFINITY : value));
    expect(percentileEnds(over(4), 0.95)).toMatchObject({ low: 5, high: 195 });
    expect(percentileEnds(over(5), 0.95)).toMatchObject({ low: 5, high: null });
  });

  it('has neither end with too many replicates that could be anything', () => {
    const unknown = (missing: number) => upTo(199).map((value) => (value > 199 - missing ? undefined : value));
    expect(percentileEnds(unknown(4), 0.95)).toMatchObject({ low: 1, high: 199 - 4 });
    expect(percentileEnds(unknown(5), 0.95)).toMatchObject({ low: null, high: null });
  });

  it('has no end with too few replicates', () => {
    expect(percentileEnds(upTo(38), 0.95)).toMatchObject({ low: null, high: null });
    expect(percentileEnds(upTo(39), 0.95)).toMatchObject({ low: 1, high: 39 });
  });
});

describe('reachEquality', () => {
  it('takes the farther of percentile and reflected end, and stops at equality', () => {
    const ratio = measure('FMR-max/min');
    expect(reachEquality({ low: 3, high: 8, ...ends }, 4, ratio, true)).toMatchObject({ low: 2, high: 8 });
    expect(reachEquality({ low: 1.5, high: 8, ...ends }, 4, ratio, true)).toMatchObject({ low: 1.5, high: 8 });
    expect(reachEquality({ low: 2, high: 8, ...ends }, 2, ratio, true)).toMatchObject({ low: 1, high: 8 });
    expect(reachEquality({ low: 2, high: null, ...ends }, 2, ratio, true)).toMatchObject({ low: 1, high: null });
    expect(reachEquality({ low: 0.3, high: 0.6, ...ends }, 0.4, measure('GARBE'), true).low).toBeCloseTo(0.2, 14);
    expect(reachEquality({ low: 0.3, high: 0.9, ...ends }, 0.4, measure('FMR-gini'), true).low).toBe(0);
  });

  it('holds equality unless the test against equal groups rejected', () => {
    const ratio = measure('FMR-max/min');
    expect(reachEquality({ low: 3, high: 8, ...ends }, 4, ratio, false)).toMatchObject({ low: 1, high: 8 });
    const garbe = reachEquality({ low: 0.3, high: 0.6, ...ends }, 0.4, measure('GARBE'), false);
    expect(garbe).toMatchObject({ low: 0, high: 0.6 });
    const fdr = reachEquality({ low: 0.9, high: 0.94, ...ends }, 0.93, measure('FDR'), false);
    expect(fdr).toMatchObject({ low: 0.9, high: 1 });
  });

  it('never leaves the value itself out', () => {
    expect(reachEquality({ low: 2, high: 3, ...ends }, 4, measure('FMR-max/min'), true)).toMatchObject({
      low: 2,
      high: 4,
    });
    expect(reachEquality({ low: 0.95, high: 0.97, ...ends }, 0.9, measure('FDR'), true)).toMatchObject({
      low: 0.9,
      high: 0.97,
    });
  });

  it('goes upward for FDR, where equal is 1', () => {
    const fdr = measure('FDR');
    expect(reachEquality({ low: 0.9, high: 0.94, ...ends }, 0.93, fdr, true).high).toBeCloseTo(0.96, 14);
    expect(reachEquality({ low: 0.9, high: 0.97, ...ends }, 0.97, fdr, true)).toMatchObject({ low: 0.9, high: 1 });
    expect(reachEquality({ low: null, high: null, ...ends }, 0.97, fdr, true)).toMatchObject({ low: null, high: 1 });
  });
});

describe('nullReference', () => {
  it('gives the median, the level quantile and a p-value that is never 0', () => {
    expect(nullReference(96, upTo(99), 'higher', 0.95)).toEqual({
      state: 'resolved',
      median: 50,
      extreme: 95,
      level: 0.95,
      pValue: 0.05,
      draws: 99,
      withoutValue: 0,
    });
    expect(nullReference(1000, upTo(99), 'higher', 0.95)).toMatchObject({ pValue: 0.01 });
    expect(nullReference(0, upTo(99), 'higher', 0.95)).toMatchObject({ pValue: 1 });
  });

  it('looks downward where lower is worse', () => {
    expect(nullReference(4, upTo(99), 'lower', 0.95)).toMatchObject({ median: 50, extreme: 5, pValue: 0.05 });
  });

  it('leaves draws without a value out and counts them', () => {
    expect(nullReference(20, [undefined, ...upTo(19), undefined], 'higher', 0.95)).toMatchObject({
      median: 10,
      extreme: 19,
      pValue: 0.05,
      draws: 19,
      withoutValue: 2,
    });
  });

  it('is unavailable with too few', () => {
    expect(nullReference(1, [...upTo(18), undefined], 'higher', 0.95)).toEqual({
      state: 'unavailable',
      reason: 'Of 19 draws of equal groups only 18 had a value: too few for a 95% reference.',
      draws: 18,
      withoutValue: 1,
    });
  });
});
