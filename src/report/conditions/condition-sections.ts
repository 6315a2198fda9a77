import { levelText } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';

import type { Reported, ReportSection, ReportTable } from '../section.js';
import { type ConditionFigure, conditionFigures } from './condition-figures.js';
import { discardSections } from './discard-section.js';

/** A task through a condition. */
export type SeenTask = TaskRecord & { readonly condition: NonNullable<TaskRecord['condition']> };

/** The conditions of a task, in the order of the suite. */
export function conditionsOf({ tasks }: Reported['record'], of: string): SeenTask[] {
  return tasks.filter((task): task is SeenTask => task.condition?.of === of);
}

/** What becomes of every task that was also measured through conditions, and whether discarding bad pictures helps. */
export function conditionSections(run: Reported): ReportSection[] {
  const { record, rows } = run;
  return record.tasks.flatMap((task): ReportSection[] => {
    const seen = conditionsOf(record, task.id);
    if (seen.length === 0) return [];
    const own = new Map(seen.map(({ id }) => [id, rows.filter((row) => row.task === id)]));
    const systems = systemsOfTask(record, task).map(({ name }) => name);
    return [
      {
        title: `${task.title}, through conditions`,
        paragraphs: [readingText(task, seen)],
        tables: [
          stepsTable(seen),
          ...conditionFigures(task).map((figure) => figureTable(figure, { task, seen, systems, own, rows })),
        ],
        notes: [
          'A star says that the data cannot resolve a rate: read its interval, not its value. Every figure with its intervals stands in metrics.csv. The conditions are measured on the same pictures, so their differences are surer than two intervals beside each other look; none is tested here.',
        ],
      },
      ...discardSections(
        task.title,
        seen.map(({ id, condition: { name } }) => ({ name, rows: own.get(id) ?? [] })),
      ),
    ];
  });
}

function readingText({ protocol, level }: TaskRecord, [first]: readonly SeenTask[]): string {
  const rates = `Rates as value [${levelText(level)} interval] errors of trials.`;
  if (protocol === 'plates') {
    return `${rates} Each picture goes through the condition before anything is looked for in it; boxes are compared in pixels of the picture as published.`;
  }
  const side =
    first?.condition.side === 'both'
      ? 'Both pictures of a comparison go through the condition.'
      : 'References are as published, probes go through the condition before anything is looked for in them.';
  return `${rates} ${side} A picture in which no face is found any more counts as a miss. The thresholds are those that ${first?.condition.thresholdsFrom} sets on pictures as published of the same people, as somebody would who sets them once: so the false matches under a condition may be more or fewer than their target, and the intervals take the threshold as given.`;
}

function stepsTable(seen: readonly SeenTask[]): ReportTable {
  return {
    columns: ['condition', 'what it is', 'steps'],
    rows: seen.map(({ condition }) => [
      condition.name,
      condition.title,
      condition.does.length === 0 ? 'none' : condition.does.join('; '),
    ]),
  };
}

interface Shown {
  readonly task: TaskRecord;
  readonly seen: readonly SeenTask[];
  readonly systems: readonly string[];
  readonly own: ReadonlyMap<string, readonly MetricRow[]>;
  readonly rows: readonly MetricRow[];
}

function figureTable({ name, isOf, text }: ConditionFigure, { task, seen, systems, own, rows }: Shown): ReportTable {
  const cells = (mine: readonly MetricRow[]) =>
    systems.map((system) => {
      const row = mine.find((one) => one.model === system && isOf(one));
      return row ? text(row) : '';
    });
  // Of plates the task as published has the same figures.
  const published =
    task.protocol === 'plates' ? [['as published', ...cells(rows.filter((row) => row.task === task.id))]] : [];
  return {
    columns: [name, ...systems],
    rows: [...published, ...seen.map(({ id, condition }) => [condition.name, ...cells(own.get(id) ?? [])])],
  };
}
