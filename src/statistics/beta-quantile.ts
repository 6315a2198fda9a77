import jStat from 'jstat';
import { betaDensity, incompleteBeta } from './incomplete-beta.js';

/**
 * The quantile of the beta distribution: the x with I_x(a, b) = p, to 12 significant digits (a, b > 0, 0 <= p <= 1).
 * jstat's answer, which carries 7 to 10 digits, is the start; Newton's method inside a bracket does the rest.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let low = 0;
  let high = 1;
  const start = jStat.ibetainv(p, a, b);
  let x = start > 0 && start < 1 ? start : a / (a + b);
  let lastStep = Number.POSITIVE_INFINITY;
  for (;;) {
    const excess = incompleteBeta(x, a, b) - p;
    if (excess === 0) return x;
    if (excess > 0) high = x;
    else low = x;
    const newton = x - excess / betaDensity(x, a, b);
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const step = Math.abs(next - x);
    // Near the root the steps shrink until rounding stops them; from there another step gains nothing.
    if (step <= 1e-15 * x || (step < 1e-12 * x && step >= lastStep)) return next;
    lastStep = step;
    x = next;
  }
}
