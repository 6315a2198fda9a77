import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the tests of one file, removed when they are over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-test-'));
  // Test workers end without the exit event, so what the code under test leaves for it must lie here too.
  process.env.TMPDIR = folder;
  process.env.TEMP = folder;
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
