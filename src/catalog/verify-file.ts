import { stat } from 'node:fs/promises';
import { sha256OfFile } from '../files/digest.js';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';

/** Whether a file is there and holds the bytes that its card pins. */
export type FileState =
  | { readonly state: 'ok' }
  | { readonly state: 'absent' }
  /** `detail` is the end of a sentence: what was expected and what was found. */
  | { readonly state: 'wrong'; readonly detail: string };

/** Compares a file with the SHA-256 of its card. Throws when it is there but cannot be read. */
export async function verifyFile(path: string, sha256: string): Promise<FileState> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return { state: 'absent' };
    const digest = await sha256OfFile(path);
    if (digest === sha256) return { state: 'ok' };
    return { state: 'wrong', detail: `expected SHA-256 ${sha256}, found ${digest} (${found.size} bytes)` };
  } catch (thrown) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(thrown) ?? '')) return { state: 'absent' };
    throw new FalsematchError(`Cannot read ${path} (${messageOf(thrown)}); change its permissions.`, { cause: thrown });
  }
}
