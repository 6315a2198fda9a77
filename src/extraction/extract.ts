import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { workerEntry } from '../workers/entry.js';
import { openPool } from '../workers/pool.js';
import {
  type AnyExtraction,
  type ExtractionOf,
  type ExtractionSample,
  failedExtraction,
  isOnDevice,
  isPlateSystem,
  modelsOf,
  type System,
} from './extraction.js';
import { mergeStageTimes, noStageTimes, type StageTimes } from './stage-times.js';
import { openTemplateCache, type TemplateCache } from './template-cache.js';
import { sampleKey, systemKey } from './template-key.js';
import type { ExtractionBatch, ExtractionBatchResult, ExtractionJob, ExtractionWorkerData } from './worker.js';

/** Pictures a worker gets at once: small enough that an interrupted run ends quickly, large enough to keep it busy. */
const BATCH = 8;

/** The same where networks run on a device, which is given all of them at once. */
const DEVICE_BATCH = 32;

export interface ExtractOptions {
  /** The folder that holds the template cache. */
  readonly home: string;
  readonly workers: number;
  readonly signal?: AbortSignal;
  /** The thread that runs networks on a device; needed where a system has one there. */
  readonly device?: DeviceHost;
  /** The caches of the systems, opened by the caller, who reads them once for several calls; its own where absent. */
  readonly caches?: TemplateCaches;
  /** Called as pictures are done; those that were in the cache are done from the start. */
  readonly onProgress?: (done: number, total: number) => void;
}

export interface ExtractionTable<S extends System> {
  /** For each system, by name, one extraction for each sample, in the order of the samples. */
  readonly bySystem: ReadonlyMap<string, readonly ExtractionOf<S>[]>;
  /** Different pictures that were worked on, and those for which everything was in the cache. */
  readonly extracted: number;
  readonly cached: number;
  readonly stageMs: StageTimes;
}

/**
 * Templates, or readings of plates, of every sample by every system: from the cache where it has them, else by worker
 * threads. The result does not depend on the number of workers, nor on what was cached.
 * Throws `interrupted` when the signal was aborted; what was done by then is in the cache.
 */
export async function extract<S extends System>(
  samples: readonly ExtractionSample[],
  systems: readonly S[],
  options: ExtractOptions,
): Promise<ExtractionTable<S>> {
  if (options.signal?.aborted) throw new FalsematchError('Interrupted.', { kind: 'interrupted' });
  const groups = groupSystems(systems);
  const caches = options.caches ?? (await openTemplateCaches(options.home, systems));
  const bySystem = new Map<string, readonly ExtractionOf<S>[]>();
  const stageMs = noStageTimes();
  try {
    const keysOf = sampleKeys(samples);
    const batches: ExtractionBatch[] = [];
    for (const [group, members] of groups.entries()) {
      const jobs = missingJobs(samples, keysOf(members), members, caches);
      const size = members.some(usesDevice) ? DEVICE_BATCH : BATCH;
      for (let at = 0; at < jobs.length; at += size) batches.push({ group, jobs: jobs.slice(at, at + size) });
    }
    const total = batches.reduce((sum, batch) => sum + batch.jobs.length, 0);
    const known = groups.reduce((sum, members) => sum + new Set(keysOf(members).filter(isKey)).size, 0);
    if (total > 0) await runBatches(batches, known - total, known, groups, { keysOf, caches, stageMs, options });
    for (const system of systems) {
      // A cache is of one system, and so of its kind.
      bySystem.set(system.name, collect(keysOf([system]), caches.get(system)) as ExtractionOf<S>[]);
    }
    return { bySystem, extracted: total, cached: known - total, stageMs };
  } finally {
    if (!options.caches) await closeTemplateCaches(caches);
  }
}

/** The template caches of systems. */
export type TemplateCaches = ReadonlyMap<System, TemplateCache>;

/** Opens the cache of every system under `home`. */
export async function openTemplateCaches(home: string, systems: readonly System[]): Promise<TemplateCaches> {
  const caches = new Map<System, TemplateCache>();
  try {
    for (const system of systems) caches.set(system, await openTemplateCache(home, systemKey(system)));
    return caches;
  } catch (thrown) {
    await closeTemplateCaches(caches);
    throw thrown;
  }
}

/** Closes them; what was put into them is on disk then. */
export async function closeTemplateCaches(caches: TemplateCaches): Promise<void> {
  for (const cache of caches.values()) await cache.close();
}

function groupSystems(systems: readonly System[]): System[][] {
  const groups = new Map<string, System[]>();
  for (const system of systems) {
    const key = canonicalJson(sharedBy(system));
    groups.set(key, [...(groups.get(key) ?? []), system]);
  }
  return [...groups.values()];
}

