import type { Bounds } from './level.js';
import { DEFAULT_LEVEL } from './level.js';
import { wilson } from './wilson.js';

/** A proportion by its counts. */
export interface Counts {
  readonly errors: number;
  readonly trials: number;
}

/**
 * The two-sided interval of the difference first - second of two independent proportions, from their Wilson intervals
 * (Newcombe, Statistics in Medicine 17, 1998, method 10). It holds the observed difference and stays within -1 to 1.
 * Throws as `wilson` does.
 */
export function newcombe(first: Counts, second: Counts, level = DEFAULT_LEVEL): Bounds {
  const a = { rate: first.errors / first.trials, ...wilson(first.errors, first.trials, level) };
  const b = { rate: second.errors / second.trials, ...wilson(second.errors, second.trials, level) };
  const difference = a.rate - b.rate;
  return {
    low: difference - Math.hypot(a.rate - a.low, b.high - b.rate),
    high: difference + Math.hypot(a.high - a.rate, b.rate - b.low),
  };
}
