import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { randomBetween } from '../../statistics/named-random.js';
import { drawPoisson } from '../../statistics/poisson.js';

/** Spots at random places. */
export interface Spots {
  /** The share of the area within spots, on average; below 1. */
  readonly coverage: number;
  /** Of a spot of middle size, in pixels; they have half of it to half as much again. */
  readonly diameter: number;
}

const SMALLEST = 0.5;
const LARGEST = 1.5;

/** The mean square of a size that is anything between the two. */
const MEAN_SQUARE = (LARGEST ** 2 + LARGEST * SMALLEST + SMALLEST ** 2) / 3;

/** A spot fades from this share of its radius on, to as far outside it; half of it is left at the radius. */
const FADES_FROM = 0.5;
const FADES_TO = 2 - FADES_FROM;

/**
 * How much of a spot each pixel has, 0 to 1, row by row; where spots overlap the denser one counts. Places and number
 * are a Boolean model: with so many spots by chance per area that a share 1 - exp(-number x area of one) is within their
 * radius. Source: Chiu, Stoyan, Kendall and Mecke, Stochastic Geometry and its Applications, 3rd edition, chapter 3.
 */
export function spotMask(
  width: number,
  height: number,
  { coverage, diameter }: Spots,
  random: RandomGenerator,
): Float32Array {
  const mask = new Float32Array(width * height);
  const radius = diameter / 2;
  const perArea = -Math.log(1 - coverage) / (Math.PI * radius ** 2 * MEAN_SQUARE);
  // Spots whose middle is outside reach in as well.
  const margin = radius * LARGEST * FADES_TO;
  const count = drawPoisson(perArea * (width + 2 * margin) * (height + 2 * margin), random);
  for (let k = 0; k < count; k++) {
    const x = randomBetween(random, -margin, width + margin);
    const y = randomBetween(random, -margin, height + margin);
    layOver(mask, width, height, { x, y, radius: radius * randomBetween(random, SMALLEST, LARGEST) });
  }
  return mask;
}

function layOver(
  mask: Float32Array,
  width: number,
  height: number,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  const reach = radius * FADES_TO;
  for (let row = Math.max(0, Math.floor(y - reach)); row < Math.min(height, y + reach); row++) {
    for (let column = Math.max(0, Math.floor(x - reach)); column < Math.min(width, x + reach); column++) {
      const far = Math.sqrt((column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2) / radius;
      const at = row * width + column;
      mask[at] = Math.max(mask[at]!, fading(far));
    }
  }
}

/** 1 within, 0 without, smooth between; distances are in radii. */
function fading(far: number): number {
  const share = Math.min(1, Math.max(0, (FADES_TO - far) / (FADES_TO - FADES_FROM)));
  return share * share * (3 - 2 * share);
}
