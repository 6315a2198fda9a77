import { access, constants, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { homePlaces } from '../catalog/home.js';
import { messageOf } from '../files/errors.js';
import { listFiles } from '../files/walk.js';
import { writeProblem } from '../files/write-problem.js';
import type { Check, Finding } from './check.js';
import { nearestThere } from './nearest-folder.js';

const MEND = 'name another folder with --home or FALSEMATCH_HOME, or change who may write there';

export const cacheFolder: Check = {
  name: 'cache',
  async look({ home }) {
    const there = await nearestThere(home);
    const facts = { home, exists: there === home };
    const problem = await writingProblem(there, there === home);
    if (problem !== undefined)
      return { state: 'failure', text: `${home} cannot be used: ${problem}`, mend: MEND, facts };
    if (there !== home) return { state: 'ok', text: `${home} is not there yet and can be made`, facts };
    return judgeFolder(home);
  },
};

/** Why nothing can be written into a folder; undefined when something can. */
async function writingProblem(folder: string, exists: boolean): Promise<string | undefined> {
  try {
    if (!(await stat(folder)).isDirectory()) return `${folder} is a file, not a folder`;
    await access(folder, constants.W_OK | constants.X_OK);
    // A disk that turned read-only shows only when something is written; what is not there yet is left alone.
    if (exists) await rm(await mkdtemp(join(folder, '.doctor-')), { recursive: true });
    return undefined;
  } catch (thrown) {
    return messageOf(writeProblem(thrown, folder)).replace(/\.$/, '');
  }
}

async function judgeFolder(home: string): Promise<Finding> {
  const { files: fetched, datasets, templates } = homePlaces(home);
  const parts = [fetched, datasets, templates];
  const { files, bytes } = await sizeOf(parts);
  const facts = { home, exists: true, files, bytes };
  const text = `${home}, ${files} ${files === 1 ? 'file' : 'files'}, ${(bytes / 1e6).toFixed(1)} MB`;
  // What lies in a closed folder is closed, whatever its own mode says.
  const open = (await isOpen(home)) ? await openOf(parts) : [];
  if (open.length === 0) return { state: 'ok', text: `${text}, closed to other users`, facts: { ...facts, open } };
  return {
    state: 'warning',
    text: `${text}; other users of this machine may look into ${open.join(', ')}, and templates are biometric data`,
    mend: `chmod 700 ${open.join(' ')}`,
    facts: { ...facts, open },
  };
}

async function openOf(folders: readonly string[]): Promise<string[]> {
  const open = await Promise.all(folders.map(isOpen));
  return folders.filter((_, at) => open[at]);
}

/** Whether others than its owner may do anything with a folder; modes say nothing on Windows. */
async function isOpen(folder: string): Promise<boolean> {
  if (process.platform === 'win32') return false;
  const found = await stat(folder).catch(() => undefined);
  return found !== undefined && (found.mode & 0o077) !== 0;
}

async function sizeOf(folders: readonly string[]): Promise<{ files: number; bytes: number }> {
  let files = 0;
  let bytes = 0;
  for (const folder of folders) {
    const there = await stat(folder).catch(() => undefined);
    for (const path of there?.isDirectory() ? await listFiles(folder) : []) {
      // A run that is under way may have taken it away by now.
      const found = await stat(join(folder, path)).catch(() => undefined);
      if (!found) continue;
      files += 1;
      bytes += found.size;
    }
  }
  return { files, bytes };
}
