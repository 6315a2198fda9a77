import { describe, expect, it } from 'vitest';
import { peopleSections } from '../../src/report/people-section.js';
import type { MetricRow } from '../../src/results/metric-row.js';
import { baseRow } from '../../src/results/metric-rows.js';

const record = { tasks: [{ id: 't', title: 'A task', at: ['1e-2', '1e-3'], level: 0.9 }] };
const row = (metric: string, at: string, cells: Partial<MetricRow> = {}, model = 'm'): MetricRow => ({
  ...baseRow({ task: 't', model, dataset: 'd', protocol: 'pairs', group: 'all' }, { metric, at }),
  ...cells,
});
const withChance = (metric: string, at: string, main: Partial<MetricRow>, model = 'm') => [
  row(metric, at, main, model),
  row(`${metric}-by-chance`, at, { value: 0.1, low: 0.05, high: 0.25 }, model),
  row(`${metric}-p`, at, { value: 0.00041 }, model),
];
const ROWS = [
  ...withChance('false-match-share-worst-1%', '1e-2', { value: 0.125, errors: 3, trials: 24 }),
  ...withChance('false-match-share-worst-10%', '1e-2', { value: 0.75, errors: 18, trials: 2400 }),
  ...withChance('goats-spread', '1e-2', { value: 2.3456, errors: 9, trials: 90 }),
  ...withChance('goats-score-spread', '', { value: 1.5 }),
  row('lambs-or-wolves-spread', '1e-2', { resolvable: 'no: All comparisons are errors.' }),
  row('FMR', '1e-2', { value: 0.5 }),
];

describe('peopleSections', () => {
  it('shows each figure beside what chance gives, those without a threshold last', () => {
    const [section] = peopleSections({ record, rows: ROWS });
    expect(section?.title).toBe('A task: who carries the errors');
    expect(section?.tables).toEqual([
      {
        columns: ['at FMR 1e-2', 'm'],
        rows: [
          ['share of false matches with the worst 1% of people', '12.5% 3 of 24; chance 5% to 25%, p 4.1e-4'],
          ['share of false matches with the worst 10% of people', '75% 18 of 2,400; chance 5% to 25%, p 4.1e-4'],
          ['people, or their pictures, differ in misses (goats)', '2.35; chance 0.05 to 0.25, p 4.1e-4'],
          [
            'people, or their pictures, differ in false matches (lambs or wolves)',
            'not given: All comparisons are errors.',
          ],
        ],
      },
      {
        columns: ['at every threshold', 'm'],
        rows: [['people, or their pictures, differ in mated scores', '1.5; chance 0.05 to 0.25, p 4.1e-4']],
      },
    ]);
    expect(section?.paragraphs[0]).toContain('"chance" is the middle 90% of what');
  });

  it('says why a system has no share of false matches, beside one that has', () => {
    const none = row('false-match-share', '1e-2', { resolvable: 'no: There is no false match.' }, 'n');
    const [section] = peopleSections({ record, rows: [...ROWS, none] });
    expect(section?.tables[0]?.rows.slice(0, 2).map(([, , cell]) => cell)).toEqual([
      'not given: There is no false match.',
      'not given: There is no false match.',
    ]);
    const [alone] = peopleSections({ record, rows: [none] });
    expect(alone?.tables[0]?.rows).toEqual([
      ['share of false matches with the worst 1% of people', 'not given: There is no false match.'],
      ['share of false matches with the worst 10% of people', 'not given: There is no false match.'],
    ]);
  });

  it('is not there where nobody knows the people', () => {
    expect(peopleSections({ record, rows: [row('FMR', '1e-2', { value: 0.5 })] })).toEqual([]);
    const elsewhere = ROWS.map((one) => ({ ...one, group: 'held-out' }));
    expect(peopleSections({ record, rows: elsewhere })).toEqual([]);
  });
});
