/** The sum of the values in their order, with Neumaier's compensation, so that it does not drift with their number. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    const next = total + value;
    lost += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return total + lost;
}

/** The arithmetic mean; throws for no values. */
export function mean(values: ArrayLike<number>): number {
  if (values.length === 0) throw new RangeError('The mean of no values does not exist.');
  return sum(values) / values.length;
}

/** The standard deviation with divisor n - 1 (ddof 1); throws for fewer than two values. */
export function standardDeviation(values: ArrayLike<number>): number {
  if (values.length < 2) {
    throw new RangeError(`A standard deviation needs at least two values, found ${values.length}.`);
  }
  const centre = mean(values);
  const squares = Float64Array.from(values, (value) => (value - centre) ** 2);
  return Math.sqrt(sum(squares) / (values.length - 1));
}

/** The standard error of the mean: standardDeviation / √n. */
export function standardError(values: ArrayLike<number>): number {
  return standardDeviation(values) / Math.sqrt(values.length);
}
