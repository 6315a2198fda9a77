import { describe, expect, it } from 'vitest';
import { discardSections } from '../../../src/report/conditions/discard-section.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { baseRow } from '../../../src/results/metric-rows.js';

const row = (
  group: string,
  metric: string,
  at: string,
  [errors, trials]: number[],
  cells: Partial<MetricRow> = {},
): MetricRow => ({
  ...baseRow({ task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group }, { metric, at }),
  ...(errors === undefined || trials === undefined ? {} : { errors, trials, value: errors / trials }),
  over: 'comparisons',
  low: 0.01,
  high: 0.2,
  ...cells,
});
const SIZE = 'discard size: worst 10%';
const NORM = 'discard norm: worst 10%';
const ROWS: MetricRow[] = [
  row('all', 'FNMR', '1e-3', [10, 100]),
  row('all', 'FNMR', '1e-3', [10, 100], { method: 'jackknife', low: 0, high: 1 }),
  row(SIZE, 'discarded', '', [5, 100]),
  row(SIZE, 'discarded-passers-by', '', [3, 50]),
  row(SIZE, 'FNMR-discard', '1e-3', [6, 96]),
  row(SIZE, 'FNMR-discard-counted', '1e-3', [11, 100], { resolvable: 'no: few' }),
  row(NORM, 'discarded-passers-by', '', [0, 50], { resolvable: 'no: no error was seen' }),
  row(NORM, 'FNMR-discard', '1e-3', [], { value: null, resolvable: 'no: none' }),
  row('discard size: worst 20%', 'FNMR-discard', '1e-3', [1, 96]),
];
const MEASURES = [
  'by size (eyes nearest together)',
  'by sharpness (least sharp)',
  'by brightness (darkest)',
  'by detector score (lowest)',
  'by template norm (shortest)',
];

describe('discardSections', () => {
  it('shows for each condition the misses of the rest, those with the discarded counted, and who is not searched', () => {
    const [section, ...others] = discardSections('A task', [
      { name: 'night', rows: ROWS },
      { name: 'a sweep', rows: ROWS.slice(0, 2) },
    ]);
    expect(others).toEqual([]);
    expect(section?.title).toBe('A task: when the worst 10% of the pictures are not searched');
    expect(section?.tables).toEqual([
      {
        columns: ['m: missed of the rest, FMR 1e-3 as published', 'none discarded', ...MEASURES],
        rows: [['night', '10% [1, 20] 10 of 100', '6.25% [1, 20] 6 of 96', '', '', '', 'not resolved *']],
      },
      {
        columns: ['m: missed, those discarded too, FMR 1e-3 as published', 'none discarded', ...MEASURES],
        rows: [['night', '10% [1, 20] 10 of 100', '11% [1, 20] 11 of 100 *', '', '', '', '']],
      },
      {
        columns: ['m: passers-by not searched', ...MEASURES],
        rows: [['night', '6% [1, 20] 3 of 50', '', '', '', '0% [1, 20] 0 of 50 *']],
      },
    ]);
    expect(section?.paragraphs.join()).toContain('To discard is not to find');
  });

  it('has the tables of each system', () => {
    const both = [...ROWS, row(SIZE, 'FNMR-discard', '1e-3', [1, 2], { model: 'n' })];
    const [section] = discardSections('A task', [{ name: 'night', rows: both }]);
    expect(section?.tables).toHaveLength(6);
    expect(section?.tables[3]?.rows).toEqual([['night', '', '50% [1, 20] 1 of 2', '', '', '', '']]);
  });

  it('is not there where nothing was discarded', () => {
    expect(discardSections('A task', [])).toEqual([]);
    expect(discardSections('A task', [{ name: 'night', rows: ROWS.slice(0, 2) }])).toEqual([]);
  });
});
