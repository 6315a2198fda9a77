import { binomialLowerTail } from './binomial-tail.js';
import { checkShare, checkWhole, countable } from './check-numbers.js';
import { checkLevel, DEFAULT_LEVEL } from './level.js';

/**
 * The fewest trials, with `errors` errors in them, whose exact one-sided upper bound (Clopper-Pearson) at confidence
 * `level` is at or below `rate`: the fewest n with P(X <= errors | n, rate) <= 1 - level. Without errors that is
 * ⌈ln(1 - level) / ln(1 - rate)⌉. The trials are as if independent. Throws for a rate or level outside 0 to 1, for errors
 * that are not a whole number, and where more trials would be needed than can be counted.
 */
export function trialsToBound(rate: number, errors = 0, level = DEFAULT_LEVEL): number {
  checkShare(rate, 'The rate to be resolved');
  checkLevel(level);
  checkWhole(errors);
  return errors === 0 ? withoutErrors(rate, level) : withErrors(rate, errors, level);
}

function withoutErrors(rate: number, level: number): number {
  // The last digits are rounding: a quotient of 2 + 1e-15 means 2 trials.
  return countable(Math.max(1, Math.ceil((Math.log(1 - level) / Math.log1p(-rate)) * (1 - 1e-12))), rate);
}

function withErrors(rate: number, errors: number, level: number): number {
  const suffice = (trials: number) => binomialLowerTail(errors, trials, rate) <= 1 - level;
  let few = errors;
  let many = errors + 1;
  while (!suffice(many)) {
    few = many;
    many = countable(many * 2, rate);
  }
  while (many - few > 1) {
    const middle = few + Math.floor((many - few) / 2);
    if (suffice(middle)) many = middle;
    else few = middle;
  }
  return many;
}
