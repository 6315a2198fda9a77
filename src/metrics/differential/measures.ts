/** Rates of groups, one number each. */
export type GroupValues = readonly number[];

/** How much weight false matches have beside false non-matches where nobody says otherwise. */
export const DEFAULT_ALPHA = 0.5;

/**
 * The largest rate over the smallest. Undefined where a rate is 0 or there are fewer than two.
 * Source: Grother, NISTIR 8429, Face Recognition Vendor Test part 8: Summarizing Demographic Differentials, 2022.
 */
export function maxOverMin(rates: GroupValues): number | undefined {
  const low = Math.min(...rates);
  return rates.length > 1 && low > 0 ? Math.max(...rates) / low : undefined;
}

/** The largest rate over the geometric mean of all (NISTIR 8429). Undefined as `maxOverMin` is. */
export function maxOverGeoMean(rates: GroupValues): number | undefined {
  if (rates.length < 2 || !rates.every((rate) => rate > 0)) return undefined;
  const largest = Math.max(...rates);
  // In ascending order, so that the order of groups changes no bit; relative to the largest, so that equal rates give 1.
  const logs = ascending(rates).reduce((total, rate) => total + Math.log(rate / largest), 0);
  return Math.exp(-logs / rates.length);
}

/**
 * The Gini coefficient n/(n - 1) x Σ Σ |x_i - x_j| / (2 n² mean): 0 for equal rates, 1 where one group has all errors.
 * Undefined for fewer than two rates, and where all are 0.
 * Source: Howard, Laird, Rubin, Sirotin, Tipton & Vemury, Evaluating Proposed Fairness Models for Face Recognition
 * Algorithms, ICPR workshops, 2022 (arXiv 2203.05051), equation with the correction for few groups.
 */
export function gini(rates: GroupValues): number | undefined {
  const sorted = ascending(rates);
  const n = sorted.length;
  const total = sorted.reduce((sum, rate) => sum + rate, 0);
  if (n < 2 || total === 0) return undefined;
  // Each gap between neighbours stands in i (n - i) of the differences: every term is 0 or above.
  const gaps = sorted.slice(1).reduce((sum, rate, i) => sum + (rate - (sorted[i] ?? 0)) * (i + 1) * (n - 1 - i), 0);
  return Math.min(1, gaps / ((n - 1) * total));
}

/** The two rates of every group, in the same order. */
export interface BothRates {
  readonly fmr: GroupValues;
  readonly fnmr: GroupValues;
}

/** Gini aggregation rate for biometric equitability (Howard et al. 2022): alpha Gini(FMR) + (1 - alpha) Gini(FNMR). */
export function garbe({ fmr, fnmr }: BothRates, alpha = DEFAULT_ALPHA): number | undefined {
  const [ofFmr, ofFnmr] = [gini(fmr), gini(fnmr)];
  return ofFmr === undefined || ofFnmr === undefined ? undefined : alpha * ofFmr + (1 - alpha) * ofFnmr;
}

/**
 * Fairness discrepancy rate: 1 - (alpha max |FMR_i - FMR_j| + (1 - alpha) max |FNMR_i - FNMR_j|); 1 where groups are
 * equal, lower where they are not. It looks at differences, not ratios, so at a small FMR it says little about FMR.
 * Undefined for fewer than two groups, and where no group has any error of either kind.
 * Source: de Freitas Pereira & Marcel, Fairness in Biometrics, IEEE TBIOM 4(1), 2022 (arXiv 2011.02395).
 */
export function fairnessDiscrepancyRate({ fmr, fnmr }: BothRates, alpha = DEFAULT_ALPHA): number | undefined {
  if (fmr.length < 2 || Math.max(...fmr, ...fnmr) === 0) return undefined;
  const range = (rates: GroupValues) => Math.max(...rates) - Math.min(...rates);
  return 1 - (alpha * range(fmr) + (1 - alpha) * range(fnmr));
}

/**
 * Inequity ratio: (max FMR / min FMR)^alpha x (max FNMR / min FNMR)^beta (Grother, Demographic Differentials in Face
 * Recognition Algorithms, EAB, 2021; in the form of Howard et al. 2022, where beta = 1 - alpha). Undefined where a rate is 0.
 */
export function inequityRatio({ fmr, fnmr }: BothRates, alpha = DEFAULT_ALPHA, beta = 1 - alpha): number | undefined {
  const [ofFmr, ofFnmr] = [maxOverMin(fmr), maxOverMin(fnmr)];
  return ofFmr === undefined || ofFnmr === undefined ? undefined : ofFmr ** alpha * ofFnmr ** beta;
}

function ascending(rates: GroupValues): number[] {
  return [...rates].sort((a, b) => a - b);
}
