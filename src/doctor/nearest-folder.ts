import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf } from '../files/write-problem.js';

/** The path itself where there is something, else the nearest folder above it, in which it would be made. */
export async function nearestThere(path: string): Promise<string> {
  try {
    await stat(path);
    return path;
  } catch (thrown) {
    const above = dirname(path);
    if (codeOf(thrown) === 'ENOENT' && above !== path) return nearestThere(above);
    // A file stands where a folder of the path should be.
    if (codeOf(thrown) === 'ENOTDIR') return nearestThere(above);
    throw thrown;
  }
}
