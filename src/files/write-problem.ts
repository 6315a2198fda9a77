import { FalsematchError } from './errors.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'the disk is full; free some space or choose a folder on another disk',
  EDQUOT: 'the disk quota is used up; free some space or choose a folder on another disk',
  EACCES: 'writing there is not allowed; change the permissions or choose another folder',
  EPERM: 'writing there is not allowed; change the permissions or choose another folder',
  EROFS: 'the file system is read-only; choose another folder',
  ENOTDIR: 'a part of the path is a file, not a folder; choose another folder',
  EEXIST: 'a file is in the way where a folder is needed; remove it or choose another folder',
  EISDIR: 'it is a folder, not a file; choose another name',
  ENAMETOOLONG: 'the name is too long for this file system; choose a shorter one',
  EFBIG: 'the file is too large for this file system; choose a folder on another disk',
};

/** The system's error code ("ENOSPC") of anything that was thrown, or undefined. */
export function codeOf(thrown: unknown): string | undefined {
  const code = thrown instanceof Error ? (thrown as NodeJS.ErrnoException).code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/**
 * One clear sentence for a failure to write `path` that the user can mend (disk full, no permission, read-only and the
 * like); anything else is given back as it is.
 */
export function writeProblem(thrown: unknown, path: string): unknown {
  const reason = REASONS[codeOf(thrown) ?? ''];
  return reason ? new FalsematchError(`Cannot write ${path}: ${reason}.`, { cause: thrown }) : thrown;
}

/** Runs `work`, which writes `path`, and gives its failures through `writeProblem`. */
export async function writing<T>(path: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    throw writeProblem(thrown, path);
  }
}
