import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';

/**
 * The strictest target at which every system's rate is resolved; where there is none, that at which `or` is, such as false
 * matches where nobody was missed; else the first target.
 */
export function resolvedTarget(
  { at }: Pick<TaskRecord, 'at'>,
  rows: readonly MetricRow[],
  metric: string,
  group: string,
  or?: string,
): string {
  const resolved = at.filter((point) => {
    const own = rows.filter((row) => row.metric === metric && row.at === point && row.group === group);
    return own.length > 0 && own.every(({ resolvable }) => resolvable === 'yes');
  });
  const strictest = resolved.reduce(
    (least, point) => (Number(point) < Number(least) ? point : least),
    resolved[0] ?? '',
  );
  if (strictest !== '') return strictest;
  return or === undefined ? (at[0] ?? '') : resolvedTarget({ at }, rows, or, group);
}
