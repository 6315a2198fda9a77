import { readFile } from 'node:fs/promises';
import { FalsematchError } from './errors.js';
import { codeOf } from './write-problem.js';

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  ENOTDIR: 'a part of the path is a file, not a folder; check the path',
  EISDIR: 'it is a folder; name a file',
  EACCES: 'reading it is not allowed; change the permissions',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'it is not UTF-8; save it as UTF-8',
  ERR_STRING_TOO_LONG: 'it is too large to be read at once; divide it',
  ERR_FS_FILE_TOO_LARGE: 'it is too large to be read at once; divide it',
};

/** The text of a file that the user named, as UTF-8. A file that cannot be read is one clear `FalsematchError`. */
export async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path);
  return reading(path, () => new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
}

/** The bytes of a file that the user named. A file that cannot be read is one clear `FalsematchError`. */
export function readBytes(path: string): Promise<Buffer> {
  return reading(path, () => readFile(path));
}

async function reading<T>(path: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const reason = REASONS[codeOf(cause) ?? ''];
    throw reason ? new FalsematchError(`Cannot read ${path}: ${reason}.`, { cause }) : cause;
  }
}
