import type { MetricRow } from '../../../results/metric-row.js';
import type { TaskRecord } from '../../../results/run-record.js';
import { systemsOfTask } from '../../../results/systems-of-task.js';
import type { Reported } from '../../section.js';
import type { ChartSystem } from '../interval-chart.js';

/** A task of plates as published, with its rows over all pictures under the text rule strict. */
export interface PlateTask {
  readonly task: TaskRecord;
  readonly systems: readonly ChartSystem[];
  /** The rows of a metric whose operating point begins like this, with what stands behind that. */
  readonly rowsOf: (metric: string, prefix: string) => readonly PlateRow[];
}

/** A row, and its operating point without the text rule. */
export interface PlateRow {
  readonly row: MetricRow;
  readonly at: string;
}

/** The tasks of plates of a run, those through conditions left out: a figure for each of them would drown the others. */
export function plateTasks({ record, rows }: Reported): PlateTask[] {
  return record.tasks
    .filter(({ protocol, condition }) => protocol === 'plates' && !condition)
    .map((task) => {
      const own = rows.filter((row) => row.task === task.id && row.group === 'all');
      return {
        task,
        systems: systemsOfTask(record, task).map(({ name }) => ({
          name,
          place: record.systems.findIndex((one) => one.name === name),
        })),
        rowsOf: (metric, prefix) =>
          own.flatMap((row) =>
            row.metric === metric && row.at.startsWith(prefix) ? [{ row, at: row.at.slice(prefix.length) }] : [],
          ),
      };
    });
}
