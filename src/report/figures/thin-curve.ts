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
  let skipped: CurvePoint | undefined;
  for (const [k, threshold] of thresholds.entries()) {
    const [matches, nonMatches] = [falseMatches[k] ?? 0, falseNonMatches[k] ?? 0];
    if (matches === 0 || matches === nonMatedTrials || nonMatches === 0 || nonMatches === matedTrials) continue;
    const x = normalQuantile(matches / nonMatedTrials);
    const y = normalQuantile(nonMatches / matedTrials);
    const point = { threshold, falseMatches: matches, falseNonMatches: nonMatches, x, y };
    const last = points.at(-1);
    if (last && Math.abs(last.x - x) < step && Math.abs(last.y - y) < step) {
      skipped = point;
      continue;
    }
    skipped = undefined;
    points.push(point);
  }
  return skipped ? [...points, skipped] : points;
}
