import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupDifferentials } from '../../../src/metrics/differential/differentials.js';
import type { GroupedComparisons } from '../../../src/metrics/differential/grouped-comparisons.js';
import { judged, simulate } from './grouped.js';

const quick = { replicates: 199, seed: 5 };
const T2 = 2; // FMR about 2.3e-2
const mated = { each: 5, threshold: 1 };
const data = simulate({ sizes: [40, 40, 40], thresholds: [T2, T2, 1.4], sd: 0.3, mated, seed: 1 });
const byName = (comparisons: GroupedComparisons, options: Parameters<typeof groupDifferentials>[1] = quick) =>
  Object.fromEntries(groupDifferentials(comparisons, options).measures.map((one) => [one.name, one]));

describe('groupDifferentials', () => {
  it('gives every measure with its interval, its reference and its groups', () => {
    const { rates, measures } = groupDifferentials(data, quick);
    expect(measures.map(({ name, alpha }) => [name, alpha])).toEqual([
      ['FMR-max/min', null],
      ['FMR-max/geomean', null],
      ['FMR-gini', null],
      ['FNMR-max/min', null],
      ['FNMR-max/geomean', null],
      ['FNMR-gini', null],
      ['GARBE', 0.5],
      ['FDR', 0.5],
      ['inequity-ratio', 0.5],
    ]);
    const fmr = rates.groups.map((group) => group.fmr.value ?? Number.NaN);
    for (const one of measures) {
      expect(one.groups).toEqual(['group 0', 'group 1', 'group 2']);
      expect(one.state).toBe('resolved');
      if (one.state !== 'resolved') continue;
      expect(one.interval.low).toBeLessThanOrEqual(one.value);
      expect(one.interval.high).toBeGreaterThanOrEqual(one.value);
      expect(one.reference.state).toBe('resolved');
    }
    expect(measures[0]?.value).toBe(Math.max(...fmr) / Math.min(...fmr));
  });

  it('tells groups that differ from groups that do not', () => {
    const pValue = (name: string) => {
      const reference = byName(data)[name]?.reference;
      return reference?.state === 'resolved' ? reference.pValue : Number.NaN;
    };
    expect(pValue('FMR-max/geomean')).toBeLessThan(0.05);
    expect(pValue('FMR-gini')).toBeLessThan(0.05);
    expect(pValue('FNMR-max/geomean')).toBeGreaterThan(0.05);
    expect(pValue('FNMR-gini')).toBeGreaterThan(0.05);
  });

  it('is the same for the same seed, for other names of groups, and for comparisons in another order', () => {
    const base = groupDifferentials(data, quick);
    const renamed = groupDifferentials({ ...data, groups: ['x', 'y', 'z'] }, quick);
    expect(renamed.measures).toEqual(base.measures.map((one) => ({ ...one, groups: ['x', 'y', 'z'] })));
    const turned = (side: GroupedComparisons['mated']) => ({
      first: side.second.slice().reverse(),
      second: side.first.slice().reverse(),
      isError: side.isError.slice().reverse(),
    });
    const reordered = { ...data, mated: turned(data.mated), nonMated: turned(data.nonMated) };
    expect(groupDifferentials(reordered, quick).measures).toEqual(base.measures);
    expect(groupDifferentials(data, { ...quick, seed: 6 }).measures).not.toEqual(base.measures);
  });

  it('has the same values for groups in another order', () => {
    const other = { ...data, groups: [...data.groups].reverse(), groupOf: data.groupOf.map((group) => 2 - group) };
    const values = (comparisons: GroupedComparisons) =>
      groupDifferentials(comparisons, quick).measures.map((one) => one.value);
    expect(values(other)).toEqual(values(data));
  });

  it('refuses ratios, and names the groups, where one has no error or too few subjects', () => {
    const small = simulate({ sizes: [40, 9, 40], thresholds: [T2, 1, 9], sd: 0.3, mated, seed: 2 });
    const found = byName(small);
    for (const name of ['FMR-max/min', 'FMR-max/geomean']) {
      expect(found[name]).toMatchObject({
        state: 'unavailable',
        value: null,
        reason: `${name} is not given. FMR has no error in "group 2"; FMR rests on fewer than 10 subjects in "group 1".`,
      });
    }
    expect(found['FMR-gini']?.state).toBe('unresolved');
    expect(found['FNMR-max/min']).toMatchObject({
      state: 'unavailable',
      reason: 'FNMR-max/min is not given. FNMR rests on fewer than 10 subjects in "group 1".',
    });
    expect(found.FDR?.state).toBe('unresolved');
    expect(found['inequity-ratio']?.state).toBe('unavailable');
  });

  it('has no upper end where resampled groups are without an error too often', () => {
    const few = simulate({ sizes: [40, 40], thresholds: [2.5, 2], sd: 0, mated, seed: 5 });
    const found = byName(few)['FMR-max/min'];
    expect(found?.state).toBe('unresolved');
    if (found?.state !== 'unresolved') return;
    expect(found.interval).toMatchObject({ low: 1, high: null });
    expect(found.percentile.low).toBeGreaterThanOrEqual(1);
    expect(found.withoutValue).toBeGreaterThan(5);
    expect(found.reason).toBe(
      `${found.withoutValue} of 199 bootstrap replicates have no value, as a group has no error in them.`,
    );
  });

  it('compares nothing where there is one group, or no error', () => {
    const one = byName({ ...data, groupOf: data.groupOf.map((group) => (group === 0 ? 0 : -1)) });
    for (const measure of Object.values(one)) {
      expect(measure).toMatchObject({ state: 'unavailable', reason: expect.stringContaining('Fewer than two groups') });
    }
    const right = (side: GroupedComparisons['mated']) => ({ ...side, isError: new Uint8Array(side.isError.length) });
    const none = byName({ ...data, mated: right(data.mated) });
    expect(none['FNMR-gini']).toMatchObject({
      state: 'unavailable',
      reason: 'FNMR-gini does not exist, as a rate that it compares is 0 in all groups.',
    });
    expect(none.GARBE?.state).toBe('unavailable');
    expect(none.FDR?.state).toBe('unresolved');
  });

  it('refuses options out of range', () => {
    expect(() => groupDifferentials(data, { level: 95 })).toThrow('level');
    expect(() => groupDifferentials(data, { alpha: 2 })).toThrow('alpha');
  });

  it('never gives a number that is none', () => {
    const row = fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 }), fc.nat({ max: 1 }));
    const rows = fc.array(row, { maxLength: 30 });
    const groups = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 8, maxLength: 8 });
    const isNumber = (value: unknown): boolean =>
      typeof value === 'number'
        ? Number.isFinite(value)
        : typeof value !== 'object' || value === null || Object.values(value).every(isNumber);
    fc.assert(
      fc.property(rows, groups, (pairs, of) => {
        const comparisons = {
          subjects: 8,
          groupOf: Int32Array.from(of),
          groups: ['a', 'b', 'c'],
          mated: judged(pairs.map(([a, , e]) => [a, a, e])),
          nonMated: judged(pairs.filter(([a, b]) => a !== b)),
        };
        expect(isNumber(groupDifferentials(comparisons, { replicates: 39, seed: 1 }).measures)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
