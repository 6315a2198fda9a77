import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bytewise } from '../files/bytewise.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';

/** A folder with a run.json, or one that cannot be looked into. */
export interface FoundRun {
  /** Its path below the served folder, with forward slashes; empty where that is itself a run. */
  readonly id: string;
  readonly directory: string;
  /** Why the folder cannot be listed. */
  readonly problem?: string;
}

/** How far below the served folder a run may lie. */
const DEEPEST = 2;

/**
 * The runs at or below a folder, by their paths. Links are not followed, hidden folders (runs in the making) are passed
 * over, and nothing is looked for within a run. Throws where the folder itself cannot be listed.
 */
export function findRuns(directory: string): FoundRun[] {
  if (hasRecord(directory)) return [{ id: '', directory }];
  return below(rootEntries(directory), directory, '', 1).sort((a, b) => bytewise(a.id, b.id));
}

function below(entries: readonly Dirent[], directory: string, parent: string, depth: number): FoundRun[] {
  const folders = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'));
  return folders.flatMap(({ name }): FoundRun[] => {
    const found = { id: parent === '' ? name : `${parent}/${name}`, directory: join(directory, name) };
    if (hasRecord(found.directory)) return [found];
    if (depth === DEEPEST) return [];
    try {
      return below(listed(found.directory), found.directory, found.id, depth + 1);
    } catch (thrown) {
      return [{ ...found, problem: `The folder ${found.id} cannot be listed (${messageOf(thrown)}).` }];
    }
  });
}

function listed(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}

function rootEntries(folder: string): Dirent[] {
  try {
    return listed(folder);
  } catch (cause) {
    const reasons: Readonly<Record<string, string>> = {
      ENOENT: 'there is no such folder; "falsematch run quickstart" makes runs, or name the folder that holds yours',
      ENOTDIR: 'it is not a folder; name the folder that holds your runs',
      EACCES: 'reading it is not allowed; change the permissions',
    };
    const reason = reasons[codeOf(cause) ?? ''];
    throw reason ? new FalsematchError(`Cannot serve ${folder}: ${reason}.`, { cause }) : cause;
  }
}

/** A run.json behind a link is none: it may lie anywhere. */
function hasRecord(folder: string): boolean {
  try {
    return lstatSync(join(folder, 'run.json')).isFile();
  } catch {
    return false;
  }
}
