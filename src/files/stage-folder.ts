import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { besideName } from './atomic-write.js';
import { FalsematchError } from './errors.js';
import { codeOf, writing } from './write-problem.js';

/** A folder in the making: hidden beside its place until `commit` puts it there whole. */
export interface StagedFolder {
  /** Where to write. */
  readonly path: string;
  /**
   * Renames the folder to its place, or to another one in the same parent folder whose name became known meanwhile.
   * Throws when somebody has put something there.
   */
  commit(elsewhere?: string): Promise<void>;
  /** Removes everything written so far; does nothing after `commit`. */
  discard(): Promise<void>;
}

function occupied(target: string): FalsematchError {
  return new FalsematchError(
    `The folder ${target} exists already and is not empty; choose another or remove it first.`,
  );
}

async function assertFree(target: string): Promise<void> {
  try {
    if ((await readdir(target)).length > 0) throw occupied(target);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOTDIR') {
      throw new FalsematchError(`${target} is a file, where a folder is to be made; choose another name or remove it.`);
    }
    if (codeOf(thrown) !== 'ENOENT') throw thrown;
  }
}

/**
 * Makes a hidden folder beside `target`, in which output is gathered. Throws before any work when `target` exists and
 * is not empty, or when its place cannot be written.
 */
export async function stageFolder(target: string): Promise<StagedFolder> {
  const place = resolve(target);
  const path = besideName(place);
  await writing(place, async () => {
    await assertFree(place);
    await mkdir(dirname(place), { recursive: true });
    await mkdir(path);
  });
  let done = false;
  return {
    path,
    commit: (elsewhere = place) => {
      const target = resolve(elsewhere);
      return writing(target, async () => {
        // Windows does not rename over a folder, not even over an empty one.
        await rmdir(target).catch((thrown: unknown) => {
          if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(thrown) ?? '')) throw occupied(target);
          // A mounted folder (a container's volume) can be filled, not replaced.
          if (codeOf(thrown) !== 'ENOENT' && codeOf(thrown) !== 'EBUSY') throw thrown;
        });
        if (existsSync(target)) {
          await cp(path, target, { recursive: true });
          await rm(path, { recursive: true });
        } else await rename(path, target);
        done = true;
      });
    },
    discard: async () => {
      if (!done) await rm(path, { recursive: true, force: true });
    },
  };
}
