import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The path of a file in the mirror that FALSEMATCH_MIRROR names, or undefined when there is no such mirror or file. */
export function mirrorFile(name: string): string | undefined {
  const mirror = process.env.FALSEMATCH_MIRROR;
  if (!mirror) return undefined;
  const path = resolve(join(mirror, name));
  return existsSync(path) ? path : undefined;
}
