import { binomialLowerTail } from './binomial-tail.js';
import { checkWhole } from './check-numbers.js';

/**
 * McNemar's exact test (Psychometrika 12, 1947; exact by the binomial distribution at 1/2): the two-sided p-value for two
 * systems that were judged on the same trials, `onlyFirst` of which only the first got wrong and `onlySecond` only the
 * second. Trials that both got right or both wrong say nothing. It takes the trials as independent, which comparisons that
 * share people are not. 1 where the two never differ. Throws for counts that are not whole.
 */
export function mcNemarExact(onlyFirst: number, onlySecond: number): number {
  checkWhole(onlyFirst, onlySecond);
  return Math.min(1, 2 * binomialLowerTail(Math.min(onlyFirst, onlySecond), onlyFirst + onlySecond, 0.5));
}
