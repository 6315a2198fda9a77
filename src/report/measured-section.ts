import { count } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { RunRecord, TaskRecord } from '../results/run-record.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import { type FailedPictures, failedPictures, leftOutPictures, someOf } from './failed-pictures.js';
import { firstIntervals } from './first-intervals.js';
import type { Reported, ReportSection, ReportTable } from './section.js';

/** What was measured, on what, by which systems; what the suite names and could not be had; what the data cannot resolve. */
export function measuredSection(run: Reported): ReportSection {
  const { record, rows } = run;
  const tasks = record.tasks.filter(({ condition }) => !condition);
  const missing = record.notMeasured;
  return {
    title: 'What was measured, and what was not',
    paragraphs: [],
    tables: [
      {
        columns: ['task', 'pictures', 'how', 'systems', 'through conditions', 'not resolved'],
        rows: tasks.map((task) => [
          task.title,
          dataText(record, task),
          task.protocol,
          systemsOfTask(record, task)
            .map(({ name }) => name)
            .join(', '),
          conditionsText(record, task),
          unresolvedText(rows.filter((row) => row.task === task.id)),
        ]),
      },
      ...(missing.length === 0
        ? []
        : [{ columns: ['not measured', 'why'], rows: missing.map(({ what, reason }) => [what, reason]) }]),
      ...failedTables(run, tasks),
    ],
    notes: missing.length === 0 ? ['Everything that the suite names was measured.'] : [],
  };
}

/**
 * Which pictures gave nothing, and why: alone each counts as a miss in every comparison, search or reading of it; within
 * a template of several the others make the template.
 */
function failedTables(run: Reported, tasks: readonly TaskRecord[]): ReportTable[] {
  return [
    ...failedTable('pictures that failed', tasks, (task) => failedPictures(run, task)),
    ...failedTable('pictures left out of templates', tasks, (task) => leftOutPictures(run, task)),
  ];
}

function failedTable(
  title: string,
  tasks: readonly TaskRecord[],
  failed: (task: TaskRecord) => readonly FailedPictures[],
): ReportTable[] {
  const rows = tasks.flatMap((task) =>
    failed(task).map(({ system, reason, samples }) => [
      `${task.title}: ${reason}`,
      system,
      count(samples.length),
      someOf(samples),
    ]),
  );
  return rows.length === 0 ? [] : [{ columns: [title, 'system', 'how many', 'which'], rows }];
}

function dataText({ datasets }: RunRecord, task: TaskRecord): string {
  const dataset = datasets.find(({ name }) => name === task.dataset);
  if (!dataset) return task.dataset;
  const { title, samples, subjects, drawn } = dataset;
  return `${title}: ${count(samples)} pictures${subjects === undefined ? '' : ` of ${count(subjects)} people`}${drawn ? ', drawn, not photographed' : ''}`;
}

function conditionsText({ tasks }: RunRecord, { id }: TaskRecord): string {
  const seen = tasks.filter(({ condition }) => condition?.of === id).length;
  return seen === 0 ? 'none' : String(seen);
}

/** How many of the figures of a task the data cannot resolve. */
function unresolvedText(rows: readonly MetricRow[]): string {
  // Views with something left out repeat what stands there already.
  const figures = firstIntervals(rows.filter(({ group }) => !/-excluded/.test(group)));
  const not = figures.filter(({ resolvable }) => resolvable !== 'yes').length;
  return `${count(not)} of ${count(figures.length)} figures`;
}
