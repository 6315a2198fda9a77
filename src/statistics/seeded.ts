import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';

/** A random generator that gives the same numbers for the same seed on every machine; the seed is a whole number. */
export function seededRandom(seed: number): RandomGenerator {
  if (!Number.isSafeInteger(seed)) throw new RangeError(`A seed must be a whole number, found ${seed}.`);
  const upper = Math.floor(seed / 2 ** 32);
  return xoroshiro128plus(mixed(mixed(upper) ^ seed));
}

/**
 * Spreads the bits of 32-bit numbers (the finisher of MurmurHash3, Appleby 2011): the generator's first numbers follow
 * its seed, so near seeds would give near sequences.
 */
function mixed(bits: number): number {
  let x = bits | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85eb_ca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2_ae35);
  return x ^ (x >>> 16);
}

/** A whole number from 0 to below - 1, each equally likely. */
export function randomBelow(random: RandomGenerator, below: number): number {
  return uniformInt(random, 0, below - 1);
}

/** Draws the numbers of `randomBelow`, the same ones, in less than half the time where many have one limit. */
export function drawerBelow(random: RandomGenerator, below: number): () => number {
  if (!(below > 2 && below < 2 ** 31)) return () => randomBelow(random, below);
  // Draws beyond the last whole multiple of the limit would make low numbers likelier.
  const end = Math.floor(2 ** 32 / below) * below;
  const next = () => (random.next() ^ 0x8000_0000) >>> 0;
  return () => {
    let drawn = next();
    while (drawn >= end) drawn = next();
    return drawn % below;
  };
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
