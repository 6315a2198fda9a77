import { scoreRange } from '../statistics/ascending.js';
import { DEFAULT_LEVEL } from '../statistics/level.js';
import { rankedBlocks, type ScoreBlocks } from './blocks.js';
import { thresholdAbove } from './det.js';
import { fmrAt, fnmrAt } from './error-rates.js';
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
  /** The highest score that is rejected; -Infinity where none is. */
  rejected: number;
  falseMatches: number;
  falseNonMatches: number;
}

/**
 * The equal error rate as FVC2000 defines it (Maio et al., PAMI 24(3), 2002, section 4). Among all operating points, t1
 * is the highest threshold with FNMR <= FMR and t2 the lowest with FNMR >= FMR: two adjacent points, or one where both
 * rates are equal. Of the two the one with the smaller FMR + FNMR is taken (t1 when they are the same); its two rates
 * are the bracket, their mean is the value. The crossing of the ROC staircase always lies inside the bracket.
 *
 * Interval: the outer ends of the intervals of that point's FMR and FNMR, the exact ones where subjects are not known. To first order the error of an EER is a
 * weighted mean of the errors of both rates at the crossing, so the envelope covers at least as often as either.
 * Where subjects are known and one of the two rates rests on few errors, the result is unresolved as that rate is.
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
  const point = crossing(rankedBlocks(mated, nonMated));
  if (!point) return none('The failed comparisons alone keep FNMR above FMR at every threshold.');
  const threshold = thresholdAbove(point.rejected, mated, nonMated);
  const fmr = fmrAt(nonMated, threshold, level);
  const fnmr = fnmrAt(mated, threshold, level);
  const rates = [point.falseMatches / nonMatedTrials, point.falseNonMatches / matedTrials] as const;
  const bracket = { low: Math.min(...rates), high: Math.max(...rates) };
  const exact = [fmr, fnmr].flatMap(({ independent }) => independent?.exact ?? []);
  const bySubject = [fmr, fnmr].flatMap(({ interval: own }) => own ?? []);
  const ends = mated.subjects && nonMated.subjects ? bySubject : exact;
  const interval: Interval = {
    low: Math.min(...ends.map(({ low }) => low)),
    high: Math.max(...ends.map(({ high }) => high)),
    level,
    method: 'envelope',
  };
  const value = (rates[0] + rates[1]) / 2;
  const result = { value, ...counts, bracket, at: { threshold, fmr, fnmr } };
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
  const independent = Math.max(...exact.map(({ high }) => high));
  const few = mated.subjects && nonMated.subjects && (fmr.floor ?? fnmr.floor);
  if (bracket.high > 0 && !few) return { state: 'resolved', interval, floor: null, ...result };
  if (bracket.high > 0) {
    return { state: 'unresolved', interval, floor: floorOf('few-errors', interval.high, independent), ...result };
  }
  const upperBound = Math.max(fmr.floor?.upperBound ?? 0, fnmr.floor?.upperBound ?? 0);
  return {
    state: 'unresolved',
    interval,
    floor: floorOf('zero-errors', upperBound, independent),
    ...result,
  };
}

/** The value of weighted blocks, as a number; undefined without a score on a side, and where the rates never meet. */
export function eerOfBlocks(blocks: ScoreBlocks): number | undefined {
  const point = blocks.mated > 0 && blocks.nonMated > 0 ? crossing(blocks) : undefined;
  if (!point) return undefined;
  const fmr = point.falseMatches / (blocks.nonMated + blocks.nonMatedFailed);
  return (fmr + point.falseNonMatches / (blocks.mated + blocks.matedFailed)) / 2;
}

/** Whether all scores of both sides, each of which has one, are the same. */
function allEqual(mated: RankedScores, nonMated: RankedScores): boolean {
  const scores = [mated, nonMated].flatMap(({ ascending }) => scoreRange(ascending) ?? []);
  return scores.every((score) => score === scores[0]);
}

/**
 * The one of the two points around the crossing that has the smaller FMR + FNMR, both sides having a score. Undefined
 * where FNMR is above FMR from the first point on.
 */
function crossing(blocks: ScoreBlocks): Point | undefined {
  const matedTrials = blocks.mated + blocks.matedFailed;
  const nonMatedTrials = blocks.nonMated + blocks.nonMatedFailed;
  let rejected = Number.NEGATIVE_INFINITY;
  let rejectedWeight = 0;
  // FMR and FNMR, both multiplied by both trials: whole numbers, so that equal rates are seen as equal.
  let fmr = blocks.nonMated * matedTrials;
  let fnmr = blocks.matedFailed * nonMatedTrials;
  let falseNonMatches = blocks.matedFailed;
  if (fnmr > fmr) return undefined;
  if (fnmr === fmr) return { rejected, falseMatches: blocks.nonMated, falseNonMatches };
  for (const { scores, mated, nonMated, length } of blocks.chunks()) {
    for (let i = 0; i < length; i += 1) {
      const weightBelow = rejectedWeight + (nonMated[i] ?? 0);
      const misses = falseNonMatches + (mated[i] ?? 0);
      const nextFmr = (blocks.nonMated - weightBelow) * matedTrials;
      const nextFnmr = misses * nonMatedTrials;
      if (nextFmr < nextFnmr && fmr + fnmr <= nextFmr + nextFnmr) {
        return { rejected, falseMatches: blocks.nonMated - rejectedWeight, falseNonMatches };
      }
      rejected = scores[i] ?? 0;
      rejectedWeight = weightBelow;
      falseNonMatches = misses;
      fmr = nextFmr;
      fnmr = nextFnmr;
      if (fmr <= fnmr) return { rejected, falseMatches: blocks.nonMated - rejectedWeight, falseNonMatches };
    }
  }
  return undefined;
}
