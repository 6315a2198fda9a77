/**
 * The value that a share `p` of the values lie below, with linear interpolation between the two nearest (type 7 of
 * Hyndman & Fan, The American Statistician 50(4), 1996; what NumPy and R do where nothing is said). Throws for no values
 * and for a share outside 0 to 1.
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (values.length === 0) throw new RangeError('A quantile of no values does not exist.');
  if (!(p >= 0 && p <= 1)) throw new RangeError(`A quantile is of a share between 0 and 1, found ${p}.`);
  const ascending = Float64Array.from(values).sort();
  const place = (ascending.length - 1) * p;
  const below = Math.floor(place);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? Number.NaN;
  return low + (high - low) * (place - below);
}

/** The middle value, or the mean of the two in the middle; throws for no values. */
export function median(values: ArrayLike<number>): number {
  return quantile(values, 0.5);
}
