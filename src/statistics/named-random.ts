import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { seededRandom } from './seeded.js';

/** A stream of random numbers of its own for each list of names, so that drawing more for one thing moves no other. */
export function namedRandom(...names: readonly (string | number)[]): RandomGenerator {
  return seededRandom(namedSeed(...names));
}

/** A whole number from 0 to 2^32 - 1 for a list of names (FNV-1a, 32 bits, over their UTF-16 code units). */
export function namedSeed(...names: readonly (string | number)[]): number {
  let hash = 0x811c_9dc5;
  const text = names.join('/');
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x0100_0193);
  return hash >>> 0;
}

/** A number from `low` to below `high`, in steps of 2^-32 of the difference. */
export function randomBetween(random: RandomGenerator, low: number, high: number): number {
  return low + ((high - low) * (random.next() >>> 0)) / 2 ** 32;
}

/** `size` or `-size` at random, times a number from `low` to below 1: something that is never small. */
export function randomSigned(random: RandomGenerator, low: number, size: number): number {
  const sign = random.next() < 0 ? -1 : 1;
  return sign * size * randomBetween(random, low, 1);
}
