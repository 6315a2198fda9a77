import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type ReadRun, readRun } from '../results/read-run.js';

/** A run directory with the time at which it says that it began. */
export interface TimedRun {
  readonly read: ReadRun;
  /** ISO 8601, UTC; null where its timings are missing or say nothing of it. */
  readonly started: string | null;
}

/** Reads a run directory; throws as `readRun` does. Timings are no part of what a run shows, and may be missing. */
export async function readTimedRun(directory: string): Promise<TimedRun> {
  const read = await readRun(directory);
  const text = await readFile(join(directory, 'timings.json'), 'utf8').catch(() => '{}');
  return { read, started: startOf(text) };
}

function startOf(text: string): string | null {
  try {
    return z.object({ started: z.iso.datetime() }).parse(JSON.parse(text)).started;
  } catch {
    return null;
  }
}
