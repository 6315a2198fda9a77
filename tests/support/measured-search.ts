import { prepareSearch, type SearchNeeds } from '../../src/benchmark/protocols/search.js';
import { type SuiteTask, taskSchema } from '../../src/benchmark/suite.js';
import type { Dataset } from '../../src/datasets/open-dataset.js';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { TaskTables } from '../../src/results/run-tables.js';
import { extractionsOf } from './made-up-dataset.js';
import { type MadeUpRun, runOf, signed } from './run.js';

export type SearchTask = Extract<SuiteTask, { protocol: 'search' }>;

/** A task of searches as a suite has it. */
export function searchTask(task: object): SearchTask {
  const parsed = taskSchema.parse({ id: 'search', protocol: 'search', data: 'ours', at: ['1e-1'], ...task });
  if (parsed.protocol !== 'search') throw new RangeError('another protocol');
  return parsed;
}

export interface SearchParts {
  readonly dataset: Dataset;
  readonly templates: ReadonlyMap<string, Float32Array>;
  readonly failing?: readonly string[];
  readonly needs?: Partial<SearchNeeds>;
  readonly workers?: number;
}

/** For what a task has no use for. */
export const unwanted = () => Promise.reject(new Error('it is not wanted'));

/** Prepares and measures searches under one system, and makes the run that has them. */
export async function measuredSearch(
  task: SearchTask,
  { dataset, templates, failing = [], needs = {}, workers = 1 }: SearchParts,
): Promise<{
  run: MadeUpRun;
  task: TaskRecord;
  tables: TaskTables;
  prepared: Awaited<ReturnType<typeof prepareSearch>>;
}> {
  const prepared = await prepareSearch(dataset, task, { seed: 3, readSplits: unwanted, openOther: unwanted, ...needs });
  const own = await prepared.measure(extractionsOf(prepared.samples, templates, failing), { workers });
  const { id, at } = task;
  const record = signed({
    id,
    title: 'Made-up searches',
    protocol: 'search',
    dataset: 'made-up',
    at,
    level: 0.95,
    ...prepared.record,
  });
  const tables: TaskTables = { ...prepared.tables, systems: new Map([['model', own]]) };
  return {
    run: runOf(new Map([[id, tables]]), { tasks: [record], systems: ['model'] }),
    task: record,
    tables,
    prepared,
  };
}
