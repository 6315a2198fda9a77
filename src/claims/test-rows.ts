import type { MetricRow } from '../results/metric-row.js';
import type { ReadRun } from '../results/read-run.js';
import type { TaskRecord } from '../results/run-record.js';
import { systemTasks, taskRows } from '../results/run-rows.js';
import { measureOf, metricOn } from './measures.js';
import type { ClaimTest } from './test-schema.js';
import { rowsAtThreshold } from './threshold-rows.js';

/** The rows of a test's figure for one system, its default interval first, and those of the rate it cannot be surer than. */
export interface TestRows {
  readonly rows: readonly MetricRow[];
  readonly companions: readonly MetricRow[];
}

/** Which figure is meant: a test, the task of a run that answers it, and the group of its rows. */
export interface TestedFigure {
  readonly test: ClaimTest;
  readonly task: TaskRecord;
  readonly group: string;
}

/** Computes a test's rows at any two-sided level from the tables of a run, as `verify` does, and remembers them. */
export function testRowsOf(run: ReadRun): (figure: TestedFigure, system: string, level: number) => TestRows {
  const known = new Map<string, MetricRow[]>();
  return ({ test, task, group }, system, level) => {
    const measure = measureOf(test.measure);
    const metric = metricOn(task, measure);
    const key = JSON.stringify([task.id, system, level, test.at, test.threshold, group, test.measure]);
    let rows = known.get(key);
    if (!rows) {
      rows = rowsAt(run, task, system, { level, test, group });
      known.set(key, rows);
    }
    const of = (name: string) => figureRows(rows, { metric: name, group, at: pointOf(test), over: test.over });
    return { rows: of(metric), companions: measure.companion ? of(measure.companion) : [] };
  };
}

/** The operating point as rows write it; undefined where there is none, or a threshold in its place. */
export function pointOf({ measure, at, threshold }: ClaimTest): string | undefined {
  if (threshold !== undefined) return undefined;
  return at ?? measureOf(measure).usualPoint;
}

function rowsAt(
  run: ReadRun,
  task: TaskRecord,
  system: string,
  { level, test, group }: { readonly level: number; readonly test: ClaimTest; readonly group: string },
): MetricRow[] {
  const asked: TaskRecord = {
    ...task,
    level,
    at: askedPoints(task, test),
    // Groups and held-out people take as long as everything else together.
    ...(task.protocol === 'plates' || group.includes(':') ? {} : { groups: undefined }),
    ...(group === 'held-out' ? {} : { calibrate: undefined }),
  };
  const tasks = run.record.tasks.map((other) => (other.id === task.id ? asked : other));
  const own = systemTasks({ ...run.record, tasks }, run.tables).find(
    ({ place }) => place.task === task.id && place.model === system,
  );
  if (!own) return [];
  if (test.threshold !== undefined) return rowsAtThreshold(own, test.threshold, level);
  const measure = measureOf(test.measure);
  const { companion } = measure;
  const only = [metricOn(task, measure), ...(companion ? [companion] : [])].filter(isVerificationMetric);
  return taskRows(group === 'all' && only.length > 0 ? { ...own, only } : own);
}

/** The measures of a list of pairs, which can be computed alone. */
const VERIFICATION = ['FNMR@FMR', 'FMR', 'FNMR', 'accuracy-10fold', 'EER', 'FTE'] as const;

const isVerificationMetric = (name: string): name is (typeof VERIFICATION)[number] =>
  (VERIFICATION as readonly string[]).includes(name);

function askedPoints({ at }: TaskRecord, test: ClaimTest): string[] {
  const { point } = measureOf(test.measure);
  if (test.at === undefined || (point !== 'FMR' && point !== 'FPIR')) return at.slice(0, 1);
  return [test.at];
}

interface Figure {
  readonly metric: string;
  readonly group: string;
  readonly at: string | undefined;
  readonly over: string | undefined;
}

/** The rows of one figure over the denominator that is asked for, or its first one: comparisons before subjects. */
function figureRows(rows: readonly MetricRow[], { metric, group, at, over: asked }: Figure): MetricRow[] {
  const found = rows.filter(
    (row) => row.metric === metric && row.group === group && (at === undefined || matches(row.at, at)),
  );
  const over = asked ?? found[0]?.over;
  return found.filter((row) => row.over === over);
}

/** "IoU 0.5" is a usual point that a claim need not name. */
const matches = (found: string, asked: string) => found === asked || found === `IoU ${asked}`;
