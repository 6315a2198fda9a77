import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { FalsematchError } from '../files/errors.js';

/**
 * The built file of a worker entry point, e.g. `extraction/worker.js`.
 * Workers load built JavaScript only: the package's own import map leads to `dist/` whether the caller runs from
 * sources under a test runner, from `dist/` or from the packed tarball.
 */
export function workerEntry(path: string): string {
  const file = fileURLToPath(import.meta.resolve(`#dist/${path}`));
  if (!existsSync(file)) {
    throw new FalsematchError(`The worker ${path} is not built (looked for ${file}); run "npm run build".`);
  }
  return file;
}
