import type { MetricRow } from '../../../../src/results/metric-row.js';
import { baseRow } from '../../../../src/results/metric-rows.js';

/** A rate as a row has it. */
export const rate = (errors: number, trials: number, low: number, high: number, resolvable = 'yes') => ({
  value: trials === 0 ? null : errors / trials,
  errors,
  trials,
  low,
  high,
  resolvable,
});

/** A made-up row. */
export const row = (metric: string, at: string, cells: Partial<MetricRow> = {}): MetricRow => ({
  ...baseRow({ task: 't', model: 'm', dataset: 'd', protocol: 'pairs', group: 'all' }, { metric, at }),
  over: 'comparisons',
  ...cells,
});
