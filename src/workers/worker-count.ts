import { availableParallelism } from 'node:os';
import { FalsematchError } from '../files/errors.js';

/** The number of worker threads: as asked, else one a core. Throws for anything but a whole number from 1 to 1024. */
export function workerCount(asked?: number): number {
  if (asked === undefined) return availableParallelism();
  if (!Number.isInteger(asked) || asked < 1 || asked > 1024) {
    throw new FalsematchError(`--workers must be a whole number from 1 to 1024, not ${asked}.`);
  }
  return asked;
}
