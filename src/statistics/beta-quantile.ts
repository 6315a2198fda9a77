import jStat from 'jstat';
import { betaDensity, incompleteBeta, incompleteBetaUpper } from './incomplete-beta.js';

/** The quantile of the beta distribution: the x with I_x(a, b) = p, to 12 significant digits (a, b > 0, 0 <= p <= 1). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  return p > 0.5 ? quantile({ tail: 1 - p, upper: true }, a, b) : quantile({ tail: p, upper: false }, a, b);
}

/** The x with 1 - I_x(a, b) = tail. A tiny tail keeps its digits, which betaQuantile(1 - tail, a, b) would lose. */
export function betaUpperQuantile(tail: number, a: number, b: number): number {
  if (tail <= 0) return 1;
  if (tail >= 1) return 0;
  return tail > 0.5 ? quantile({ tail: 1 - tail, upper: false }, a, b) : quantile({ tail, upper: true }, a, b);
}

/**
 * jstat's answer, which carries 7 to 10 digits where the tail is not tiny, is the start. Newton's method for the
 * logarithm of the tail, which is nearly straight far out, does the rest inside a bracket.
 */
function quantile({ tail, upper }: { tail: number; upper: boolean }, a: number, b: number): number {
  let low = 0;
  let high = 1;
  const start = jStat.ibetainv(upper ? 1 - tail : tail, a, b);
  let x = start > 0 && start < 1 ? start : a / (a + b);
  let lastStep = Number.POSITIVE_INFINITY;
  for (;;) {
    const found = upper ? incompleteBetaUpper(x, a, b) : incompleteBeta(x, a, b);
    if (found === tail) return x;
    if (found > tail === upper) low = x;
    else high = x;
    const move = (found * Math.log1p((found - tail) / tail)) / betaDensity(x, a, b);
    const newton = upper ? x + move : x - move;
    const next = newton > low && newton < high ? newton : (low + high) / 2;
    const step = Math.abs(next - x);
    // Near the root the steps shrink until rounding stops them; from there another step gains nothing.
    if (step <= 1e-15 * x || (step < 1e-12 * x && step >= lastStep)) return next;
    lastStep = step;
    x = next;
  }
}
