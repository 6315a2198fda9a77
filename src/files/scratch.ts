import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writing } from './write-problem.js';

/** A new empty folder for this process alone, removed when the process ends. */
export async function scratchFolder(): Promise<string> {
  const folder = await writing(tmpdir(), () => mkdtemp(join(tmpdir(), 'falsematch-')));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
