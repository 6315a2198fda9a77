import { checkCounts } from './level.js';

/**
 * The rule of three: no error in n trials leaves room for a true rate of up to about 3 / n, with 95% confidence, one-sided
 * (Hanley & Lippman-Hand, JAMA 249, 1983; ISO/IEC 19795-1 names it for biometrics). It is never below the exact bound
 * 1 - 0.05^(1/n), as 3 is above -ln 0.05 = 2.9957. Never above 1. Throws for trials that are not above 0.
 */
export function ruleOfThree(trials: number): number {
  checkCounts(0, trials);
  return Math.min(1, 3 / trials);
}