/** What systems have in common that do the same to a picture before they differ. */
function sharedBy(system: System) {
  if (isPlateSystem(system)) return { plates: system.detector.card };
  const { detector, landmarks, policy } = system;
  return { detector: detector?.card ?? null, landmarks: landmarks?.card ?? null, policy };
}

/** The keys of samples for systems that share what is done first; those that take marked faces have keys of their own. */
type SampleKeys = (members: readonly System[]) => readonly (string | undefined)[];

function sampleKeys(samples: readonly ExtractionSample[]): SampleKeys {
  const known = new Map<boolean, readonly (string | undefined)[]>();
  return ([system]) => {
    const given = system !== undefined && takesMarks(system);
    const keys = known.get(given) ?? samples.map((sample) => sampleKey(sample, given));
    known.set(given, keys);
    return keys;
  };
}

function takesMarks(system: System): boolean {
  return 'policy' in system && system.policy === 'given';
}

function isKey(key: string | undefined): key is string {
  return key !== undefined;
}

function missingJobs(
  samples: readonly ExtractionSample[],
  keys: readonly (string | undefined)[],
  members: readonly System[],
  caches: ReadonlyMap<System, TemplateCache>,
): ExtractionJob[] {
  const jobs: ExtractionJob[] = [];
  const seen = new Set<string>();
  const given = members.some(takesMarks);
  for (const [index, { path, sha256, condition, plates, face }] of samples.entries()) {
    const key = keys[index];
    if (key === undefined || path === undefined || sha256 === undefined || seen.has(key)) continue;
    seen.add(key);
    const wanted = members.flatMap((system, at) => (caches.get(system)?.get(key) ? [] : [at]));
    if (wanted.length > 0) {
      const told = given && face ? { face } : {};
      const asked = { ...(condition ? { condition } : {}), ...(plates ? { plates } : {}), ...told };
      jobs.push({ sample: index, path, sha256, wanted, ...asked });
    }
  }
  return jobs;
}

interface BatchContext {
  readonly keysOf: SampleKeys;
  readonly caches: ReadonlyMap<System, TemplateCache>;
  readonly stageMs: StageTimes;
  readonly options: ExtractOptions;
}

async function runBatches(
  batches: readonly ExtractionBatch[],
  cached: number,
  total: number,
  groups: readonly System[][],
  { keysOf, caches, stageMs, options }: BatchContext,
): Promise<void> {
  const workerData: ExtractionWorkerData = { groups };
  const workers = Math.min(options.workers, batches.length);
  const pool = openPool<ExtractionBatch, ExtractionBatchResult>({
    file: workerEntry('extraction/worker.js'),
    handler: 'extractBatch',
    workers,
    workerData,
  });
  const { device } = options;
  const onDevice = groups.map((members) => members.some(usesDevice));
  const line = device && (({ group }: ExtractionBatch) => (onDevice[group] ? device.line() : undefined));
  let done = cached;
  options.onProgress?.(done, total);
  try {
    await pool.feed(batches, {
      ...(options.signal ? { signal: options.signal } : {}),
      ...(line ? { line } : {}),
      async onResult({ extractions, times }, batch) {
        mergeStageTimes(stageMs, times);
        const members = groups[batch.group] ?? [];
        await storeBatch(batch, extractions, members, keysOf(members), caches);
        done += batch.jobs.length;
        options.onProgress?.(done, total);
      },
    });
  } finally {
    await pool.close();
  }
}

function usesDevice(system: System): boolean {
  return modelsOf(system).some(isOnDevice);
}

async function storeBatch(
  batch: ExtractionBatch,
  extractions: ExtractionBatchResult['extractions'],
  members: readonly System[],
  keys: readonly (string | undefined)[],
  caches: ReadonlyMap<System, TemplateCache>,
): Promise<void> {
  for (const [at, system] of members.entries()) {
    const records = batch.jobs.flatMap((job, index) => {
      const extraction = extractions[index]?.[job.wanted.indexOf(at)];
      const key = keys[job.sample];
      // A file that vanished says nothing about the content that the key stands for.
      const vanished = extraction?.state === 'failed' && extraction.reason === 'missing';
      return extraction && key !== undefined && !vanished ? [{ key, extraction }] : [];
    });
    if (records.length > 0) await caches.get(system)?.put(records);
  }
}

function collect(keys: readonly (string | undefined)[], cache: TemplateCache | undefined): AnyExtraction[] {
  return keys.map((key) => {
    const extraction = key === undefined ? undefined : cache?.get(key);
    return extraction ?? failedExtraction('missing', 'the dataset names this picture but does not hold it');
  });
}
