import type { DetCurve } from './det.js';

/** The points of the ROC in columns, lowest threshold first: both rates fall. */
export interface RocCurve {
  readonly thresholds: Float32Array;
  /** False matches as a share of the non-mated comparisons. */
  readonly fmr: Float64Array;
  /** True matches as a share of the mated comparisons: 1 - FNMR. */
  readonly tmr: Float64Array;
}

/**
 * The receiver operating characteristic (ISO/IEC 19795-1) of the counts of a DET curve: the same points, the true match
 * rate in place of FNMR. Failures are in both denominators, so the curve ends before (1, 1) where there are any. Empty
 * where a side has no comparison.
 */
export function rocCurve(det: DetCurve): RocCurve {
  const { matedTrials, nonMatedTrials } = det;
  const points = matedTrials > 0 && nonMatedTrials > 0 ? det.thresholds.length : 0;
  const fmr = new Float64Array(points);
  const tmr = new Float64Array(points);
  for (let i = 0; i < points; i += 1) {
    fmr[i] = (det.falseMatches[i] ?? 0) / nonMatedTrials;
    tmr[i] = (matedTrials - (det.falseNonMatches[i] ?? 0)) / matedTrials;
  }
  return { thresholds: det.thresholds.slice(0, points), fmr, tmr };
}
