import { FalsematchError } from '../files/errors.js';
import { checkShare } from './check-numbers.js';
import { checkCounts, checkLevel, DEFAULT_LEVEL } from './level.js';
import { normalQuantile } from './normal.js';

/** The power of a test where nobody asks for another: how often it finds a difference that is there. */
export const DEFAULT_POWER = 0.8;

export interface TestOptions {
  /** Confidence of the two-sided test, 1 - α; 0.95 unless said otherwise. */
  readonly level?: number;
  /** 0.8 unless said otherwise; from 0.5 to below 1. */
  readonly power?: number;
}

/** The nearest rates that a test would tell from a given one; null where none is far enough away. */
export interface DetectableRates {
  readonly lower: number | null;
  readonly higher: number | null;
}

/**
 * The minimum detectable difference: the nearest true rates of `otherTrials` trials that the two-sided test of two
 * independent proportions would tell from a true `rate` of `trials` trials, with the stated power. They solve
 * |d| = z_α/2 √(p q (1/n₁ + 1/n₂)) + z_power √(p₁ q₁ / n₁ + p₂ q₂ / n₂), p the common rate if there were no difference
 * (Fleiss, Levin & Paik, Statistical Methods for Rates and Proportions, 3rd ed. 2003, chapter 4, without continuity
 * correction; R's power.prop.test for equal sizes). A normal approximation that holds up with few errors: where it says
 * 0.8, Fisher's exact test found the difference 74-80% of the time, at eleven settings with rates from 0 to 0.5 and 50 to
 * 10,000 trials. Throws for trials that are not above 0, for a rate outside 0 to 1, and for levels and powers out of range.
 */
export function detectableRates(
  rate: number,
  trials: number,
  otherTrials: number,
  options: TestOptions = {},
): DetectableRates {
  checkCounts(0, trials);
  checkCounts(0, otherTrials);
  if (!(rate >= 0 && rate <= 1)) throw new FalsematchError(`The rate must be from 0 to 1, found ${rate}.`);
  const quantiles = quantilesOf(options);
  const excess = (other: number) => Math.abs(other - rate) - resolved({ rate, trials, other, otherTrials }, quantiles);
  return { lower: crossing(excess, rate, 0), higher: crossing(excess, rate, 1) };
}

/**
 * The trials needed on either side for the same test to find the difference of two true rates with the stated power,
 * rounded up; null where the rates are so near that the number cannot be counted. Throws for rates outside 0 to 1, for
 * equal ones, and for levels and powers out of range.
 */
export function trialsForDifference(rate: number, other: number, options: TestOptions = {}): number | null {
  for (const each of [rate, other]) {
    if (each !== 0 && each !== 1) checkShare(each, 'The rate');
  }
  if (rate === other) throw new FalsematchError(`No number of trials tells a rate of ${rate} from itself.`);
  const quantiles = quantilesOf(options);
  const needed = (resolved({ rate, trials: 1, other, otherTrials: 1 }, quantiles) / (rate - other)) ** 2;
  const trials = Math.max(1, Math.ceil(needed * (1 - 1e-12)));
  return Number.isSafeInteger(trials) ? trials : null;
}

interface TwoRates {
  readonly rate: number;
  readonly trials: number;
  readonly other: number;
  readonly otherTrials: number;
}

interface Quantiles {
  readonly level: number;
  readonly power: number;
}

function quantilesOf({ level = DEFAULT_LEVEL, power = DEFAULT_POWER }: TestOptions): Quantiles {
  checkLevel(level);
  if (!(power >= 0.5 && power < 1)) {
    throw new FalsematchError(
      `The power must be from 0.5 to below 1, found ${power}; 0.8 finds four of five differences.`,
    );
  }
  return { level: -normalQuantile((1 - level) / 2), power: -normalQuantile(1 - power) };
}

/** The difference that the trials resolve, if these are the true rates. */
function resolved({ rate, trials, other, otherTrials }: TwoRates, { level, power }: Quantiles): number {
  const common = (rate * trials + other * otherTrials) / (trials + otherTrials);
  const without = common * (1 - common) * (1 / trials + 1 / otherTrials);
  const within = (rate * (1 - rate)) / trials + (other * (1 - other)) / otherTrials;
  return level * Math.sqrt(without) + power * Math.sqrt(within);
}

/**
 * Where `excess` turns from negative, at `from`, to positive on the way to `end`. It turns only once, as it is convex: a
 * distance less square roots of concave parabolas.
 */
function crossing(excess: (rate: number) => number, from: number, end: number): number | null {
  if (from === end || excess(end) < 0) return null;
  let near = from;
  let far = end;
  for (;;) {
    const middle = (near + far) / 2;
    if (middle === near || middle === far) return far;
    if (excess(middle) < 0) near = middle;
    else far = middle;
  }
}
