import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder for the tests of one file, removed when they are over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'falsematch-test-'));
  // Test workers end without the exit event, so what the code under test leaves for it must lie here too.
  const { TMPDIR, TEMP } = process.env;
  Object.assign(process.env, { TMPDIR: folder, TEMP: folder });
  afterAll(() => {
    // The next file of tests may run in the same process.
    for (const [name, before] of Object.entries({ TMPDIR, TEMP })) {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
