import type { VerificationInput, VerificationMetric } from '../metrics/verification.js';
import { allPairsRows } from './all-pairs/all-pairs-rows.js';
import { AT_THRESHOLD, countedRows, subjectRows, type TaskPlace, viewRows } from './comparison-rows.js';
import { seenPairRows } from './conditions/pair-rows.js';
import { seenSearchRows } from './conditions/search-rows.js';
import { disputedBy } from './disputed.js';
import { splitBySubject } from './held-out.js';
import { markLabelFloor } from './label-floor.js';
import { leftOutRows } from './left-out-rows.js';
import type { MetricRow } from './metric-row.js';
import { plateRows } from './plates/plate-rows.js';
import type { DatasetRecord, RunRecord, TaskRecord } from './run-record.js';
import type { RunTables, SystemTables } from './run-tables.js';
import { searchRows } from './search/search-rows.js';
import { failuresOf, foldsOf, scoresOf, sidesOf } from './task-scores.js';

/** What of a run's record its figures depend on, besides the tables. */
export type FiguresOf = Pick<RunRecord, 'tasks' | 'datasets' | 'seed'>;

/** What the figures of one system on one task are computed from. */
export interface SystemTask {
  readonly task: TaskRecord;
  /** The tables of this task and of those that it takes thresholds from. */
  readonly tables: RunTables;
  readonly own: SystemTables;
  readonly place: TaskPlace;
  readonly seed: number;
  readonly labelFloor: DatasetRecord['labelFloor'];
  /** Of a list of pairs as published: these metrics of all samples and nothing else, which takes a hundredth of the time. */
  readonly only?: readonly VerificationMetric['metric'][];
}

/**
 * Every figure of a run, computed from its tables, its tasks' records and the seed, and from nothing else: what `run`
 * writes and `verify` checks. In the order of tasks, systems and metrics.
 */
export function runRows(figuresOf: FiguresOf, tables: RunTables): MetricRow[] {
  return systemTasks(figuresOf, tables).flatMap(taskRows);
}

/** The parts that figures can be computed in, one after another or side by side. */
export function systemTasks({ tasks, datasets, seed }: FiguresOf, tables: RunTables): SystemTask[] {
  return tasks.flatMap((task) =>
    [...(tables.get(task.id)?.systems ?? [])].map(
      ([model, own]): SystemTask => ({
        task,
        tables: tablesFor(task, model, tables),
        own,
        place: { task: task.id, model, dataset: task.dataset, protocol: protocolOf(task) },
        seed,
        labelFloor: datasets.find(({ name }) => name === task.dataset)?.labelFloor,
      }),
    ),
  );
}

/** The figures of one system on one task. */
export function taskRows(input: SystemTask): MetricRow[] {
  const rows = [...markLabelFloor(systemRows(input), input.labelFloor), ...rowsOfPictures(input)];
  const { condition } = input.task;
  return condition ? rows.map((row) => ({ ...row, condition: condition.name })) : rows;
}

/** What of a run's tables a system's figures on a task refer to. */
function tablesFor(
  { id, calibrate, nonMatedFrom, condition }: TaskRecord,
  model: string,
  tables: RunTables,
): RunTables {
  const calibrating = calibrate && 'task' in calibrate ? calibrate.task : undefined;
  const others = [calibrating, nonMatedFrom, condition?.thresholdsFrom];
  return new Map(
    [id, ...others].flatMap((task) => {
      const found = task === undefined ? undefined : tables.get(task);
      const own = found?.systems.get(model);
      if (task === undefined || !found) return [];
      return [[task, { ...found, systems: new Map(own ? [[model, own]] : []) }]];
    }),
  );
}

function protocolOf({ protocol, pairs, search }: TaskRecord): string {
  const list = pairs ?? search?.lists;
  return list === undefined ? protocol : `${protocol}: ${list}`;
}

function systemRows(input: SystemTask): MetricRow[] {
  const { task, tables, own, place } = input;
  const source = task.condition && tables.get(task.condition.thresholdsFrom)?.systems.get(place.model);
  if (task.condition && task.protocol === 'pairs') return seenPairRows({ task, own, source }, place);
  if (task.condition && task.protocol === 'search') {
    return seenSearchRows({ task, own, source, lists: tables.get(task.id)?.lists }, place);
  }
  switch (input.task.protocol) {
    case 'pairs':
      return pairsRows(input);
    case 'co-occurrence':
      return viewRows(input.place, { ...taskInput(input), summaries: false }, ['FMR', 'FTE']);
    case 'recapture':
      return viewRows(input.place, recaptureInput(input), ['FNMR@FMR', 'FTE']);
    case 'all-pairs':
      return allPairsRows(input.task, input.own, input.place, input.seed);
    case 'plates':
      return platesRows(input);
    case 'search':
      return searchRows(input.task, input.own, input.tables.get(input.task.id)?.lists, input.place, input.seed);
  }
}

