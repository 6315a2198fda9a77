import { nextFloat32Up } from '../statistics/float32.js';
import { walkTies } from '../statistics/ties.js';
import { type RankedScores, trialsOf } from './scores.js';

/**
 * Every operating point that the scores can tell apart, in columns: point i has threshold `thresholds[i]`, so many false
 * matches of `nonMatedTrials` and so many false non-matches of `matedTrials`. Thresholds ascend, false matches fall,
 * false non-matches rise.
 */
export interface DetCurve {
  readonly thresholds: Float32Array;
  readonly falseMatches: Float64Array;
  readonly falseNonMatches: Float64Array;
  readonly matedTrials: number;
  readonly nonMatedTrials: number;
}

/**
 * Visits the operating points, lowest threshold first: one that accepts every score (T = the lowest score), then one
 * above each block of equal scores (T = the next float32), up to the one that rejects all. Failed comparisons match at
 * none of them. Visits nothing when there is no score at all.
 */
export function walkOperatingPoints(
  mated: RankedScores,
  nonMated: RankedScores,
  visit: (threshold: number, falseMatches: number, falseNonMatches: number) => void,
): void {
  let falseMatches = nonMated.ascending.length;
  let falseNonMatches = mated.failed;
  let first = true;
  walkTies(mated.ascending, nonMated.ascending, (score, matedHere, nonMatedHere) => {
    if (first) visit(score, falseMatches, falseNonMatches);
    first = false;
    falseMatches -= nonMatedHere;
    falseNonMatches += matedHere;
    visit(nextFloat32Up(score), falseMatches, falseNonMatches);
  });
}

/** The detection error trade-off (ISO/IEC 19795-1) as counts at every distinct operating point; see `walkOperatingPoints`. */
export function detCurve(mated: RankedScores, nonMated: RankedScores): DetCurve {
  let points = 0;
  walkTies(mated.ascending, nonMated.ascending, () => {
    points += 1;
  });
  if (points > 0) points += 1;
  const thresholds = new Float32Array(points);
  const falseMatches = new Float64Array(points);
  const falseNonMatches = new Float64Array(points);
  let at = 0;
  walkOperatingPoints(mated, nonMated, (threshold, matches, nonMatches) => {
    thresholds[at] = threshold;
    falseMatches[at] = matches;
    falseNonMatches[at] = nonMatches;
    at += 1;
  });
  return {
    thresholds,
    falseMatches,
    falseNonMatches,
    matedTrials: trialsOf(mated),
    nonMatedTrials: trialsOf(nonMated),
  };
}
