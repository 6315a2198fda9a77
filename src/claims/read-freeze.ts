import { existsSync } from 'node:fs';
import { FalsematchError } from '../files/errors.js';
import { readText } from '../files/read-text.js';
import { type Freeze, freezeSchema } from './freeze.js';

/** Reads what `freezeClaims` gave. Undefined where there is no such file and none was asked for by name. */
export async function readFreeze(path: string, asked: boolean): Promise<Freeze | undefined> {
  if (!asked && !existsSync(path)) return undefined;
  const text = await readText(path);
  try {
    return freezeSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new FalsematchError(`${path} is not what "falsematch claims freeze" writes; freeze the claims anew.`, {
      cause,
    });
  }
}
