import type { MetricRow } from '../results/metric-row.js';
import type { TaskRecord } from '../results/run-record.js';

/** The strictest target at which every system's rate is resolved, or the first target where there is none. */
export function resolvedTarget(
  { at }: Pick<TaskRecord, 'at'>,
  rows: readonly MetricRow[],
  metric: string,
  group: string,
): string {
  const resolved = at.filter((point) => {
    const own = rows.filter((row) => row.metric === metric && row.at === point && row.group === group);
    return own.length > 0 && own.every(({ resolvable }) => resolvable === 'yes');
  });
  const strictest = resolved.reduce(
    (least, point) => (Number(point) < Number(least) ? point : least),
    resolved[0] ?? '',
  );
  return strictest === '' ? (at[0] ?? '') : strictest;
}
