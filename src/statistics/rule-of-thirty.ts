import { checkShare, countable } from './check-numbers.js';
import { checkLevel } from './level.js';
import { normalQuantile } from './normal.js';

/** The errors that the rule of 30 asks for, and what they buy. */
export const RULE_OF_THIRTY = { errors: 30, precision: 0.3, level: 0.9 } as const;

/**
 * The rule of 30: to be 90% confident that the true rate is within 30% of the observed one, to either side, there must be
 * at least 30 errors (Doddington, Przybocki, Martin & Reynolds, Speech Communication 31, 2000; ISO/IEC 19795-1). It holds
 * for independent trials and rates well below 1.
 */
export function meetsRuleOfThirty(errors: number): boolean {
  return errors >= RULE_OF_THIRTY.errors;
}

/** What a measurement of a stated relative precision needs. */
export interface PrecisionNeed {
  readonly trials: number;
  /** The errors to be expected in so many trials; not whole. */
  readonly errors: number;
}

/**
 * The trials, and the errors expected in them, that give a true rate `rate` to within the share `precision` of itself, at
 * confidence `level`: errors = (z / precision)² (1 - rate). By it 0.3 at 90% needs 30.06 errors of a rare kind, which the
 * rule rounds to 30. Throws for a rate, precision or level outside 0 to 1.
 */
export function trialsForPrecision(
  rate: number,
  precision: number = RULE_OF_THIRTY.precision,
  level: number = RULE_OF_THIRTY.level,
): PrecisionNeed {
  checkShare(rate, 'The rate');
  checkShare(precision, 'The relative precision');
  checkLevel(level);
  const trials = countable(Math.ceil(((twoSided(level) / precision) ** 2 * (1 - rate)) / rate), rate);
  return { trials, errors: trials * rate };
}

function twoSided(level: number): number {
  return -normalQuantile((1 - level) / 2);
}
