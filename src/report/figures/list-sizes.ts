import type { TaskRecord } from '../../results/run-record.js';
import { AT_THRESHOLD_OF } from '../../results/search/list-names.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { firstIntervals } from '../first-intervals.js';
import { resolvedTarget } from '../resolved-target.js';
import type { Reported } from '../section.js';
import type { ChartSystem } from './interval-chart.js';
import type { ChartPoint } from './line-chart.js';

/** A task of searches in lists of several sizes. */
export interface SizedTask {
  readonly task: TaskRecord;
  /** The target FPIR. */
  readonly at: string;
  readonly systems: readonly ChartSystem[];
  /** From the shortest on. */
  readonly lists: readonly { readonly name: string; readonly size: number }[];
  /** A figure of a system list by list, each at the threshold that its own searches set. */
  readonly own: (metric: string, system: string) => ChartPoint[];
  /** The same at the threshold that the shortest list sets. */
  readonly fixed: (metric: string, system: string) => ChartPoint[];
}

/** The lists of a task as published; undefined where they are not of several sizes. */
export function listSizesOf({ record, rows }: Reported, task: TaskRecord): SizedTask | undefined {
  if (task.search?.kind !== 'sizes' || task.condition) return undefined;
  const mine = firstIntervals(rows.filter((row) => row.task === task.id));
  const sizes = new Map<string, number>();
  for (const { metric, group, value } of mine) if (metric === 'gallery-size' && value !== null) sizes.set(group, value);
  const lists = [...sizes].map(([name, size]) => ({ name, size })).sort((a, b) => a.size - b.size);
  // The thresholds stay as the first list sets them, which a suite names first and need not be the shortest.
  const setter = mine.find(({ group }) => group.includes(AT_THRESHOLD_OF))?.calibration;
  const [first] = lists;
  if (lists.length < 2 || !first || setter === undefined) return undefined;
  const systems = systemsOfTask(record, task).map(({ name }) => ({
    name,
    place: record.systems.findIndex((one) => one.name === name),
  }));
  const at = resolvedTarget(task, mine, 'FNIR@FPIR', setter);
  const points = (metric: string, system: string, groupOf: (list: string) => string): ChartPoint[] =>
    lists.flatMap(({ name, size }) => {
      const row = mine.find(
        (one) => one.metric === metric && one.model === system && one.at === at && one.group === groupOf(name),
      );
      return row ? [{ x: size, row }] : [];
    });
  return {
    task,
    at,
    systems,
    lists,
    own: (metric, system) => points(metric, system, (list) => list),
    fixed: (metric, system) =>
      points(metric, system, (list) => (list === setter ? list : `${list}${AT_THRESHOLD_OF}${setter}`)),
  };
}
