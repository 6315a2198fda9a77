import { FalsematchError } from '../files/errors.js';

/** Refuses a rate, a power or a precision that is not strictly between 0 and 1. `what` begins the sentence. */
export function checkShare(value: number, what: string): void {
  if (!(value > 0 && value < 1)) {
    throw new FalsematchError(`${what} must lie between 0 and 1, found ${value}; write 1e-4 for one in 10,000.`);
  }
}

/** Refuses counts that are not whole, besides those that `checkCounts` refuses: one cannot count half an error. */
export function checkWhole(...counts: readonly number[]): void {
  for (const count of counts) {
    if (!(Number.isSafeInteger(count) && count >= 0)) {
      throw new FalsematchError(`A count must be a whole number of at least 0, found ${count}.`);
    }
  }
}

/** A number of trials that somebody would need for `rate`; throws where it is beyond what can be counted. */
export function countable(trials: number, rate: number): number {
  if (Number.isSafeInteger(trials)) return trials;
  throw new FalsematchError(`A rate of ${rate} needs more trials than can be counted; name a larger rate.`);
}
