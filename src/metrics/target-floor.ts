import { type Floor, MIN_DISJOINT_ERRORS } from './rate.js';
import type { TargetThreshold } from './threshold.js';

/**
 * Why the target FMR is not resolved: it is below one false match of all, or fewer than five false matches that share
 * nobody set its threshold, so that the threshold may as well lie above every score that was seen. `disjoint` counts
 * those that share nobody, up to five at least.
 */
export function targetFloor(
  { achieved, floor }: TargetThreshold & { state: 'set' },
  disjoint: () => number,
  level: number,
): Floor | null {
  if (floor || achieved.state === 'unavailable') return floor;
  if (disjoint() >= MIN_DISJOINT_ERRORS) return null;
  return {
    reason: 'few-false-matches',
    of: 'FMR',
    upperBound: Math.max(achieved.interval.high, achieved.independent.exact.high),
    upperBoundIfIndependent: achieved.independent.exact.high,
    level,
  };
}
