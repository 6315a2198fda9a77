import { FalsematchError } from '../files/errors.js';
import type { Counts } from '../statistics/newcombe.js';

/** A count as it was typed. `what` begins the sentence of the error: "The errors". */
export function readCount(text: string, what: string): number {
  const number = Number(text);
  if (!(/^\d+$/.test(text) && Number.isSafeInteger(number))) {
    throw new FalsematchError(`${what} must be a whole number in digits alone, such as 3000; found "${text}".`);
  }
  return number;
}

/** A number between 0 and 1 as it was typed, such as 1e-4; undefined where none was. */
export function readShare(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!(number > 0 && number < 1)) {
    throw new FalsematchError(`${what} must be a number between 0 and 1, such as 0.95 or 1e-4; found "${text}".`);
  }
  return number;
}

/** Numbers between 0 and 1 with commas between them, such as 1e-2,1e-3; undefined where none were typed. */
export function readShares(text: string | undefined, what: string): number[] | undefined {
  return text?.split(',').flatMap((part) => readShare(part, what) ?? []);
}

/** A rate from 0 to 1 as it was typed; undefined where none was. */
export function readRate(text: string | undefined, what: string): number | undefined {
  if (text === undefined) return undefined;
  const number = text.trim() === '' ? Number.NaN : Number(text);
  if (!(number >= 0 && number <= 1)) {
    throw new FalsematchError(`${what} must be a rate from 0 to 1, such as 0.02; found "${text}".`);
  }
  return number;
}

/** Counts as they were typed, "12/3000"; undefined where none were. */
export function readCounts(text: string | undefined, what: string): Counts | undefined {
  if (text === undefined) return undefined;
  const [errors, trials, ...rest] = text.split('/');
  if (errors === undefined || trials === undefined || rest.length > 0) {
    throw new FalsematchError(`${what} takes errors/trials, such as 12/3000; found "${text}".`);
  }
  return { errors: readCount(errors, `${what}: the errors`), trials: readCount(trials, `${what}: the trials`) };
}
