import { readFile } from 'node:fs/promises';
import { FalsematchError, messageOf } from '../files/errors.js';
import { codeOf } from '../files/write-problem.js';
import { type Freeze, freezeSchema } from './freeze.js';

/** Reads what `freezeClaims` gave. Undefined where there is no such file and none was asked for by name. */
export async function readFreeze(path: string, asked: boolean): Promise<Freeze | undefined> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (cause) {
    if (!asked && codeOf(cause) === 'ENOENT') return undefined;
    throw new FalsematchError(`Cannot read ${path}: ${messageOf(cause)}.`, { cause });
  }
  try {
    return freezeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FalsematchError(`${path} is not what "falsematch claims freeze" writes; freeze the claims anew.`, {
      cause,
    });
  }
}
