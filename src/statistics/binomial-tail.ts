import { FalsematchError } from '../files/errors.js';
import { checkWhole } from './check-numbers.js';
import { incompleteBeta, incompleteBetaUpper } from './incomplete-beta.js';

/**
 * P(X <= errors) for a binomial X of `trials` trials at `rate`, to 12 digits also where it is tiny. By the identity
 * P(X > k) = I_rate(k + 1, trials - k) (DLMF 8.17.5). Throws for counts that are not whole or not
 * 0 <= errors <= trials, and for a rate outside 0 to 1.
 */
export function binomialLowerTail(errors: number, trials: number, rate: number): number {
  check(errors, trials, rate);
  return errors === trials ? 1 : incompleteBetaUpper(rate, errors + 1, trials - errors);
}

/** P(X >= errors); see `binomialLowerTail`. */
export function binomialUpperTail(errors: number, trials: number, rate: number): number {
  check(errors, trials, rate);
  return errors === 0 ? 1 : incompleteBeta(rate, errors, trials - errors + 1);
}

function check(errors: number, trials: number, rate: number): void {
  checkWhole(errors, trials);
  if (errors > trials || !(rate >= 0 && rate <= 1)) {
    throw new FalsematchError(
      `A binomial tail needs 0 <= errors <= trials and a rate from 0 to 1, found ${errors} of ${trials} at ${rate}.`,
    );
  }
}
