import { betaQuantile } from './beta-quantile.js';

/**
 * The two-sided critical value of Student's t: the t >= 0 with P(|T| <= t) = level, `freedom` degrees of freedom.
 * By the identity P(|T| <= t) = I_y(1/2, freedom/2), y = t² / (freedom + t²) (DLMF 8.17, Abramowitz & Stegun 26.7.1).
 */
export function studentTCritical(level: number, freedom: number): number {
  const y = betaQuantile(level, 0.5, freedom / 2);
  // Near 1 what is missing to 1 carries the digits: it is the quantile of the mirrored distribution.
  const rest = y > 0.5 ? betaQuantile(1 - level, freedom / 2, 0.5) : 1 - y;
  return Math.sqrt((freedom * (y > 0.5 ? 1 - rest : y)) / rest);
}
