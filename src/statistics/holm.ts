import { FalsematchError } from '../files/errors.js';

/**
 * Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979) of p-values of many tests, in the order given:
 * rejecting those at or below α keeps the chance of any false rejection at or below α, however the tests depend on each
 * other. Throws for what is no p-value.
 */
export function holmAdjusted(pValues: readonly number[]): number[] {
  for (const p of pValues) {
    if (!(p >= 0 && p <= 1)) throw new FalsematchError(`A p-value must be from 0 to 1, found ${p}.`);
  }
  const ascending = pValues.map((p, at) => ({ p, at })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length);
  let largest = 0;
  for (const [rank, { p, at }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    adjusted[at] = largest;
  }
  return adjusted;
}
