/** How the observed value stands among those that chance gives. */
export interface Chance {
  readonly median: number;
  /** The middle `level` of the values that chance gives. */
  readonly low: number;
  readonly high: number;
  readonly level: number;
  /** How often chance gives as much or more, by the +1 rule: (1 + as much) / (1 + permutations), so never 0. */
  readonly pValue: number;
  readonly permutations: number;
}

/**
 * Sums up what chance gave (Davison & Hinkley, Bootstrap Methods, 1997, section 4.2; ends as in `percentileInterval`).
 * Throws for fewer permutations than the level needs.
 */
export function chanceOf(observed: number, permuted: Float64Array, level: number): Chance {
  const sorted = permuted.slice().sort();
  const rank = Math.floor((sorted.length + 1) * ((1 - level) / 2) + 1e-9);
  const [low, high] = [sorted[rank - 1], sorted[sorted.length - rank]];
  const [below, above] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  if (rank < 1 || low === undefined || high === undefined || below === undefined || above === undefined) {
    throw new RangeError(`${sorted.length} permutations are too few for level ${level}.`);
  }
  // Sums of the same numbers in another order may differ in their last bits.
  const asMuch = sorted.filter((value) => value >= observed - 1e-9 * Math.abs(observed)).length;
  const pValue = (1 + asMuch) / (1 + sorted.length);
  return { median: (below + above) / 2, low, high, level, pValue, permutations: sorted.length };
}
