import { performance } from 'node:perf_hooks';
import { loadCatalog } from '../catalog/load-cards.js';
import type { ObtainContext } from '../catalog/obtain-file.js';
import {
  closeTemplateCaches,
  type ExtractionTable,
  type ExtractOptions,
  extract,
  openTemplateCaches,
  type TemplateCaches,
} from '../extraction/extract.js';
import { isFaceSystem, isPlateSystem, type System } from '../extraction/extraction.js';
import { mergeStageTimes, noStageTimes, type StageTimes } from '../extraction/stage-times.js';
import { packageVersion } from '../files/package-folder.js';
import type { FileContent } from '../results/file-content.js';
import type { MetricRow } from '../results/metric-row.js';
import { digestFiles, figureFiles, type Run, recordFile } from '../results/run-files.js';
import { RUN_SCHEMA, type RunRecord } from '../results/run-record.js';
import type { FiguresOf } from '../results/run-rows.js';
import { openRowsInThreads } from '../results/run-rows-in-threads.js';
import type { RunTables, SystemTables, TaskTables } from '../results/run-tables.js';
import type { Timings } from '../results/timings.js';
import { type DeviceChoice, ON_PROCESSOR } from '../runtimes/devices/device-choice.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { expandConditions } from './conditions/expand-conditions.js';
import { describeDataset, describeEnvironment, describeSuite, describeSystem, describeTask } from './describe.js';
import { measureTask } from './measure-task.js';
import { type NotMeasured, refuseToMeasure } from './not-measured.js';
import { obtainSystems } from './obtain-systems.js';
import { checkChoice, placeSystems } from './place-models.js';
import { plannedModels, planRun } from './plan.js';
import { prepareTasks, type ReadyTask } from './prepare-tasks.js';
import type { MeasurableTask } from './protocols/protocol.js';
import type { Suite } from './suite.js';
import { type SmallerBatch, withDevice } from './with-device.js';

/** What happens during a run, for whoever shows progress. */
export type RunEvent =
  | ({ readonly kind: 'not-measured' } & NotMeasured)
  | { readonly kind: 'task'; readonly id: string; readonly title: string; readonly dataset: string }
  | ({ readonly kind: 'smaller-batch' } & SmallerBatch)
  | { readonly kind: 'extracting'; readonly done: number; readonly total: number }
  /** Comparisons, or searches, of one system. */
  | { readonly kind: 'comparing'; readonly system: string; readonly done: number; readonly total: number }
  /** Figures with their intervals, of one system on one task each, that are still computed when all is compared. */
  | { readonly kind: 'figures'; readonly done: number; readonly total: number };

export interface MeasureOptions {
  readonly context: ObtainContext;
  readonly workers: number;
  /** What networks run on; absent: the processor. */
  readonly devices?: DeviceChoice;
  /** Whether a model that cannot be had stops the run before it starts. */
  readonly strict: boolean;
  readonly signal?: AbortSignal;
  readonly onEvent?: (event: RunEvent) => void;
}

/** A finished run, not yet written anywhere. */
export interface MeasuredRun extends Run {
  readonly timings: Timings;
  /** The files that figures rest on, by path in the run directory. */
  readonly files: ReadonlyMap<string, FileContent>;
}

/**
 * Obtains what a suite names, extracts, compares and computes every figure.
 * Throws `unavailable` when nothing of it can be measured, `interrupted` when the signal was aborted; templates that
 * were finished by then are in the cache, so the same call goes on from there.
 */
export async function measureSuite(asked: Suite, options: MeasureOptions): Promise<MeasuredRun> {
  const onSmaller = (smaller: SmallerBatch) => options.onEvent?.({ kind: 'smaller-batch', ...smaller });
  return withDevice(options.context.home, onSmaller, (device) => measure(asked, { ...options, device }));
}

type Measuring = MeasureOptions & { readonly device: DeviceHost };

