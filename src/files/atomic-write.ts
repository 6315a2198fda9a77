import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { writing } from './write-problem.js';

/** A name beside `target` that nobody looks at and nobody else uses. */
export function besideName(target: string): string {
  return join(dirname(target), `.${basename(target)}.${randomBytes(6).toString('hex')}.partial`);
}

/** Asks the disk to keep what a folder lists; systems that cannot sync a folder do without. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/**
 * Writes a file whole or not at all: beside its place first, flushed to the disk, then renamed over it. Missing folders
 * are made. A full disk, a missing permission and a read-only file system are one clear `FalsematchError`.
 */
export async function writeFileAtomic(
  path: string,
  data: string | Uint8Array,
  options: { mode?: number } = {},
): Promise<void> {
  const partial = besideName(path);
  await writing(path, async () => {
    await mkdir(dirname(path), { recursive: true });
    try {
      const file = await open(partial, 'wx', options.mode ?? 0o666);
      try {
        await file.writeFile(data);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(partial, path);
    } catch (thrown) {
      await rm(partial, { force: true });
      throw thrown;
    }
    await syncFolder(dirname(path));
  });
}
