import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file of a run directory but timings.json, by path: what two identical runs must share to the byte. */
export function runBytes(directory: string): Record<string, string> {
  const paths = readdirSync(directory, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    paths
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.endsWith('timings.json'))
      .sort()
      .map((path) => [path.slice(directory.length + 1), readFileSync(path, 'latin1')]),
  );
}

/** The bytes of templates that a home folder holds so far. */
export function templateBytes(home: string): number {
  try {
    return readdirSync(join(home, 'templates'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .reduce((sum, entry) => sum + readFileSync(join(entry.parentPath, entry.name)).length, 0);
  } catch {
    return 0;
  }
}
