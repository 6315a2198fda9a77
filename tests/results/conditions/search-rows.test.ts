import { describe, expect, it } from 'vitest';
import { seenSearchRows } from '../../../src/results/conditions/search-rows.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import type { SystemTables } from '../../../src/results/run-tables.js';
import { noAlarms } from '../../../src/results/search/found-searches.js';
import type { SearchLists } from '../../../src/results/search/search-lists.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { conditionRecord } from '../../support/seen-run.js';

const PLACE = { task: 'watch.dim', model: 'm', dataset: 'd', protocol: 'search' };
/** Three people are enrolled; four probes are of them, and ten of others. */
const MATES = ['a', 'b', 'c', 'c'];
const LISTS: SearchLists = {
  names: ['drawn'],
  samples: [
    ...['a', 'b', 'c'].map((subject) => ({
      sample: `${subject}/1`,
      subject,
      passage: '',
      roles: ['gallery'] as const,
    })),
    ...MATES.map((subject, k) => ({ sample: `${subject}/${k + 2}`, subject, passage: '', roles: ['probe'] as const })),
    ...Array.from({ length: 10 }, (_, k) => ({
      sample: `n${k}/1`,
      subject: `n${k}`,
      passage: '',
      roles: ['probe'] as const,
    })),
  ],
};

interface Found {
  readonly mates: readonly (readonly [rank: number, score: number])[];
  readonly others: readonly number[];
  readonly failing?: readonly string[];
}

function tablesOf({ mates, others, failing = [] }: Found): SystemTables {
  const samples = LISTS.samples.map(({ sample, subject }) => {
    const failure = failing.includes(sample) ? 'no-face' : '';
    return { sample, subject, faces: failure ? 0 : 1, failure };
  });
  const list = {
    rank: Int32Array.from([...mates.map(([rank]) => rank), ...others.map(() => 0)]),
    score: Float32Array.from([...mates.map(([, score]) => score), ...others]),
    alarms: noAlarms(),
  };
  return { comparisons: [], samples, searches: { lists: [list], verification: [] } };
}

const TENTHS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
const CLEAN = tablesOf({ mates: MATES.map(() => [1, 0.99]), others: TENTHS, failing: ['a/1'] });
/** Found; found second; too low; failed. Two of ten strangers raise an alarm, one failed. */
const OWN = tablesOf({
  mates: [
    [1, 0.95],
    [2, 0.92],
    [1, 0.5],
    [0, Number.NaN],
  ],
  others: [0.95, 0.91, Number.NaN, ...TENTHS.slice(0, 7)],
  failing: ['c/5', 'n2/1'],
});
const OF_CLEAN = tablesOf({ mates: MATES.map(() => [1, 0.99]), others: TENTHS });
const task = { at: ['1e-1'], level: 0.95, condition: conditionRecord('watch', 'dim') };
const rows = seenSearchRows({ task, own: OWN, source: OF_CLEAN, lists: LISTS }, PLACE);
const find = (metric: string, at = '1e-1'): MetricRow | undefined =>
  rows.find((row) => row.metric === metric && row.at === at);

describe('seenSearchRows', () => {
  it('counts misses and alarms at the threshold that probes as published have set', () => {
    const threshold = nextFloat32Up(Math.fround(0.9));
    const common = { ...PLACE, group: find('FNIR')?.group, threshold, calibration: 'watch', over: 'searches' };
    expect(find('FNIR')).toMatchObject({ ...common, errors: 2, trials: 4 });
    expect(find('FNIR-rank-1')).toMatchObject({ ...common, errors: 3, trials: 4 });
    expect(find('FPIR')).toMatchObject({ ...common, errors: 2, trials: 10 });
  });

  it('counts who comes first whatever the score, and how many are enrolled', () => {
    expect(find('TPIR@rank', '1')).toMatchObject({ errors: 2, trials: 4 });
    expect(find('gallery-size', '')).toMatchObject({ value: 3 });
    expect(find('failed-mated-searches', '')).toMatchObject({ errors: 1, trials: 4 });
    expect(find('failed-non-mated-searches', '')).toMatchObject({ errors: 1, trials: 10 });
  });

  it('counts the failures of probes alone, for nobody enrolled went through the condition', () => {
    expect(find('FTE', '')).toMatchObject({ errors: 2, trials: 14, group: 'all' });
    const enrolled = seenSearchRows(
      { task, own: { ...OWN, samples: CLEAN.samples }, source: OF_CLEAN, lists: LISTS },
      PLACE,
    );
    expect(enrolled.find(({ metric }) => metric === 'FTE')).toMatchObject({ errors: 0, trials: 14 });
  });

  it('has no figures at a threshold that nobody sets, and none without the searches as published', () => {
    const failing = Array.from({ length: 10 }, (_, k) => `n${k}/1`);
    const source = tablesOf({ mates: MATES.map(() => [1, 0.99]), others: TENTHS.map(() => Number.NaN), failing });
    const without = seenSearchRows({ task, own: OWN, source, lists: LISTS }, PLACE);
    const missing = without.filter(({ metric }) => /^(FNIR|FNIR-rank-1|FPIR)$/.test(metric));
    expect(missing.length).toBeGreaterThan(2);
    for (const { value, resolvable } of missing) {
      expect([value, resolvable]).toEqual([null, expect.stringMatching(/^no: Only 0 of 10/)]);
    }
    expect(without.some(({ metric }) => metric === 'TPIR@rank')).toBe(true);
    expect(seenSearchRows({ task, own: OWN, source: undefined, lists: LISTS }, PLACE)).toEqual([]);
    expect(seenSearchRows({ task, own: OWN, source: OF_CLEAN, lists: undefined }, PLACE)).toEqual([]);
  });
});
