import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../../src/results/comparison-table.js';
import { seenPairRows } from '../../../src/results/conditions/pair-rows.js';
import { type MetricRow, metricRowSchema } from '../../../src/results/metric-row.js';
import { parseDiscardGroup } from '../../../src/results/quality/discard-group.js';
import type { SystemTables } from '../../../src/results/run-tables.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { peopleTables, peopleTask } from '../../support/people.js';
import { conditionRecord, seenTables } from '../../support/seen-run.js';

const PLACE = { task: 't.dim', model: 'm', dataset: 'd', protocol: 'pairs' };

/** Comparisons of people who are all others, so that no two share one; null is a failure. */
function tablesOf(mated: readonly (number | null)[], nonMated: readonly (number | null)[]): SystemTables {
  const list = [
    ...mated.map((score) => ({ score, isMated: true })),
    ...nonMated.map((score) => ({ score, isMated: false })),
  ];
  const comparisons = list.map(({ score, isMated }, k): Comparison => {
    const [a, b] = [`a${k}`, isMated ? `a${k}` : `b${k}`];
    return {
      a: `${a}/1`,
      b: `${b}/2`,
      subjectA: a,
      subjectB: b,
      mated: isMated,
      ...(score === null ? {} : { score: Math.fround(score) }),
      failure: score === null ? 'b:no-face' : '',
    };
  });
  const samples = comparisons.map(({ b, subjectB, failure }) => ({
    sample: b,
    subject: subjectB,
    faces: failure ? 0 : 1,
    failure: failure.slice(2),
  }));
  return { comparisons, samples };
}

/** Of ten comparisons one may be a false match at 1e-1: the threshold is just above 0.9. */
const SOURCE = tablesOf([0.95], [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
const OWN = tablesOf([0.95, 0.89, null, 0.91], [0.95, 0.2, null, 0.91, 0.1]);
const THRESHOLD = nextFloat32Up(Math.fround(0.9));
const task = (at: string[], thresholdsFrom = 'list') => ({
  at,
  level: 0.95,
  condition: conditionRecord('t', 'dim', { thresholdsFrom }),
});
const rows = seenPairRows({ task: task(['1e-1']), own: OWN, source: SOURCE }, PLACE);
const find = (all: readonly MetricRow[], metric: string, group = 'all') =>
  all.find((row) => row.metric === metric && row.group === group);

describe('seenPairRows', () => {
  it('counts misses, failures among them, and false matches at the threshold that others have set', () => {
    const common = { at: '1e-1', threshold: THRESHOLD, calibration: 'list', over: 'comparisons' };
    expect(find(rows, 'FNMR')).toMatchObject({ ...PLACE, ...common, errors: 2, trials: 4, value: 0.5 });
    // More than the target: that is what a condition does to a threshold that stands.
    expect(find(rows, 'FMR')).toMatchObject({ ...common, errors: 2, trials: 5, value: 0.4 });
    expect(find(rows, 'FNMR', 'failures-excluded')).toMatchObject({ ...common, errors: 1, trials: 3 });
    expect(find(rows, 'FMR', 'failures-excluded')).toMatchObject({ ...common, errors: 2, trials: 4 });
    expect(find(rows, 'FTE')).toMatchObject({ errors: 2, trials: 9, at: '', threshold: null, calibration: '' });
  });

  it('gives every interval with failures counted, and one without them', () => {
    const count = (metric: string, group: string) =>
      rows.filter((row) => row.metric === metric && row.group === group).length;
    expect(count('FNMR', 'all')).toBeGreaterThan(1);
    expect(count('FMR', 'all')).toBeGreaterThan(1);
    expect([count('FNMR', 'failures-excluded'), count('FMR', 'failures-excluded')]).toEqual([1, 1]);
    for (const row of rows) expect(metricRowSchema.parse(row)).toEqual(row);
  });

  it('gives one row of each figure for each operating point without failures', () => {
    const both = seenPairRows({ task: task(['1e-1', '2e-1']), own: OWN, source: SOURCE }, PLACE);
    const rest = both.filter(({ group }) => group === 'failures-excluded');
    expect(rest.map(({ metric, at }) => `${metric} ${at}`)).toEqual(['FNMR 1e-1', 'FMR 1e-1', 'FNMR 2e-1', 'FMR 2e-1']);
  });

  it('says why nothing is known where no threshold was set', () => {
    for (const [source, reason] of [
      [undefined, 'There are no non-mated comparisons.'],
      [tablesOf([], [null, null]), 'Only 0 of 2 non-mated comparisons have a score'],
    ] as const) {
      const none = seenPairRows({ task: task(['1e-1']), own: OWN, source }, PLACE);
      for (const [metric, trials] of [
        ['FNMR', 4],
        ['FMR', 5],
      ] as const) {
        expect(find(none, metric)).toMatchObject({ value: null, trials, threshold: null, calibration: 'list' });
        expect(find(none, metric)?.resolvable).toContain(reason);
      }
      // What failed is known all the same.
      expect(find(none, 'FTE')).toMatchObject({ errors: 2, trials: 9 });
    }
  });

  it('discards the worst pictures at the first operating point alone, where their quality was kept', () => {
    const source = peopleTables();
    const own = seenTables(source);
    const people = { ...peopleTask(), at: ['1e-1', '1e-2'], condition: conditionRecord('people', 'dim') };
    const all = seenPairRows({ task: people, own, source }, PLACE);
    const discards = all.filter(({ group }) => parseDiscardGroup(group));
    expect(new Set(discards.map(({ at }) => at))).toEqual(new Set(['', '1e-1']));
    const fnmr = discards.find(({ metric }) => metric === 'FNMR-discard');
    expect(fnmr).toMatchObject({ threshold: find(all, 'FNMR')?.threshold, calibration: 'people' });
    const { quality: _, ...without } = own;
    const rest = seenPairRows({ task: people, own: without, source }, PLACE);
    expect(rest).toEqual(all.filter(({ group }) => !parseDiscardGroup(group)));
    // No threshold, no discarding.
    const none = seenPairRows({ task: people, own, source: undefined }, PLACE);
    expect(none.filter(({ group }) => parseDiscardGroup(group))).toEqual([]);
  });
});
