import { FalsematchError, unknownName } from '../../files/errors.js';
import { measuredReads } from '../../metrics/plates/watch-list/measured-reads.js';
import { plateWatchList, type WatchListHits } from '../../metrics/plates/watch-list/plate-watch-list.js';
import type { PlateTraffic } from '../../metrics/plates/watch-list/traffic.js';
import type { TextRule } from '../../plates/normalise.js';
import type { Run } from '../run-files.js';
import type { DatasetRecord, TaskRecord } from '../run-record.js';
import { systemsOfTask } from '../systems-of-task.js';
import type { PlateLabels } from './label-table.js';
import { platePicturesOf } from './plate-pictures-of.js';

/** What is asked of a run. */
export interface RunWatchListOptions {
  /** The listed plates. */
  readonly list: readonly string[];
  /** The plates that pass; those of the task's own dataset, each as often as it occurs there, unless said otherwise. */
  readonly traffic?: PlateTraffic | undefined;
  /** A whole number from 1. */
  readonly platesADay: number;
  /** The id of a task of plates; the only one unless said otherwise. */
  readonly task?: string | undefined;
  /** Names of systems; all that read plates unless said otherwise. */
  readonly systems?: readonly string[] | undefined;
  /** `strict` and `O=0, I=1` unless said otherwise. */
  readonly rules?: readonly TextRule[] | undefined;
}

/** How often a system's misreads hit the list under one text rule. */
export interface SystemHits extends Omit<WatchListHits, 'model'> {
  readonly system: string;
}

/** How often the misreads of a run's systems hit a list. */
export interface RunWatchList {
  readonly task: Pick<TaskRecord, 'id' | 'title' | 'caveat' | 'level'>;
  /** Of which the plates are that were read. */
  readonly dataset: Pick<DatasetRecord, 'name' | 'title' | 'drawn'>;
  readonly platesADay: number;
  /** Of the task's own dataset, present where that is the traffic: passages and different texts. */
  readonly ownTraffic?: { readonly passages: number; readonly texts: number };
  /** By system, then by rule. */
  readonly hits: readonly SystemHits[];
}

const DEFAULT_RULES: readonly TextRule[] = ['strict', 'O=0, I=1'];

/**
 * How often plates that a run's systems misread would hit a list, from what the run measured; see `plateWatchList`. Level
 * and seed are the run's. Throws for a task or system that the run has not, for a run of several tasks of plates of which
 * none is named, and for a task whose dataset gives no text.
 */
export function watchListOfRun(run: Pick<Run, 'record' | 'tables'>, options: RunWatchListOptions): RunWatchList {
  const { list, platesADay, rules = DEFAULT_RULES } = options;
  const { record, tables } = run;
  const task = chooseTask(record.tasks, options.task);
  const own = tables.get(task.id);
  const texts = own?.labels ? textsOf(own.labels) : [];
  if (!own?.labels || texts.length === 0) {
    throw new FalsematchError(
      `The task ${task.id} of this run has no plate whose text is known, so no misread can be told; name another task with --task.`,
    );
  }
  const labels = own.labels;
  const traffic = options.traffic ?? { plates: texts.map((text) => ({ text, count: 1 })) };
  const hits = chooseSystems(record, task, options.systems).flatMap((system) => {
    const readings = own.systems.get(system)?.readings;
    if (!readings) throw new FalsematchError(`This run has no readings of ${system} in the task ${task.id}.`);
    const reads = measuredReads(platePicturesOf(labels, readings), task.plates?.iou);
    return rules.map((rule): SystemHits => {
      const asked = { list, traffic, platesADay, rule, level: task.level, bootstrap: { seed: record.seed } };
      const { model: _, ...found } = plateWatchList(reads, asked);
      return { system, ...found };
    });
  });
  const { id, title, dataset, caveat, level } = task;
  return {
    task: { id, title, level, ...(caveat === undefined ? {} : { caveat }) },
    dataset: aboutDataset(record, dataset),
    platesADay,
    ...(options.traffic ? {} : { ownTraffic: { passages: texts.length, texts: new Set(texts).size } }),
    hits,
  };
}

function aboutDataset({ datasets }: Run['record'], name: string): RunWatchList['dataset'] {
  const { title = name, drawn } = datasets.find((dataset) => dataset.name === name) ?? {};
  return { name, title, ...(drawn ? { drawn } : {}) };
}

function textsOf({ pictures }: PlateLabels): string[] {
  return pictures.flatMap(({ plates }) => plates.flatMap(({ text }) => text ?? []));
}

function chooseTask(all: readonly TaskRecord[], name: string | undefined): TaskRecord {
  const tasks = all.filter(({ protocol }) => protocol === 'plates');
  const ids = tasks.map(({ id }) => id);
  if (name !== undefined) {
    const named = tasks.find(({ id }) => id === name);
    if (named) return named;
    throw unknownName('task of plates in this run', name, ids);
  }
  const [only, ...others] = tasks;
  if (!only) throw new FalsematchError('This run has no task of plates; name the folder of a run that read plates.');
  if (others.length === 0) return only;
  throw new FalsematchError(`This run has several tasks of plates: ${ids.join(', ')}; name one with --task.`);
}

function chooseSystems(record: Run['record'], task: TaskRecord, names: readonly string[] | undefined): string[] {
  const known = systemsOfTask(record, task).map(({ name }) => name);
  for (const name of names ?? []) {
    if (!known.includes(name)) throw unknownName('system of this run that reads plates', name, known);
  }
  return names ? known.filter((name) => names.includes(name)) : known;
}
