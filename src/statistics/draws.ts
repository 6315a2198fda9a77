import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { randomBelow } from './seeded.js';

/** Below so many trials each one is drawn by itself. */
const FEW_TRIALS = 30;

/** A standard normal number: the polar method (Marsaglia & Bray, SIAM Review 6, 1964), one of its two taken. */
export function drawNormal(random: RandomGenerator): number {
  for (;;) {
    const x = 2 * uniformFloat64(random) - 1;
    const y = 2 * uniformFloat64(random) - 1;
    const square = x * x + y * y;
    if (square > 0 && square < 1) return x * Math.sqrt((-2 * Math.log(square)) / square);
  }
}

/** Draws standard normal numbers by the same method, both of its two and from 32 bits each, in a third of the time. */
export function normalDrawer(random: RandomGenerator): () => number {
  let kept: number | undefined;
  return () => {
    if (kept !== undefined) {
      const other = kept;
      kept = undefined;
      return other;
    }
    for (;;) {
      const x = random.next() / 2 ** 31;
      const y = random.next() / 2 ** 31;
      const square = x * x + y * y;
      if (!(square > 0 && square < 1)) continue;
      const stretch = Math.sqrt((-2 * Math.log(square)) / square);
      kept = y * stretch;
      return x * stretch;
    }
  };
}

/**
 * The natural logarithm of a gamma number with the given shape and scale 1 (Marsaglia & Tsang, ACM TOMS 26, 2000; below
 * shape 1 by their factor U^(1/shape)). The logarithm, as with a small shape most numbers are too small for a float.
 */
export function drawLogGamma(shape: number, random: RandomGenerator): number {
  if (!(shape > 0 && Number.isFinite(shape))) throw new RangeError(`A shape must be above 0, found ${shape}.`);
  if (shape < 1) return drawLogGamma(shape + 1, random) + Math.log(1 - uniformFloat64(random)) / shape;
  const d = shape - 1 / 3;
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v <= 0) continue;
    if (Math.log(1 - uniformFloat64(random)) < (x * x) / 2 + d - d * v + d * Math.log(v)) return Math.log(d * v);
  }
}

/**
 * How many of so many trials succeed, each with probability p. Many trials are split at the middle one of as many
 * ordered uniform numbers, which is a beta number (Ahrens & Dieter, Computing 12, 1974), so that the work grows with the
 * logarithm of their number; exact in distribution.
 */
export function drawBinomial(trials: number, p: number, random: RandomGenerator): number {
  if (!(Number.isSafeInteger(trials) && trials >= 0 && p >= 0 && p <= 1)) {
    throw new RangeError(`A binomial number needs whole trials and 0 <= p <= 1, found ${trials} and ${p}.`);
  }
  if (p === 0) return 0;
  if (p === 1) return trials;
  let [left, chance, successes] = [trials, p, 0];
  while (left > FEW_TRIALS) {
    const middle = Math.floor((left + 1) / 2);
    const above = drawLogGamma(left + 1 - middle, random) - drawLogGamma(middle, random);
    const split = 1 / (1 + Math.exp(above));
    if (split <= chance) {
      successes += middle;
      left -= middle;
      chance = (chance - split) / (1 - split);
    } else {
      left = middle - 1;
      chance /= split;
    }
  }
  for (let trial = 0; trial < left; trial += 1) if (uniformFloat64(random) < chance) successes += 1;
  return successes;
}

/** How `total` things fall into places with the given weights, each by itself; the weights need not sum to 1. */
export function drawMultinomial(total: number, weights: readonly number[], random: RandomGenerator): number[] {
  let weightLeft = weights.reduce((sum, weight) => sum + weight, 0);
  let left = total;
  return weights.map((weight, place) => {
    const last = place === weights.length - 1;
    const here = last ? left : drawBinomial(left, weightLeft > 0 ? Math.min(1, weight / weightLeft) : 0, random);
    weightLeft -= weight;
    left -= here;
    return here;
  });
}

/** Puts the values into an order of which every one is equally likely (Fisher & Yates; Durstenfeld, CACM 7, 1964). */
export function shuffle(values: { [index: number]: number; readonly length: number }, random: RandomGenerator): void {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = randomBelow(random, last + 1);
    const kept = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = kept;
  }
}
