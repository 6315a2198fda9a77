import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';

/** The path of a picture as a table writes it, normalised, with forward slashes. Throws when it leaves the folder. */
export function pathBelow(path: string, where: string): string {
  if (path === '') throw new FalsematchError(`${where}: expected the path of a picture, found nothing; write it.`);
  const id = posix.normalize(path.replaceAll('\\', '/'));
  if (id === '.' || id.startsWith('/') || /^[A-Za-z]:/.test(id) || id.split('/').includes('..')) {
    throw new FalsematchError(`${where}: "${path}" must be a path below the folder of the manifest.`);
  }
  return id;
}
