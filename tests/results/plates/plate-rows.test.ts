import { beforeAll, describe, expect, it } from 'vitest';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { platesRun } from '../../support/plates-run.js';

let rows: MetricRow[];
beforeAll(() => {
  rows = platesRun().rows.filter(({ model }) => model === 'mixed');
});

const one = (metric: string, at: string, group = 'all') => {
  const found = rows.filter((row) => row.metric === metric && row.at === at && row.group === group);
  expect(found, `${metric} at ${at}, ${group}`).toHaveLength(1);
  return found[0];
};

describe('the rows of plates', () => {
  it('name the rule or the overlap, count vehicles, and keep every plate in the denominator', () => {
    expect(one('plate-recall', 'IoU 0.5')).toMatchObject({ errors: 15, trials: 18, over: 'plates', subjects: 17 });
    expect(one('plate-precision', 'IoU 0.5')).toMatchObject({ errors: 15, trials: 17, subjects: null });
    expect(one('plate-exact', 'strict')).toMatchObject({ errors: 9, trials: 18, method: 'adjusted-wilson' });
    expect(one('plate-exact', 'O=0, I=1')).toMatchObject({ errors: 10, trials: 18 });
    expect(one('plate-exact-label', 'strict')).toMatchObject({ errors: 12, trials: 18 });
    expect(one('plate-wrong-read', 'strict')).toMatchObject({ errors: 5, trials: 18 });
    expect(one('plate-no-read', 'strict')).toMatchObject({ errors: 4, trials: 18 });
    expect(one('plate-false-read', 'strict')).toMatchObject({ errors: 7, trials: 16, over: 'reads' });
    expect(one('plate-CER', 'strict')).toMatchObject({ value: 40 / 127, trials: 127 });
    expect(one('plate-CER-macro', 'strict')).toMatchObject({ trials: 18, over: 'plates' });
    expect(rows.filter(({ metric }) => metric === 'FTA')[0]).toMatchObject({ errors: 1, trials: 19 });
  });

  it('tell where every plate ends up, and the shares add up', () => {
    for (const rule of ['strict', 'O=0, I=1']) {
      const sources = rows.filter(({ metric, at }) => metric === 'plate-source' && at.startsWith(`${rule}: `));
      expect(sources).toHaveLength(10);
      expect(sources.reduce((sum, { errors }) => sum + (errors ?? 0), 0)).toBe(18);
    }
    expect(one('plate-source', 'strict: O/0 or I/1')?.errors).toBe(1);
    expect(one('plate-source', 'O=0, I=1: O/0 or I/1')?.errors).toBe(0);
    expect(one('plate-source', 'strict: loose box')?.errors).toBe(1);
    expect(one('plate-source', 'strict: wrong box')?.errors).toBe(1);
    expect(one('plate-confusion', 'strict: O as 0')).toMatchObject({ errors: 1, trials: 1, over: 'characters' });
    expect(one('plate-confusion', 'strict: nothing as B')).toMatchObject({ errors: 1 });
  });

  it('are given for each value of an attribute, with the rates only', () => {
    expect(one('plate-exact', 'strict', 'light: day')).toMatchObject({ errors: 8, trials: 10 });
    expect(one('plate-exact', 'strict', 'light: night')).toMatchObject({ errors: 1, trials: 8 });
    expect(rows.filter(({ group, metric }) => group !== 'all' && metric === 'plate-confusion')).toEqual([]);
  });

  it('have a threshold where reads are rejected by their confidence', () => {
    const half = one('plate-right@coverage', 'strict, 0.5');
    expect(half?.trials).toBe(8);
    expect(half?.threshold).toBeCloseTo(0.83, 12);
    expect(one('plate-confidence', 'strict, bin 1')?.value).toBeCloseTo(0.895, 12);
  });
});
