import jStat from 'jstat';

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI);

/**
 * The standard normal distribution function, to 12 digits also in the lower tail. The middle is Marsaglia's series
 * (Evaluating the Normal Distribution, J. Stat. Softw. 11(4), 2004), the tails are Laplace's continued fraction.
 */
export function normalCdf(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z > 0) return 1 - normalCdf(-z);
  const x = -z;
  return x < 2.5 ? 0.5 - normalDensity(x) * middleSeries(x) : normalDensity(x) / tailFraction(x);
}

/**
 * The standard normal quantile, to 12 digits: the z with normalCdf(z) = p; infinite for p = 0 and p = 1, NaN outside.
 * jstat's answer, which is off by half a unit around p = 1e-17, is the start; Halley's method does the rest.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p === 0) return Number.NEGATIVE_INFINITY;
  if (!(p > 0)) return Number.NaN;
  let z = jStat.normal.inv(p, 0, 1);
  for (;;) {
    const error = (normalCdf(z) - p) / normalDensity(z);
    const step = error / (1 + (z * error) / 2);
    z -= step;
    // Each step triples the digits, so after one of 1e-9 nothing is left to do; written so that a NaN ends the loop.
    if (!(Math.abs(step) > 1e-9)) return z;
  }
}

function normalDensity(z: number): number {
  return Math.exp((-z * z) / 2) / ROOT_TWO_PI;
}

/** x + x³/3 + x⁵/(3·5) + ... */
function middleSeries(x: number): number {
  let sum = x;
  let term = x;
  for (let k = 3; ; k += 2) {
    term *= (x * x) / k;
    if (sum + term === sum) return sum;
    sum += term;
  }
}

/** x + 1/(x + 2/(x + 3/(x + ...))), from the far end; 120 terms settle it from x = 2.5 on. */
function tailFraction(x: number): number {
  let fraction = x;
  for (let k = 120; k >= 1; k -= 1) fraction = x + k / fraction;
  return fraction;
}
