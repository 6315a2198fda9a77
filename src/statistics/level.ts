import { FalsematchError } from '../files/errors.js';

/** A confidence interval's two ends. */
export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** The confidence of an interval where nobody asks for another. */
export const DEFAULT_LEVEL = 0.95;

/** Refuses a confidence level that is not strictly between 0 and 1. */
export function checkLevel(level: number): void {
  if (!(level > 0 && level < 1)) {
    throw new FalsematchError(
      `The confidence level must lie between 0 and 1, found ${level}; write 0.95 for a 95% interval.`,
    );
  }
}

/** Refuses counts of which no proportion can be made: `errors` of `trials` needs 0 <= errors <= trials and trials > 0. */
export function checkCounts(errors: number, trials: number): void {
  if (!(trials > 0 && Number.isFinite(trials) && errors >= 0 && errors <= trials)) {
    throw new RangeError(`A proportion needs 0 <= errors <= trials and trials > 0, found ${errors} of ${trials}.`);
  }
}
