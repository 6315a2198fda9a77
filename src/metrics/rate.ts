/** How an interval was made; the name is printed beside every rate. */
export type IntervalMethod = 'wilson' | 'clopper-pearson' | 't' | 'none';

/** Two-sided interval at confidence `level` (0.95 means 95%). */
export interface Interval {
  readonly low: number;
  readonly high: number;
  readonly level: number;
  readonly method: IntervalMethod;
}

/**
 * A proportion that names its denominator. `resolvable` says that the data cannot support the rate as a measurement,
 * why, and the upper bound that they do support.
 */
export interface Rate {
  readonly value: number;
  readonly errors: number;
  readonly trials: number;
  readonly subjects?: number;
  readonly interval: Interval;
  readonly over: 'comparisons' | 'samples' | 'subjects';
  readonly floor?: { readonly reason: string; readonly upperBound: number; readonly level: number };
}