async function measure(asked: Suite, options: Measuring): Promise<MeasuredRun> {
  const started = new Date().toISOString();
  const start = performance.now();
  const catalog = await loadCatalog({ home: options.context.home });
  const suite = await expandConditions(asked);
  const plan = planRun(suite, catalog);
  const { devices: choice = ON_PROCESSOR, device: host, context } = options;
  checkChoice(choice, plan.systems.flatMap(plannedModels));
  const obtained = await obtainSystems(plan.systems, context);
  const systemsMissing = obtained.notMeasured;
  const systems = await placeSystems(obtained.systems, { choice, host, home: context.home });
  const tell = (missing: NotMeasured) => options.onEvent?.({ kind: 'not-measured', ...missing });
  systemsMissing.forEach(tell);
  // Without a system nothing needs to be fetched, nor drawn.
  if (systems.length === 0) refuseToMeasure(suite.name, { systems: 0, tasks: 0 }, systemsMissing, options.strict);
  const kinds = { faces: systems.some(isFaceSystem), plates: systems.some(isPlateSystem) };
  const { ready, notMeasured: tasksMissing } = await prepareTasks(plan, kinds, catalog, options.context);
  tasksMissing.forEach(tell);
  const notMeasured = [...systemsMissing, ...tasksMissing];
  refuseToMeasure(suite.name, { systems: systems.length, tasks: ready.length }, notMeasured, options.strict);

  const work = { extracted: 0, cached: 0, stageMs: noStageTimes() };
  const tasks = ready.map(({ task, dataset, prepared }) => describeTask(suite, task, dataset, prepared));
  const datasets = new Map(
    ready.flatMap(({ task, dataset, prepared: { others } }) => [
      [task.data, dataset] as const,
      ...(others ?? []).map(({ key, dataset: other }) => [key, other] as const),
    ]),
  );
  const figuresOf = {
    seed: suite.seed,
    datasets: [...datasets].map(([key, dataset]) => describeDataset(key, dataset)),
    tasks,
  };
  const { tables, rows } = await measureTasks(ready, systems, figuresOf, options, work);
  const files = figureFiles(tables, rows);
  const record: RunRecord = {
    schema: RUN_SCHEMA,
    tool: { name: 'falsematch', version: packageVersion() },
    suite: describeSuite(suite),
    ...figuresOf,
    environment: describeEnvironment(systems, Object.assign({}, ...ready.map(({ tools }) => tools))),
    systems: systems.map(describeSystem),
    notMeasured: notMeasured.map(({ what, reason }) => ({ what, reason })),
    files: digestFiles(files),
  };
  const { text, digest } = recordFile(record);
  files.set('run.json', text);
  const { extracted, cached, stageMs } = work;
  const seconds = (performance.now() - start) / 1000;
  const timings = { started, seconds, workers: options.workers, extracted, cached, stageSeconds: inSeconds(stageMs) };
  return { record, digest, tables, rows, files, timings };
}

/** Measures task after task; the figures of one are computed while the next is measured. */
async function measureTasks(
  ready: readonly ReadyTask[],
  systems: readonly System[],
  figuresOf: FiguresOf,
  options: Measuring,
  work: Work,
): Promise<{ tables: RunTables; rows: MetricRow[] }> {
  const tables = new Map<string, TaskTables>();
  const caches = await openTemplateCaches(options.context.home, systems);
  const figures = openRowsInThreads(Math.min(options.workers, ready.length * systems.length));
  try {
    for (const [place, { task, dataset, prepared }] of ready.entries()) {
      options.onEvent?.({ kind: 'task', id: task.id, title: task.title ?? task.id, dataset: dataset.card.name });
      const measured = await measureSystems(prepared, systems, { ...options, caches }, work);
      const conditionOf = task.condition ? { conditionOf: task.condition.of } : {};
      tables.set(task.id, { systems: measured, ...prepared.tables, ...conditionOf });
      figures.begin({ ...figuresOf, tasks: figuresOf.tasks.slice(place, place + 1) }, tables);
    }
    const onProgress = (done: number, total: number) => options.onEvent?.({ kind: 'figures', done, total });
    return { tables, rows: await figures.rows(onProgress) };
  } finally {
    await figures.close();
    await closeTemplateCaches(caches);
  }
}

interface Work {
  extracted: number;
  cached: number;
  readonly stageMs: StageTimes;
}

async function measureSystems(
  prepared: MeasurableTask,
  systems: readonly System[],
  options: Measuring & { readonly caches: TemplateCaches },
  work: Work,
): Promise<Map<string, SystemTables>> {
  const { workers, signal, onEvent, device } = options;
  const how: ExtractOptions = {
    device,
    home: options.context.home,
    caches: options.caches,
    workers,
    ...(signal ? { signal } : {}),
    onProgress: (done, total) => onEvent?.({ kind: 'extracting', done, total }),
  };
  const tables = new Map<string, SystemTables>();
  if ('readings' in prepared) {
    const { bySystem } = counted(work, await extract(prepared.samples, systems.filter(isPlateSystem), how));
    for (const [name, extractions] of bySystem) tables.set(name, prepared.readings(extractions));
    return tables;
  }
  const faces = systems.filter(isFaceSystem);
  const { bySystem } = counted(work, await extract(prepared.samples, faces, how));
  for (const [name, extractions] of bySystem) {
    const onProgress = (done: number, total: number) => onEvent?.({ kind: 'comparing', system: name, done, total });
    tables.set(name, await measureTask(prepared, extractions, { workers, signal, onProgress }));
  }
  return tables;
}

function counted<S extends System>(work: Work, table: ExtractionTable<S>): ExtractionTable<S> {
  work.extracted += table.extracted;
  work.cached += table.cached;
  mergeStageTimes(work.stageMs, table.stageMs);
  return table;
}

function inSeconds(stageMs: StageTimes): Record<string, number> {
  return Object.fromEntries(Object.entries(stageMs).map(([stage, ms]) => [stage, ms / 1000]));
}
