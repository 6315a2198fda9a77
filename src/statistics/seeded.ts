import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A random generator that gives the same numbers for the same seed on every machine; the seed is a whole number. */
export function seededRandom(seed: number): RandomGenerator {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed must be a whole number, found ${seed}.`);
  // pure-rand reads 32 bits: the upper ones are mixed in so that no two near seeds share a sequence.
  const upper = Math.floor(seed / 2 ** 32);
  return xoroshiro128plus((seed ^ Math.imul(upper, 0x9e37_79b1)) | 0);
}

/** A whole number from 0 to below - 1, each equally likely. */
export function randomBelow(random: RandomGenerator, below: number): number {
  return uniformInt(random, 0, below - 1);
}

/**
 * `count` different whole numbers from 0 to of - 1 in ascending order, every such set equally likely; the same seed
 * gives the same ones (Floyd's algorithm: Bentley & Floyd, CACM 30(9), 1987, memory in `count` only).
 * Throws for a count above `of`.
 */
export function sampleWithoutReplacement(of: number, count: number, seed: number): number[] {
  return drawWithoutReplacement(of, count, seededRandom(seed));
}

/** The same from a generator, which goes on where it stands: for several samples that depend on one seed. */
export function drawWithoutReplacement(of: number, count: number, random: RandomGenerator): number[] {
  if (!(Number.isSafeInteger(of) && Number.isSafeInteger(count) && count >= 0 && count <= of)) {
    throw new RangeError(`A sample without replacement needs 0 <= count <= of, found ${count} of ${of}.`);
  }
  const taken = new Set<number>();
  for (let last = of - count; last < of; last += 1) {
    const drawn = randomBelow(random, last + 1);
    taken.add(taken.has(drawn) ? last : drawn);
  }
  return [...taken].sort((a, b) => a - b);
}
