import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claimBounds, contraryBounds } from '../../src/claims/claim-bounds.js';
import { makeRate } from '../../src/metrics/rate.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { baseRow, rateRows } from '../../src/results/metric-rows.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { boundsOf, people } from './simulated.js';

const PLACE = { task: 'made-up', model: 'made-up', dataset: 'made-up', protocol: 'pairs', group: 'all' };

const rowOf = (cells: Partial<MetricRow>): MetricRow => ({
  ...baseRow(PLACE, { metric: 'FNMR' }),
  value: 0.05,
  low: 0.04,
  high: 0.06,
  level: 0.9,
  method: 'subject-bootstrap',
  ...cells,
});

describe('claimBounds', () => {
  it("are never inside the exact ones where trials are independent, and those where Wilson's are inside", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3000 }),
        fc.nat(),
        fc.constantFrom(0.9, 0.98, 0.998),
        (trials, some, level) => {
          const errors = some % (trials + 1);
          const exact = clopperPearson(errors, trials, level);
          const found = boundsOf({ errors, trials })(level);
          expect(found?.low).toBeLessThanOrEqual(exact.low + 1e-9);
          expect(found?.high).toBeGreaterThanOrEqual(exact.high - 1e-9);
        },
      ),
    );
    const found = boundsOf({ errors: 1, trials: 1000 })(0.9);
    // Wilson's lower end would be .0215%: the exact one is .0051%.
    expect(found?.low).toBeCloseTo(clopperPearson(1, 1000, 0.9).low, 12);
  });

  it('are never inside the exact ones where each of many people is compared once', () => {
    for (const errors of [0, 1, 2, 5, 30, 500, 970, 995, 1000]) {
      const seen = people(
        Array.from({ length: 1000 }, (_, subject) => (subject < errors ? 1 : 0)),
        1,
      );
      for (const level of [0.9, 0.98, 0.998]) {
        const exact = clopperPearson(errors, 1000, level);
        const found = boundsOf(seen)(level);
        expect(found?.low).toBeLessThanOrEqual(exact.low + 1e-9);
        expect(found?.high).toBeGreaterThanOrEqual(exact.high - 1e-9);
      }
    }
  });

  it('count the errors of one person as little more than one', () => {
    // Ten comparisons of each of 100 people: all of one's went wrong, or one of ten people's each.
    const one = boundsOf(
      people(
        Array.from({ length: 100 }, (_, subject) => (subject === 0 ? 10 : 0)),
        10,
      ),
    )(0.9);
    const ten = boundsOf(
      people(
        Array.from({ length: 100 }, (_, subject) => (subject < 10 ? 1 : 0)),
        10,
      ),
    )(0.9);
    expect(one).toMatchObject({ value: 0.01 });
    expect(one?.low).toBeLessThan(clopperPearson(1, 100, 0.9).low * 1.01);
    expect(one?.high).toBeGreaterThan(clopperPearson(1, 100, 0.9).high);
    expect(ten?.low).toBeGreaterThan(0.004);
  });

  it('take the outer ends of the rows that know of subjects, and leave out those as if independent', () => {
    const rows = [rowOf({}), rowOf({ method: 'jackknife', value: null, low: 0.03, high: 0.055 })];
    const naive = rowOf({ method: 'clopper-pearson', low: 0, high: 1 });
    expect(claimBounds([...rows, naive], [], 0.9)).toEqual({ value: 0.05, low: 0.03, high: 0.06 });
    expect(claimBounds([naive], [], 0.9)).toEqual({ value: 0.05, low: 0, high: 1 });
  });

  it('are never surer than a companion, and take no row of another level', () => {
    const companion = rowOf({ low: 0.01, high: 0.09 });
    expect(claimBounds([rowOf({})], [companion], 0.9)).toEqual({ value: 0.05, low: 0.01, high: 0.09 });
    expect(claimBounds([rowOf({})], [{ ...companion, level: 0.95 }], 0.9)).toEqual({
      value: 0.05,
      low: 0.04,
      high: 0.06,
    });
    expect(claimBounds([rowOf({})], [], 0.95)).toBeUndefined();
  });

  it('promise nothing of a threshold set anew where the replicates do not reach', () => {
    const level = 1 - 2 / 2001;
    const at = (asked: number, metric: string) =>
      claimBounds([rowOf({ metric, level: asked, method: 'adjusted-wilson', trials: 1000 })], [], asked);
    expect(at(level, 'FNMR@FMR')?.high).toBeLessThan(0.1);
    expect(at(1 - 1 / 2001, 'FNMR@FMR')).toEqual({ value: 0.05, low: 0, high: 1 });
    expect(at(1 - 1 / 2001, 'FNMR')?.high).toBeLessThan(0.1);
  });

  it('are absent without a figure, a row, or an interval', () => {
    expect(claimBounds([], [], 0.9)).toBeUndefined();
    expect(claimBounds([rowOf({ value: null })], [], 0.9)).toBeUndefined();
    expect(claimBounds([rowOf({ low: null, high: null })], [], 0.9)).toBeUndefined();
  });

  it('widen with the level, whatever the people did', () => {
    const list = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(list, (errors) => {
        const bounds = boundsOf(people(errors, 4));
        let last = { low: 1, high: 0 };
        for (const level of [0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999]) {
          const found = bounds(level) ?? { low: Number.NaN, high: Number.NaN };
          expect(found.low).toBeLessThanOrEqual(last.low + 1e-12);
          expect(found.high).toBeGreaterThanOrEqual(last.high - 1e-12);
          last = found;
        }
      }),
    );
  });

  it('of the contrary are the mirror image', () => {
    const rate = makeRate(10, 100, { of: 'FNMR', over: 'comparisons', level: 0.9 });
    const found = claimBounds(rateRows(baseRow(PLACE, { metric: 'FNMR' }), rate), [], 0.9);
    const contrary = found && contraryBounds(found);
    expect(contrary?.value).toBeCloseTo(0.9, 15);
    expect(contrary?.low).toBeCloseTo(1 - clopperPearson(10, 100, 0.9).high, 9);
    expect(contrary?.high).toBeCloseTo(1 - clopperPearson(10, 100, 0.9).low, 9);
  });
});
