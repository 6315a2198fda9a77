import type { MetricRow } from '../results/metric-row.js';

/** The rows with the default interval of each figure, which stands first; those that repeat it with another are left out. */
export function firstIntervals(rows: readonly MetricRow[]): MetricRow[] {
  const keyOf = ({ task, model, metric, at, group, over }: MetricRow) =>
    [task, model, metric, at, group, over].join('\n');
  return rows.filter((row, index) => {
    const before = rows[index - 1];
    return before === undefined || keyOf(before) !== keyOf(row);
  });
}
