import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError } from '../files/errors.js';

/** Prints a report, or writes it to the file that --out names: whole or not at all, and never into a run that was read. */
export async function writeReport(text: string, out: string | undefined): Promise<void> {
  if (out === undefined) {
    process.stdout.write(text);
    return;
  }
  await writeFileAtomic(out, text);
  process.stderr.write(`Wrote ${out}\n`);
}

/** Throws when --out names a file within a run directory: what a run has written is never changed. */
export function refuseWithinRun(out: string | undefined, directories: readonly string[]): void {
  if (out === undefined) return;
  for (const directory of directories) {
    const path = relative(realPlace(directory), realPlace(out));
    if (path === '' || (path !== '..' && !path.startsWith(`..${sep}`) && resolve(path) !== path)) {
      throw new FalsematchError(
        `--out ${out} is within the run directory ${directory}, which is never changed; name a file elsewhere.`,
      );
    }
  }
}

/** Where a path leads through links, as far as it exists. */
function realPlace(path: string): string {
  const whole = resolve(path);
  if (existsSync(whole)) return realpathSync(whole);
  const parent = dirname(whole);
  return parent === whole ? whole : join(realPlace(parent), basename(whole));
}
