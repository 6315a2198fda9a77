import { betaQuantile, betaUpperQuantile } from './beta-quantile.js';
import { type Bounds, checkLevel } from './level.js';
import { normalQuantile } from './normal.js';

/**
 * The two-sided interval of Korn & Graubard (Survey Methodology 24, 1998): Clopper-Pearson's for as many trials as are
 * worth `effective` independent ones. Unlike Wilson's its ends hold one-sided too where errors are few. `effective` need
 * not be whole. Throws for a rate outside 0 to 1, for no trials, and for a level outside 0 to 1.
 */
export function kornGraubard(rate: number, effective: number, level: number): Bounds {
  checkLevel(level);
  if (!(rate >= 0 && rate <= 1 && effective > 0)) {
    throw new RangeError(`An interval needs a rate from 0 to 1 and trials above 0, found ${rate} of ${effective}.`);
  }
  const tail = (1 - level) / 2;
  const errors = rate * effective;
  return {
    low: errors === 0 ? 0 : betaQuantile(tail, errors, effective - errors + 1),
    high: rate === 1 ? 1 : betaUpperQuantile(tail, errors + 1, effective - errors),
  };
}

/**
 * How many independent trials an interval of Wilson's form is worth, read from its ends: z² e (1 - e) / (e - rate)² at an
 * end e, the smaller one of both. With z normal it also carries that Student's t had been used for few subjects.
 * Undefined where an end lies on the rate, or the rate or an end is 0 or 1.
 */
export function effectiveTrialsOf(rate: number, { low, high }: Bounds, level: number): number | undefined {
  const z = -normalQuantile((1 - level) / 2);
  const found = [low, high].map((end) => (z * z * end * (1 - end)) / (end - rate) ** 2);
  const fewest = Math.min(...found);
  return Number.isFinite(fewest) && fewest > 0 && rate > 0 && rate < 1 ? fewest : undefined;
}
