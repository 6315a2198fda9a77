import { describe, expect, it } from 'vitest';
import { discardSections } from '../../../src/report/conditions/discard-section.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { baseRow } from '../../../src/results/metric-rows.js';

const TASK = { id: 't', title: 'A task', at: ['1e-2', '1e-3'] };
const row = (
  group: string,
  metric: string,
  at: string,
  [errors, trials]: number[],
  cells: Partial<MetricRow> = {},
) => ({
  ...baseRow({ task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group }, { metric, at }),
  ...(errors === undefined || trials === undefined ? {} : { errors, trials, value: errors / trials }),
  ...(at === '' ? {} : { threshold: 0.5 }),
  over: 'comparisons',
  low: 0.01,
  high: 0.2,
  ...cells,
});
const SIZE = 'discard size: worst 5%';
const NORM = 'discard norm: worst 5%';
const ROWS: MetricRow[] = [
  row('all', 'FNMR', '1e-3', [10, 100]),
  row('all', 'FNMR', '1e-3', [10, 100], { method: 'jackknife', low: 0, high: 1 }),
  row(SIZE, 'discarded', '', [5, 100]),
  row(SIZE, 'discarded-passers-by', '', [3, 50]),
  row(SIZE, 'FNMR-discard', '1e-3', [6, 96]),
  row(SIZE, 'FNMR-discard-counted', '1e-3', [11, 100], { resolvable: 'no: few' }),
  row(SIZE, 'FMR-discard', '1e-3', [1, 47]),
  row(NORM, 'discarded-passers-by', '', [0, 50], { resolvable: 'no: no error was seen' }),
  row(NORM, 'FNMR-discard', '1e-3', [], { value: null, resolvable: 'no: none' }),
];

describe('discardSections', () => {
  it('shows by measure and share the misses of the rest, who is not searched, and the misses with those counted', () => {
    const [section, ...others] = discardSections(TASK, ROWS);
    expect(others).toEqual([]);
    expect(section?.title).toBe('A task: when the worst pictures are not searched');
    expect(section?.tables).toEqual([
      {
        columns: [
          'not searched, at FMR 1e-3',
          'm: missed of the rest',
          'm: passers-by not searched',
          'm: missed, discarded too',
        ],
        rows: [
          ['none', '10% [1, 20] 10 of 100', '0%', '10% [1, 20] 10 of 100'],
          ['size (eyes nearest together): worst 5%', '6.25% [1, 20] 6 of 96', '6% 3 of 50', '11% [1, 20] 11 of 100 *'],
          ['template norm (shortest): worst 5%', 'not resolved *', '0% 0 of 50', ''],
        ],
      },
    ]);
    expect(section?.paragraphs.join()).toContain('To discard is not to find');
  });

  it('has three columns for each system, and leaves out the row without a discard where its threshold is another', () => {
    const both = [...ROWS, row(SIZE, 'FNMR-discard', '1e-3', [1, 2], { model: 'n' })];
    const [section] = discardSections(TASK, both);
    expect(section?.tables[0]?.columns).toHaveLength(7);
    expect(section?.tables[0]?.rows[0]?.slice(4)).toEqual(['', '', '']);
    expect(section?.tables[0]?.rows[1]?.slice(4)).toEqual(['50% [1, 20] 1 of 2', '', '']);
    const elsewhere = ROWS.map((one) => (one.metric === 'FNMR' ? { ...one, threshold: 0.4 } : one));
    expect(discardSections(TASK, elsewhere)[0]?.tables[0]?.rows.map(([name]) => name)).not.toContain('none');
  });

  it('is not there for another task, nor where nothing was discarded', () => {
    expect(discardSections({ ...TASK, id: 'u' }, ROWS)).toEqual([]);
    expect(discardSections(TASK, ROWS.slice(0, 2))).toEqual([]);
  });
});
