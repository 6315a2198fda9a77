import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { type ConditionFigure, conditionFigures } from '../conditions/condition-figures.js';
import { conditionsOf, type SeenTask } from '../conditions/condition-sections.js';
import type { Reported } from '../section.js';
import type { ChartSystem } from './interval-chart.js';

/** What figures of a task through conditions show. */
export interface ConditionMeasure {
  readonly task: TaskRecord;
  /** The conditions that stand for themselves, and those that are a step of a sweep. */
  readonly single: readonly SeenTask[];
  readonly swept: readonly SweptTask[];
  readonly systems: readonly ChartSystem[];
  readonly figure: ConditionFigure;
  /** The row of a task under a system; undefined where there is none. */
  readonly rowOf: (task: string, system: string) => MetricRow | undefined;
  /** What the threshold is, and what sets it; empty for plates. */
  readonly threshold: string;
}

/** A step of a sweep. */
export type SweptTask = SeenTask & {
  readonly condition: { readonly sweep: NonNullable<SeenTask['condition']['sweep']> };
};

const isSwept = (task: SeenTask): task is SweptTask => task.condition.sweep !== undefined;

/** Every task that is also measured through conditions, with the one figure that is drawn of it. */
export function conditionMeasures(run: Reported): ConditionMeasure[] {
  return run.record.tasks.flatMap((task): ConditionMeasure[] => {
    const seen = conditionsOf(run.record, task.id);
    const point = strictestResolved(run, task, seen);
    const figure = conditionFigures(task)[Math.max(0, task.at.indexOf(point))];
    if (seen.length === 0 || !figure) return [];
    const rows = new Map<string, MetricRow[]>();
    const wanted = new Set([task.id, ...seen.map(({ id }) => id)]);
    for (const row of run.rows) {
      if (!wanted.has(row.task)) continue;
      // Searches as published have a row that sets its threshold, and none that takes it as given.
      const own = row.task === task.id && row.metric === 'FNIR@FPIR' ? { ...row, metric: 'FNIR' } : row;
      if (figure.isOf(own)) rows.set(row.task, [...(rows.get(row.task) ?? []), row]);
    }
    const setters = [...new Set(seen.map(({ condition }) => condition.thresholdsFrom))].join(', ');
    const rate = task.protocol === 'search' ? 'FPIR' : 'FMR';
    return [
      {
        task,
        single: seen.filter((one) => !isSwept(one)),
        swept: seen.filter(isSwept),
        systems: systemsOfTask(run.record, task).map(({ name }) => ({
          name,
          place: run.record.systems.findIndex((one) => one.name === name),
        })),
        figure,
        rowOf: (id, system) => rows.get(id)?.find(({ model }) => model === system),
        threshold:
          task.protocol === 'plates'
            ? ''
            : `The threshold is that for a ${rate} of ${point} which ${setters} sets on pictures as published, as somebody would who sets it once; the intervals take it as given. A picture in which no face is found any more counts as a miss.`,
      },
    ];
  });
}

/** The strictest target that what sets the thresholds can resolve for every system, or else the first of the task. */
function strictestResolved({ rows, record }: Reported, task: TaskRecord, seen: readonly SeenTask[]): string {
  const setters = new Set(seen.map(({ condition }) => condition.thresholdsFrom));
  const metric = task.protocol === 'search' ? 'FNIR@FPIR' : 'FNMR@FMR';
  const systems = systemsOfTask(record, task).map(({ name }) => name);
  const resolved = task.at.filter((at) =>
    systems.every((system) =>
      [...setters].every((setter) => {
        const row = rows.find(
          (one) => one.task === setter && one.model === system && one.metric === metric && one.at === at,
        );
        return row?.resolvable === 'yes';
      }),
    ),
  );
  return resolved.sort((a, b) => Number(a) - Number(b))[0] ?? task.at[0] ?? '';
}
