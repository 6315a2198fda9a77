import { FalsematchError } from '../files/errors.js';
import { checkLevel } from '../statistics/level.js';
import type { Uncertain } from './uncertain.js';

/** Refuses what is no share from 0 to 1, and ranges that are none. `what` begins the sentence. */
export function checkUncertainShare(what: string, given: Uncertain): void {
  for (const share of [given.value, given.low, given.high]) {
    if (share >= 0 && share <= 1) continue;
    const inPercent = share > 1 && share <= 100;
    const advice = inPercent ? `write ${Number((share / 100).toPrecision(12))} or ${share}%` : 'write 1e-4 or 1/10000';
    throw new FalsematchError(`${what} is a share from 0 to 1, found ${share}; ${advice}.`);
  }
  checkRange(what, given);
}

/** Refuses numbers below 0 and beyond what cameras see, and ranges that are none. */
export function checkUncertainNumber(what: string, given: Uncertain): void {
  for (const number of [given.value, given.low, given.high]) checkNumber(what, number, 0);
  checkRange(what, given);
}

/** Refuses a number that is not from `least` to `most`. */
export function checkNumber(what: string, number: number, least: number, most = MOST): void {
  if (!(number >= least && number <= most)) {
    throw new FalsematchError(`${what} must be from ${least} to ${most}, found ${number}.`);
  }
}

/** Refuses a count that is not whole, is below 1 or beyond what can be. */
export function checkCount(what: string, number: number): void {
  if (!(Number.isSafeInteger(number) && number >= 1 && number <= MOST)) {
    throw new FalsematchError(`${what} must be a whole number from 1 to ${MOST}, found ${number}.`);
  }
}

/** Refuses a number that is not above 0. */
export function checkAbove0(what: string, number: number, most = MOST): void {
  if (!(number > 0 && number <= most)) {
    throw new FalsematchError(`${what} must be above 0 and at most ${most}, found ${number}.`);
  }
}

/** More than there are people or cameras. */
const MOST = 1e10;

function checkRange(what: string, { value, low, high, level }: Uncertain): void {
  if (level !== null) checkLevel(level);
  if (low > high) {
    throw new FalsematchError(`${what}: a range goes from its low to its high end, found ${low}..${high}; swap them.`);
  }
  if (value < low || value > high) {
    throw new FalsematchError(`${what}: the value must lie within its range, found ${value} with ${low}..${high}.`);
  }
}
