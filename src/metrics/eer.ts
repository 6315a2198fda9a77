import { DEFAULT_LEVEL } from '../statistics/level.js';
import { walkOperatingPoints } from './det.js';
import { rateOf } from './error-rates.js';
import { type Estimate, type Floor, type Interval, type Rate, unavailable } from './rate.js';
import { noScores, type RankedScores, trialsOf } from './scores.js';

/** One threshold with both error rates. */
export interface OperatingPoint {
  readonly threshold: number;
  readonly fmr: Rate;
  readonly fnmr: Rate;
}

/** The equal error rate: `value` is the middle of `bracket`, whose ends are the FMR and FNMR of operating point `at`. */
export type EqualErrorRate = Estimate & {
  /** Mated and non-mated comparisons together. */
  readonly trials: number;
  readonly matedTrials: number;
  readonly nonMatedTrials: number;
  readonly bracket: { readonly low: number; readonly high: number } | null;
  readonly at: OperatingPoint | null;
};

interface Point {
  threshold: number;
  falseMatches: number;
  falseNonMatches: number;
}

/**
 * The equal error rate as FVC2000 defines it (Maio et al., PAMI 24(3), 2002, section 4). Among all operating points, t1
 * is the highest threshold with FNMR <= FMR and t2 the lowest with FNMR >= FMR: two adjacent points, or one where both
 * rates are equal. Of the two the one with the smaller FMR + FNMR is taken (t1 when they are the same); its two rates
 * are the bracket, their mean is the value. The crossing of the ROC staircase always lies inside the bracket.
 *
 * Interval: the outer ends of the exact intervals of that point's FMR and FNMR. To first order the error of an EER is a
 * weighted mean of the errors of both rates at the crossing, so the envelope covers at least as often as either.
 * Perfect separation (both rates 0) is unresolved, with the upper bound of the side that has fewer trials; so are scores
 * that no threshold divides (all of them equal, or one rate 1 and the other 0 at the crossing), about which the data say
 * nothing. Unavailable without a score on a side, and when failures keep FNMR above FMR at every threshold.
 */
export function equalErrorRate(mated: RankedScores, nonMated: RankedScores, level = DEFAULT_LEVEL): EqualErrorRate {
  const matedTrials = trialsOf(mated);
  const nonMatedTrials = trialsOf(nonMated);
  const counts = { trials: matedTrials + nonMatedTrials, matedTrials, nonMatedTrials };
  const none = (reason: string): EqualErrorRate => ({ ...unavailable(reason), ...counts, bracket: null, at: null });
  const missing = noScores('an equal error rate', mated, nonMated);
  if (missing) return none(missing);
  const point = crossing(mated, nonMated);
  if (!point) return none('The failed comparisons alone keep FNMR above FMR at every threshold.');
  const fmr = rateOf('FMR', point.falseMatches, nonMated, level);
  const fnmr = rateOf('FNMR', point.falseNonMatches, mated, level);
  const rates = [point.falseMatches / nonMatedTrials, point.falseNonMatches / matedTrials] as const;
  const bracket = { low: Math.min(...rates), high: Math.max(...rates) };
  const ends = [fmr.exact, fnmr.exact].flatMap((exact) => exact ?? []);
  const interval: Interval = {
    low: Math.min(...ends.map(({ low }) => low)),
    high: Math.max(...ends.map(({ high }) => high)),
    level,
    method: 'envelope',
  };
  const value = (rates[0] + rates[1]) / 2;
  const result = { value, ...counts, bracket, at: { threshold: point.threshold, fmr, fnmr } };
  const floorOf = (reason: Floor['reason'], upperBound: number, upperBoundIfIndependent: number): Floor => ({
    reason,
    of: 'EER',
    upperBound,
    upperBoundIfIndependent,
    level,
  });
  if (allEqual(mated, nonMated) || (bracket.low === 0 && bracket.high === 1)) {
    const everything: Interval = { low: 0, high: 1, level, method: 'none' };
    return { state: 'unresolved', interval: everything, floor: floorOf('no-variation', 1, 1), ...result };
  }
  if (bracket.high > 0) return { state: 'resolved', interval, floor: null, ...result };
  const upperBound = Math.max(fmr.floor?.upperBound ?? 0, fnmr.floor?.upperBound ?? 0);
  return { state: 'unresolved', interval, floor: floorOf('zero-errors', upperBound, interval.high), ...result };
}

/** Whether all scores of both sides, each of which has one, are the same. */
function allEqual(mated: RankedScores, nonMated: RankedScores): boolean {
  const [score] = mated.ascending;
  return [mated.ascending.at(-1), nonMated.ascending[0], nonMated.ascending.at(-1)].every((other) => other === score);
}

/** The one of the two points around the crossing that has the smaller FMR + FNMR. */
function crossing(mated: RankedScores, nonMated: RankedScores): Point | undefined {
  const matedTrials = trialsOf(mated);
  const nonMatedTrials = trialsOf(nonMated);
  const before: Point = { threshold: Number.NaN, falseMatches: 0, falseNonMatches: 0 };
  const after: Point = { ...before };
  let passed = false;
  walkOperatingPoints(mated, nonMated, (threshold, falseMatches, falseNonMatches) => {
    if (passed) return;
    // Whole numbers instead of rates, so that equal rates are seen as equal.
    const excess = falseMatches * matedTrials - falseNonMatches * nonMatedTrials;
    passed = excess <= 0;
    if (excess >= 0) move(before, threshold, falseMatches, falseNonMatches);
    if (passed) move(after, threshold, falseMatches, falseNonMatches);
  });
  if (Number.isNaN(before.threshold) || Number.isNaN(after.threshold)) return undefined;
  const total = (point: Point) => point.falseMatches * matedTrials + point.falseNonMatches * nonMatedTrials;
  return total(before) <= total(after) ? before : after;
}

/** Changes the point in place: there may be as many points as scores. */
function move(point: Point, threshold: number, falseMatches: number, falseNonMatches: number): void {
  point.threshold = threshold;
  point.falseMatches = falseMatches;
  point.falseNonMatches = falseNonMatches;
}
