import { constants, copyFile, mkdir, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { writing } from '../files/write-problem.js';
import type { CardFile } from './card-parts.js';
import { cachedPath, type ObtainContext, type ObtainedFile, obtainFile } from './obtain-file.js';

/**
 * Obtains a file and keeps it in the cache, also when a mirror's folder has it, so that it is there without the mirror.
 * Throws as `obtainFile` does.
 */
export async function keepFile(file: CardFile, context: ObtainContext): Promise<ObtainedFile> {
  const { path, from } = await obtainFile(file, context);
  const kept = cachedPath(context.home, file);
  if (path !== kept) {
    await writing(kept, async () => {
      await mkdir(dirname(kept), { recursive: true });
      await copyFile(path, `${kept}.part`, constants.COPYFILE_FICLONE);
      await rename(`${kept}.part`, kept);
    });
  }
  return { path: kept, from };
}

/** Keeps bytes that a card was just made for in the cache; gives their place. */
export async function keepBytes(file: CardFile, bytes: Uint8Array, home: string): Promise<string> {
  const kept = cachedPath(home, file);
  await writeFileAtomic(kept, bytes);
  return kept;
}
