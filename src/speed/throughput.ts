import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extract } from '../extraction/extract.js';
import type { ExtractionSample, System } from '../extraction/extraction.js';
import { writing } from '../files/write-problem.js';
import type { DeviceHost } from '../runtimes/devices/device-host.js';
import { resultsOf } from './results-of.js';

/** One pass over all pictures. */
export interface Pass {
  readonly workers: number;
  readonly seconds: number;
  /** Seconds of processor time of all threads of this process; programs that it starts are not counted. */
  readonly processorSeconds: number;
  /** Pictures that were worked on: one that is missing is none. */
  readonly pictures: number;
  /** Templates, or plates that were read. */
  readonly results: number;
}

/**
 * Extracts every picture with so many workers, their start included. No template comes from a cache, and none stays: they
 * go into a folder of their own, which is removed.
 */
export async function timePass(
  samples: readonly ExtractionSample[],
  system: System,
  { workers, device, signal, onProgress }: PassOptions,
): Promise<Pass> {
  const home = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'falsematch-speed-')));
  try {
    const start = performance.now();
    const used = process.cpuUsage();
    const { bySystem, extracted } = await extract(samples, [system], {
      home,
      workers,
      ...(device ? { device } : {}),
      ...(signal ? { signal } : {}),
      onProgress: (done) => onProgress(done),
    });
    const seconds = (performance.now() - start) / 1000;
    const { user, system: kernel } = process.cpuUsage(used);
    const counts = (bySystem.get(system.name) ?? []).map((extraction) => resultsOf(extraction).results);
    const results = counts.reduce((sum, count) => sum + count, 0);
    return { workers, seconds, processorSeconds: (user + kernel) / 1e6, pictures: extracted, results };
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

export interface PassOptions {
  readonly workers: number;
  /** The thread of the device, where a network runs on one. */
  readonly device: DeviceHost | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onProgress: (done: number) => void;
}
