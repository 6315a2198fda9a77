import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { reportFiles } from '../../src/report/report-files.js';
import type { MadeUpRun } from './run.js';

/** Writes a made-up run into a new folder as `run` does, and names the folder. */
export function writeRun(run: MadeUpRun): string {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-'));
  for (const [path, text] of [...run.files, ...reportFiles(run), ['timings.json', '{}'] as const]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
