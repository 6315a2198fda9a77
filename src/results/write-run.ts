import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { StagedFolder } from '../files/stage-folder.js';
import { writing } from '../files/write-problem.js';
import type { FileContent } from './file-content.js';

/** Writes files, by their path with forward slashes, into a staged folder. */
export async function writeFiles(folder: StagedFolder, files: ReadonlyMap<string, FileContent>): Promise<void> {
  for (const [path, content] of files) {
    const target = join(folder.path, ...path.split('/'));
    await writing(target, async () => {
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, content, { flag: 'wx' });
    });
  }
}
