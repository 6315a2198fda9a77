import { performance } from 'node:perf_hooks';
import { loadCatalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import { type Dataset, openPairList } from '../datasets/open-dataset.js';
import { extractTemplates } from '../extraction/extract.js';
import type { Extraction, FaceSystem } from '../extraction/extraction.js';
import { mergeStageTimes, noStageTimes, type StageTimes } from '../extraction/stage-times.js';
import { FalsematchError } from '../files/errors.js';
import { packageVersion } from '../files/package-folder.js';
import { digestFiles, figureFiles, type Run, recordFile, type TaskTables } from '../results/run-files.js';
import { RUN_SCHEMA, type RunRecord, type TaskRecord } from '../results/run-record.js';
import { runRows } from '../results/run-rows.js';
import type { Timings } from '../results/timings.js';
import { chooseDataset } from './choose-dataset.js';
import { describeDataset, describeEnvironment, describeSystem, describeTask } from './describe.js';
import { measureTask, prepareTask } from './measure-task.js';
import { type NotMeasured, obtainSystems } from './obtain-systems.js';
import { planRun } from './plan.js';
import type { PreparedTask } from './protocols/protocol.js';
import type { Suite } from './suite.js';

/** What happens during a run, for whoever shows progress. */
export type RunEvent =
  | { readonly kind: 'not-measured'; readonly what: string; readonly reason: string }
  | { readonly kind: 'task'; readonly id: string; readonly title: string; readonly dataset: string }
  | { readonly kind: 'extracting'; readonly done: number; readonly total: number };

export interface MeasureOptions {
  readonly context: ObtainContext;
  readonly workers: number;
  /** Whether a model that cannot be had stops the run before it starts. */
  readonly strict: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** A finished run, not yet written anywhere. */
export interface MeasuredRun extends Run {
  readonly timings: Timings;
  /** The files that figures rest on, by path in the run directory. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Obtains what a suite names, extracts, compares and computes every figure.
 * Throws `unavailable` when nothing of it can be measured, `interrupted` when the signal was aborted; templates that
 * were finished by then are in the cache, so the same call goes on from there.
 */
export async function measureSuite(suite: Suite, options: MeasureOptions): Promise<MeasuredRun> {
  const started = new Date().toISOString();
  const start = performance.now();
  const catalog = await loadCatalog({ home: options.context.home });
  const plan = planRun(suite, catalog);
  const { systems, notMeasured } = await obtainSystems(plan.systems, options.context);
  for (const missing of notMeasured) options.onEvent?.({ kind: 'not-measured', ...missing });
  refuseIfNothing(suite, systems, notMeasured, options.strict);

  const datasets = new Map<string, Dataset>();
  for (const key of new Set(suite.tasks.map(({ data }) => data))) {
    datasets.set(key, await chooseDataset(plan.data.get(key) ?? [], catalog, options.context));
  }

  const work = { extracted: 0, cached: 0, stageMs: noStageTimes() };
  const tasks: TaskRecord[] = [];
  const tables = new Map<string, Map<string, TaskTables>>();
  for (const task of suite.tasks) {
    const dataset = datasets.get(task.data);
    if (!dataset) throw new RangeError(`no dataset was opened for ${task.data}`);
    options.onEvent?.({ kind: 'task', id: task.id, title: task.title ?? task.id, dataset: dataset.card.name });
    const prepared = await prepareTask(task, dataset, suite.seed, (name) =>
      openPairList(dataset.card, name, catalog, options.context),
    );
    tasks.push(describeTask(suite, task, dataset, prepared));
    tables.set(task.id, await measureSystems(prepared, systems, options, work));
  }

  const rows = runRows(tasks, tables);
  const files = figureFiles(tables, rows);
  const record: RunRecord = {
    schema: RUN_SCHEMA,
    tool: { name: 'falsematch', version: packageVersion() },
    suite: describeSuite(suite),
    seed: suite.seed,
    environment: describeEnvironment(),
    systems: systems.map(describeSystem),
    datasets: [...datasets].map(([key, dataset]) => describeDataset(key, dataset)),
    tasks,
    notMeasured,
    files: digestFiles(files),
  };
  const { text, digest } = recordFile(record);
  files.set('run.json', text);
  const { extracted, cached, stageMs } = work;
  const seconds = (performance.now() - start) / 1000;
  const timings = { started, seconds, workers: options.workers, extracted, cached, stageSeconds: inSeconds(stageMs) };
  return { record, digest, tables, rows, files, timings };
}

function refuseIfNothing(
  suite: Suite,
  systems: readonly FaceSystem[],
  notMeasured: readonly NotMeasured[],
  strict: boolean,
): void {
  const reasons = notMeasured.map(({ what, reason }) => `${what}: ${reason}`).join(' ');
  if (systems.length === 0) {
    throw new FalsematchError(`No system of suite ${suite.name} can be measured here. ${reasons}`, {
      kind: 'unavailable',
    });
  }
  if (strict && notMeasured.length > 0) {
    throw new FalsematchError(`With --strict every system must be measured. ${reasons}`, { kind: 'unavailable' });
  }
}

async function measureSystems(
  prepared: PreparedTask,
  systems: readonly FaceSystem[],
  options: MeasureOptions,
  work: { extracted: number; cached: number; stageMs: StageTimes },
): Promise<Map<string, TaskTables>> {
  const { bySystem, extracted, cached, stageMs } = await extractTemplates(prepared.samples, systems, {
    home: options.context.home,
    workers: options.workers,
    ...(options.signal ? { signal: options.signal } : {}),
    onProgress: (done, total) => options.onEvent?.({ kind: 'extracting', done, total }),
  });
  work.extracted += extracted;
  work.cached += cached;
  mergeStageTimes(work.stageMs, stageMs);
  const tables = new Map<string, TaskTables>();
  for (const { name } of systems) {
    const extractions: readonly Extraction[] = bySystem.get(name) ?? [];
    tables.set(name, await measureTask(prepared, extractions));
  }
  return tables;
}

function describeSuite({ name, title, description }: Suite): RunRecord['suite'] {
  return { name, title, ...(description ? { description: description.trim() } : {}) };
}

function inSeconds(stageMs: StageTimes): Record<string, number> {
  return Object.fromEntries(Object.entries(stageMs).map(([stage, ms]) => [stage, ms / 1000]));
}