/** Of templates of several pictures also how often a picture failed within one. */
function rowsOfPictures({ task, tables, own, place, only }: SystemTask): MetricRow[] {
  const templates = tables.get(task.id)?.templates;
  if (only || !templates || !own.leftOut) return [];
  return leftOutRows({ ...place, group: 'all' }, templates, own.leftOut, task.level);
}

function platesRows({ task, tables, own, place, seed }: SystemTask): MetricRow[] {
  const labels = tables.get(task.id)?.labels;
  return labels ? plateRows(task, { labels, readings: own.readings ?? [] }, place, seed) : [];
}

function pairsRows(input: SystemTask): MetricRow[] {
  const { task, tables, own, place, seed, only } = input;
  const { at, level, groups } = task;
  if (only) return onlyRows(input, only);
  const whole = { ...taskInput(input), folds: foldsOf(own.comparisons) };
  return [
    ...viewRows(place, whole),
    ...undisputedRows(input),
    ...heldOutRows(input),
    ...subjectRows(place, own.comparisons, { at, seed, level, table: tables.get(task.id)?.subjects, groups }),
  ];
}

function onlyRows(input: SystemTask, only: readonly VerificationMetric['metric'][]): MetricRow[] {
  const folds = only.includes('accuracy-10fold') ? foldsOf(input.own.comparisons) : undefined;
  const summaries = !only.every((metric) => AT_ONE_THRESHOLD.includes(metric));
  return countedRows({ ...input.place, group: 'all' }, { ...taskInput(input), folds, summaries }, only);
}

/** What needs no look at all thresholds together. */
const AT_ONE_THRESHOLD: readonly VerificationMetric['metric'][] = [...AT_THRESHOLD, 'FTE', 'accuracy-10fold'];

function taskInput({ task, own, seed }: SystemTask): VerificationInput {
  return {
    ...sidesOf(own.comparisons),
    samples: failuresOf(own.samples),
    operatingPoints: task.at.map(Number),
    level: task.level,
    bootstrap: { seed },
  };
}

/** The thresholds of a recapture come from another protocol on the same pictures. */
function recaptureInput(input: SystemTask): VerificationInput {
  const { task, tables, place } = input;
  const others = tables.get(task.nonMatedFrom ?? '')?.systems.get(place.model)?.comparisons ?? [];
  return {
    ...taskInput(input),
    summaries: false,
    nonMated: scoresOf(others.filter(({ mated }) => !mated)),
    nonMatedFrom: task.nonMatedFrom,
  };
}

/** The figures without the comparisons that somebody has published as wrong. */
function undisputedRows(input: SystemTask): MetricRow[] {
  const { task, tables, own, place } = input;
  const errata = tables.get(task.id)?.errata;
  if (!errata) return [];
  const disputed = disputedBy(errata);
  const comparisons = own.comparisons.filter((comparison) => !disputed(comparison));
  const rest = { ...taskInput(input), ...sidesOf(comparisons), samples: undefined };
  return countedRows(
    { ...place, group: 'errata-excluded' },
    { ...rest, folds: foldsOf(comparisons), summaries: false },
  );
}

/** The rates at thresholds that other people set. */
function heldOutRows(input: SystemTask): MetricRow[] {
  const { task, tables, own, place, seed } = input;
  const { calibrate } = task;
  if (!calibrate) return [];
  const group = { ...place, group: 'held-out' };
  if ('task' in calibrate) {
    const others = tables.get(calibrate.task)?.systems.get(place.model)?.comparisons ?? [];
    const calibration = { nonMated: scoresOf(others.filter(({ mated }) => !mated)), name: calibrate.task };
    return countedRows(group, { ...taskInput(input), samples: undefined, summaries: false, calibration }, AT_THRESHOLD);
  }
  const { calibration, report } = splitBySubject(own.comparisons, calibrate.share, seed);
  const nonMated = scoresOf(calibration.filter(({ mated }) => !mated));
  return countedRows(
    group,
    {
      ...taskInput(input),
      ...sidesOf(report),
      samples: undefined,
      summaries: false,
      calibration: { nonMated, name: `${Number((calibrate.share * 100).toPrecision(3))}% of the subjects` },
    },
    AT_THRESHOLD,
  );
}
