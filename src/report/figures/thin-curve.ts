import type { DetCurve } from '../../metrics/det.js';
import { normalQuantile } from '../../statistics/normal.js';

/** An operating point of a curve. */
export interface CurvePoint {
  readonly threshold: number;
  readonly falseMatches: number;
  readonly falseNonMatches: number;
  /** Where it stands on normal-deviate axes. */
  readonly x: number;
  readonly y: number;
}

/**
 * The operating points that a drawing needs: both errors have been seen (a normal deviate of 0 or 1 is infinite), and
 * each is at least `step` standard deviations from the one before. The first, the last and the exact counts stay as they are.
 */
export function thinCurve(curve: DetCurve, step: number): CurvePoint[] {
  const { thresholds, falseMatches, falseNonMatches, matedTrials, nonMatedTrials } = curve;
  const points: CurvePoint[] = [];
  let skipped: number | undefined;
  let computed: CurvePoint | undefined;
  for (let k = 0; k < thresholds.length; k += 1) {
    const [matches, nonMatches] = [falseMatches[k] ?? 0, falseNonMatches[k] ?? 0];
    if (matches === 0 || matches === nonMatedTrials || nonMatches === 0 || nonMatches === matedTrials) continue;
    const last = points.at(-1);
    if (
      last &&
      isNear(matches, last.falseMatches, nonMatedTrials, last.x, step) &&
      isNear(nonMatches, last.falseNonMatches, matedTrials, last.y, step)
    ) {
      skipped = k;
      continue;
    }
    const point = pointOf(curve, k, computed);
    computed = point;
    if (last && Math.abs(point.x - last.x) < step && Math.abs(point.y - last.y) < step) {
      skipped = k;
      continue;
    }
    skipped = undefined;
    points.push(point);
  }
  return skipped === undefined ? points : [...points, pointOf(curve, skipped)];
}

/** A count that is that of another point stands where that one does. */
function pointOf(curve: DetCurve, k: number, other?: CurvePoint): CurvePoint {
  const [falseMatches, falseNonMatches] = [curve.falseMatches[k] ?? 0, curve.falseNonMatches[k] ?? 0];
  return {
    threshold: curve.thresholds[k] ?? 0,
    falseMatches,
    falseNonMatches,
    x: other?.falseMatches === falseMatches ? other.x : normalQuantile(falseMatches / curve.nonMatedTrials),
    y: other?.falseNonMatches === falseNonMatches ? other.y : normalQuantile(falseNonMatches / curve.matedTrials),
  };
}

/**
 * Whether two counts of so many trials are surely less than a step apart, the other one standing at `deviate`. A deviate z
 * moves at most 1.26 times as far as the logarithm of a share up to a half, and beyond it as that of the rest, and at most
 * 1 / |z| times as far (Mills' ratio), so that few quantiles need to be computed.
 */
function isNear(count: number, other: number, trials: number, deviate: number, step: number): boolean {
  if (count === other) return true;
  const factor = Math.min(1.26, 1 / Math.max(0.1, Math.abs(deviate) - step));
  return factor * Math.abs(folded(count, trials) - folded(other, trials)) < step;
}

/** A logarithm that is 0 at a half, and as steep on both sides of it. */
function folded(count: number, trials: number): number {
  return 2 * count < trials ? Math.log((2 * count) / trials) : -Math.log((2 * (trials - count)) / trials);
}
