import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * The path of a file that comes by npm (a model or a photo, by its bare name) in the folder that
 * FALSEMATCH_NPM_FILES names, or undefined when there is no such folder or file.
 */
export function npmFile(name: string): string | undefined {
  const folder = process.env.FALSEMATCH_NPM_FILES;
  if (!folder) return undefined;
  const path = resolve(join(folder, name));
  return existsSync(path) ? path : undefined;
}
