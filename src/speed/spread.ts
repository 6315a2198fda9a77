import { median, quantile } from '../statistics/quantile.js';

/** How times lie. */
export interface Spread {
  readonly median: number;
  readonly p10: number;
  readonly p90: number;
  readonly min: number;
  readonly max: number;
  /** How many times there are. */
  readonly times: number;
}

/** How the figures of rounds lie. */
export interface Range {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

/** Median, spread and number of times; throws for none. */
export function spreadOf(times: readonly number[]): Spread {
  return {
    median: figure(median(times)),
    p10: figure(quantile(times, 0.1)),
    p90: figure(quantile(times, 0.9)),
    min: figure(quantile(times, 0)),
    max: figure(quantile(times, 1)),
    times: times.length,
  };
}

/** Median, least and most of the rounds; throws for none. */
export function rangeOf(values: readonly number[]): Range {
  return { median: figure(median(values)), min: figure(quantile(values, 0)), max: figure(quantile(values, 1)) };
}

/** Least and most as a share of the median. */
export function relativeRange(values: readonly number[]): number {
  return (quantile(values, 1) - quantile(values, 0)) / median(values);
}

/** Five significant digits: more than any clock here can tell. */
export function figure(value: number): number {
  return Number(value.toPrecision(5));
}
