import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytewise } from './bytewise.js';
import { FalsematchError } from './errors.js';
import { codeOf } from './write-problem.js';

/** Why a folder that the user named cannot be listed; anything else is given back as it is. */
function listProblem(thrown: unknown, folder: string): unknown {
  const reasons: Record<string, string> = {
    ENOENT: 'there is no such folder; check the path',
    ENOTDIR: 'it is not a folder; check the path',
    EACCES: 'reading it is not allowed; change the permissions',
  };
  const reason = reasons[codeOf(thrown) ?? ''];
  return reason ? new FalsematchError(`Cannot read the folder ${folder}: ${reason}.`, { cause: thrown }) : thrown;
}

/** Without a promise for each of what may be thousands of small folders, which would take longer than reading them. */
function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (thrown) {
    throw listProblem(thrown, folder);
  }
}

/**
 * The regular files below a folder: paths relative to it, with forward slashes, sorted by their bytes. Links and
 * special files are left out and links are not followed.
 */
export async function listFiles(folder: string): Promise<string[]> {
  const found: string[] = [];
  const pending = [''];
  for (let below = pending.pop(); below !== undefined; below = pending.pop()) {
    const here = join(folder, below);
    for (const entry of entriesOf(here)) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else if (entry.isFile()) found.push(path);
    }
  }
  return found.sort(bytewise);
}
