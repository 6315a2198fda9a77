import { type Bounds, checkCounts, checkLevel, DEFAULT_LEVEL } from './level.js';
import { normalQuantile } from './normal.js';

/**
 * Wilson's two-sided score interval of a proportion (JASA 22, 1927). `low` is exactly 0 for no errors, `high` exactly 1
 * when every trial is one. `trials` need not be whole, so that an effective number of trials can be given.
 * `z` is the critical value, the normal one unless another is given.
 * Throws for counts outside 0 <= errors <= trials, trials > 0, and for a level outside 0 to 1.
 */
export function wilson(
  errors: number,
  trials: number,
  level = DEFAULT_LEVEL,
  z = -normalQuantile((1 - level) / 2),
): Bounds {
  checkCounts(errors, trials);
  checkLevel(level);
  const rate = errors / trials;
  const sum = 2 * errors + z * z + z * Math.sqrt(z * z + 4 * errors * (1 - rate));
  // The roots' product is rate² n / (n + z²): the low end from the high one keeps its digits for few errors.
  return { low: (2 * errors * rate) / sum, high: errors === trials ? 1 : sum / (2 * (trials + z * z)) };
}
