import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sha256Of } from '../files/digest.js';
import { FalsematchError } from '../files/errors.js';

/**
 * Whether `directory` holds the run of this digest already, so that measuring it again leaves it as it is.
 * Throws when something else stands there under the run's name.
 */
export async function keepIfSame(directory: string, digest: string): Promise<boolean> {
  if (!existsSync(directory)) return false;
  const record = await readFile(join(directory, 'run.json')).catch(() => undefined);
  if (record !== undefined && sha256Of(record) === digest) return true;
  throw new FalsematchError(
    `${directory} exists and is not the run that its name says; move it away, or choose another place with --out.`,
  );
}
