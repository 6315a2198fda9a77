import { describe, expect, it } from 'vitest';
import { conditionFigures, conditionHeadline } from '../../../src/report/conditions/condition-figures.js';
import type { MetricRow } from '../../../src/results/metric-row.js';
import { baseRow } from '../../../src/results/metric-rows.js';

const row = (metric: string, at: string, group = 'all', cells: Partial<MetricRow> = {}): MetricRow => ({
  ...baseRow({ task: 't', model: 'm', dataset: 'd', protocol: 'p', group }, { metric, at }),
  value: 0.1,
  errors: 10,
  trials: 100,
  low: 0.05,
  high: 0.2,
  over: 'comparisons',
  ...cells,
});
const names = (task: Parameters<typeof conditionFigures>[0]) => conditionFigures(task).map(({ name }) => name);

describe('conditionFigures', () => {
  it('of pairs are misses and false matches at every operating point, then what failed', () => {
    expect(names({ protocol: 'pairs', at: ['1e-2', '1e-3'] })).toEqual([
      'missed (FNMR), FMR 1e-2 as published',
      'missed (FNMR), FMR 1e-3 as published',
      'false matches (FMR), target 1e-2',
      'false matches (FMR), target 1e-3',
      'no template (FTE)',
    ]);
  });

  it('of templates that several pictures make tell of pictures too', () => {
    const fusion = { templates: 1, media: 1, samples: 2, weight: 'plain' } as const;
    expect(names({ protocol: 'pairs', at: ['1e-2'], fusion }).slice(-2)).toEqual([
      'no template (FTE)',
      'picture left out of a template',
    ]);
  });

  it('of searches are misses, alarms, who comes first, and what failed', () => {
    expect(names({ protocol: 'search', at: ['1e-1'] })).toEqual([
      'missed (FNIR), FPIR 1e-1 as published',
      'false alarms (FPIR), target 1e-1',
      'mate comes first (TPIR)',
      'no template (FTE)',
    ]);
  });

  it('of plates are what was read right, found and wrong, by the overlap of the task', () => {
    const plates = { labels: 1, pictures: 1, vehicles: 1, iou: 0.6 };
    expect(names({ protocol: 'plates', at: [], plates })).toEqual([
      'read right, strict',
      'read right at the label, strict',
      'found (recall), IoU 0.6',
      'wrong, of texts given out, strict',
    ]);
    const [, , found] = conditionFigures({ protocol: 'plates', at: [], plates });
    expect(found?.isOf(row('plate-recall', 'IoU 0.6'))).toBe(true);
    expect(found?.isOf(row('plate-recall', 'IoU 0.5'))).toBe(false);
  });

  it('are not those without the failures, nor of what was discarded, nor a mean over subjects', () => {
    const [missed] = conditionFigures({ protocol: 'pairs', at: ['1e-2'] });
    expect(missed?.isOf(row('FNMR', '1e-2'))).toBe(true);
    for (const other of [
      row('FNMR', '1e-3'),
      row('FMR', '1e-2'),
      row('FNMR', '1e-2', 'failures-excluded'),
      row('FNMR', '1e-2', 'drawn, failures-excluded'),
      row('FNMR', '1e-2', 'discard size: worst 5%'),
      row('FNMR', '1e-2', 'all', { over: 'subjects' }),
    ]) {
      expect(missed?.isOf(other)).toBe(false);
    }
  });
});

it('the headline has the first row of each figure, and leaves out those that there are not', () => {
  const rows = [
    row('FTE', '', 'all', { errors: 3, value: 0.03 }),
    row('FNMR', '1e-2', 'failures-excluded', { errors: 1 }),
    row('FNMR', '1e-2'),
    row('FNMR', '1e-2', 'all', { low: 0, high: 1 }),
  ];
  const missed = 'missed (FNMR), FMR 1e-2 as published';
  expect(conditionHeadline({ protocol: 'pairs', at: ['1e-2'] }, rows)).toEqual([
    { label: missed, name: missed, text: '10% [5, 20] 10 of 100' },
    { label: 'no template (FTE)', name: 'no template (FTE)', text: '3% [5, 20] 3 of 100' },
  ]);
});
