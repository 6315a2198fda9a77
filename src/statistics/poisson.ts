import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { drawNormal } from './draws.js';

/** From this mean on, numbers are drawn by way of a normal one. */
export const POISSON_BY_NORMAL_FROM = 30;

/**
 * How many of many rare things happen, with the given mean, which must be finite and not negative. Below a mean of 30
 * exact, by inversion (Devroye, Non-Uniform Random Variate Generation, 1986, X.3). From 30 on a normal number with the
 * first term for the skew (Cornish & Fisher, Revue de l'Institut International de Statistique 5, 1938), rounded and not
 * below 0: the distribution function is then off by less than 0.002. `normal` is where that one comes from.
 */
export function drawPoisson(mean: number, random: RandomGenerator, normal = () => drawNormal(random)): number {
  if (!(mean >= 0 && mean < Number.POSITIVE_INFINITY)) {
    throw new RangeError(`A Poisson number needs a finite mean of at least 0, found ${mean}.`);
  }
  if (mean >= POISSON_BY_NORMAL_FROM) {
    const z = normal();
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * z + (z * z - 1) / 6));
  }
  let chance = Math.exp(-mean);
  let left = uniformFloat64(random) - chance;
  let count = 0;
  // A chance of 0 ends what rounding would keep going for ever.
  while (left >= 0 && chance > 0) {
    count += 1;
    chance *= mean / count;
    left -= chance;
  }
  return count;
}
