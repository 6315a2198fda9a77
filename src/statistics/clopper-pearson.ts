import { betaQuantile, betaUpperQuantile } from './beta-quantile.js';
import { type Bounds, checkCounts, checkLevel, DEFAULT_LEVEL } from './level.js';

/**
 * The exact two-sided interval of a proportion (Clopper & Pearson, Biometrika 26, 1934), each tail holding half of
 * 1 - level. `low` is exactly 0 for no errors, `high` exactly 1 when every trial is one. Throws for counts outside
 * 0 <= errors <= trials, trials > 0, and for a level outside 0 to 1.
 */
export function clopperPearson(errors: number, trials: number, level = DEFAULT_LEVEL): Bounds {
  checkCounts(errors, trials);
  checkLevel(level);
  const tail = (1 - level) / 2;
  return { low: lowerBound(errors, trials, tail), high: upperBound(errors, trials, tail) };
}

/** The exact one-sided upper bound: with confidence `level` the true rate is not above it. */
export function clopperPearsonUpper(errors: number, trials: number, level = DEFAULT_LEVEL): number {
  checkCounts(errors, trials);
  checkLevel(level);
  return upperBound(errors, trials, 1 - level);
}

/** The exact one-sided lower bound: with confidence `level` the true rate is not below it. */
export function clopperPearsonLower(errors: number, trials: number, level = DEFAULT_LEVEL): number {
  checkCounts(errors, trials);
  checkLevel(level);
  return lowerBound(errors, trials, 1 - level);
}

function upperBound(errors: number, trials: number, tail: number): number {
  if (errors === trials) return 1;
  // (1 - p)^n = tail, solved without the cancellation of 1 - tail^(1/n).
  if (errors === 0) return -Math.expm1(Math.log(tail) / trials);
  return betaUpperQuantile(tail, errors + 1, trials - errors);
}

function lowerBound(errors: number, trials: number, tail: number): number {
  if (errors === 0) return 0;
  if (errors === trials) return tail ** (1 / trials);
  return betaQuantile(tail, errors, trials - errors + 1);
}
