const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI);

/**
 * The regularised incomplete beta function I_x(a, b), to about 13 digits for a + b up to 1e8; a, b > 0, 0 <= x <= 1.
 * The continued fraction is evaluated by Lentz's method; the factor before it is written with saddle-point deviances
 * (Loader, Fast and Accurate Computation of Binomial Probabilities, 2000), because ln Γ(a + b) - ln Γ(a) - ln Γ(b) loses
 * as many digits as the counts have.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const power = betaPower(x, a, b);
  if (x < a / (a + b)) return power * betaFraction(x, 1 - x, a, b);
  return 1 - power * betaFraction(1 - x, x, b, a);
}

/** 1 - I_x(a, b), to as many digits where it is tiny, which the subtraction would lose. */
export function incompleteBetaUpper(x: number, a: number, b: number): number {
  if (x <= 0) return 1;
  if (x >= 1) return 0;
  const power = betaPower(x, a, b);
  if (x < a / (a + b)) return 1 - power * betaFraction(x, 1 - x, a, b);
  return power * betaFraction(1 - x, x, b, a);
}

/** The density of the beta distribution at 0 < x < 1. */
export function betaDensity(x: number, a: number, b: number): number {
  return betaPower(x, a, b) / (x * (1 - x));
}

/** x^a (1 - x)^b / B(a, b). */
function betaPower(x: number, a: number, b: number): number {
  const n = a + b;
  const stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
  const logarithm = stirling - deviance(a, n * x) - deviance(b, n * (1 - x)) - HALF_LOG_TWO_PI;
  return Math.sqrt((a / n) * b) * Math.exp(logarithm);
}

/** What Stirling's formula leaves out: ln Γ(z + 1) - ln(√(2πz) (z / e)^z). */
function stirlingError(z: number): number {
  let shifted = z;
  let error = 0;
  while (shifted < 16) {
    error += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const r = 1 / (shifted * shifted);
  return (
    error + (1 / 12 - r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - (r * 691) / 360360))))) / shifted
  );
}

/** x ln(x / m) + m - x without cancellation where x is near m. */
function deviance(x: number, m: number): number {
  const gap = x - m;
  if (Math.abs(gap) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = gap / (x + m);
  let sum = gap * v;
  let term = 2 * x * v;
  for (let k = 3; ; k += 2) {
    term *= v * v;
    const next = sum + term / k;
    if (next === sum) return sum;
    sum = next;
  }
}

/**
 * Continued fraction of the incomplete beta function, its odd steps contracted (DiDonato & Morris, TOMS 708, 1992).
 * x and y = 1 - x come apart, as either may be too small to be had from the other. It converges in about
 * √max(a, b) steps.
 */
function betaFraction(x: number, y: number, a: number, b: number): number {
  const denominator = (m: number) =>
    (m === 0 ? 0 : m + (m * (b - m) * x) / (a + 2 * m - 1)) +
    ((a + m) * (a * y - b * x + 1 + m * (2 - x))) / (a + 2 * m + 1);
  let c = denominator(0);
  let d = 0;
  let fraction = c;
  for (let m = 1; ; m += 1) {
    const scaled = x / (a + 2 * m - 1);
    const numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * scaled * scaled;
    d = 1 / (denominator(m) + numerator * d);
    c = denominator(m) + numerator / c;
    fraction *= c * d;
    // Written so that a NaN ends the loop as well.
    if (!(Math.abs(c * d - 1) >= 1e-15)) return 1 / fraction;
  }
}
