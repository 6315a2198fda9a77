import { existsSync } from 'node:fs';
import { access, constants, mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { writeFileAtomic } from './atomic-write.js';
import { FalsematchError } from './errors.js';
import { writing } from './write-problem.js';

/** A place for a file that is not there yet. */
export interface NewFile {
  /** Writes it whole or not at all. Throws when somebody has put something there meanwhile. */
  write(text: string): Promise<void>;
}

/** Makes sure, before long work, that a new file can be written at `path`; throws when something is there already. */
export async function newFile(path: string): Promise<NewFile> {
  assertFree(path);
  const folder = dirname(resolve(path));
  await writing(path, async () => {
    await mkdir(folder, { recursive: true });
    await access(folder, constants.W_OK);
  });
  return {
    async write(text) {
      assertFree(path);
      await writeFileAtomic(path, text);
    },
  };
}

function assertFree(path: string): void {
  if (!existsSync(path)) return;
  throw new FalsematchError(
    `${path} exists already, and nothing is written over it; choose another name or remove it.`,
  );
}
