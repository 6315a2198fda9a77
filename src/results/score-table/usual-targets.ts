import { allowedErrors } from '../../metrics/threshold.js';

const USUAL = [1e-1, 1e-2, 1e-3, 1e-4];

/** The target rates from 1e-1 to 1e-4 that so many trials can resolve, at one error or more; 1e-1 if none is. */
export function usualTargets(trials: number): number[] {
  const resolved = USUAL.filter((target) => allowedErrors(trials, target) > 0);
  return resolved.length > 0 ? resolved : USUAL.slice(0, 1);
}
