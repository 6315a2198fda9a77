import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  drawerBelow,
  drawWithoutReplacement,
  randomBelow,
  sampleWithoutReplacement,
  seededRandom,
} from '../../src/statistics/seeded.js';

describe('sampleWithoutReplacement', () => {
  it('gives the same numbers for the same seed, today and tomorrow', () => {
    expect(sampleWithoutReplacement(1000, 8, 42)).toEqual(sampleWithoutReplacement(1000, 8, 42));
    expect(sampleWithoutReplacement(1000, 8, 42)).toMatchInlineSnapshot(`
      [
        116,
        157,
        282,
        320,
        388,
        436,
        457,
        639,
      ]
    `);
    expect(sampleWithoutReplacement(1000, 8, 43)).not.toEqual(sampleWithoutReplacement(1000, 8, 42));
    expect(sampleWithoutReplacement(1000, 8, 42 + 2 ** 32)).not.toEqual(sampleWithoutReplacement(1000, 8, 42));
  });

  it('gives different whole numbers in range, ascending', () => {
    const sizes = fc
      .integer({ min: 0, max: 200 })
      .chain((of) => fc.tuple(fc.constant(of), fc.integer({ min: 0, max: of })));
    fc.assert(
      fc.property(sizes, fc.maxSafeInteger(), ([of, count], seed) => {
        const drawn = sampleWithoutReplacement(of, count, seed);
        expect(new Set(drawn).size).toBe(count);
        expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
        expect(drawn.every((n) => Number.isInteger(n) && n >= 0 && n < of)).toBe(true);
      }),
    );
  });

  it('draws every set equally often', () => {
    const seen = new Map<string, number>();
    for (let seed = 0; seed < 6000; seed += 1) {
      const key = sampleWithoutReplacement(4, 2, seed).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect(seen.size).toBe(6);
    // Six sets, 1,000 expected of each: five standard deviations are 144.
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(145);
  });

  it('refuses more than there are, and a seed that is no whole number', () => {
    expect(() => sampleWithoutReplacement(3, 4, 1)).toThrow(RangeError);
    expect(() => sampleWithoutReplacement(3, -1, 1)).toThrow(RangeError);
    expect(() => seededRandom(0.5)).toThrow('A seed must be a whole number, found 0.5.');
  });
});

describe('drawWithoutReplacement', () => {
  it('goes on where the generator stands', () => {
    const random = seededRandom(42);
    const first = drawWithoutReplacement(1000, 8, random);
    expect(first).toEqual(sampleWithoutReplacement(1000, 8, 42));
    const second = drawWithoutReplacement(1000, 8, random);
    expect(second).not.toEqual(first);
    expect(second).toHaveLength(8);
  });
});

describe('randomBelow', () => {
  it('reaches every number', () => {
    const random = seededRandom(7);
    const seen = new Set(Array.from({ length: 200 }, () => randomBelow(random, 5)));
    expect([...seen].sort()).toEqual([0, 1, 2, 3, 4]);
  });
});

describe('drawerBelow', () => {
  it('draws the numbers of randomBelow', () => {
    // Near 2^31 and above it every other draw is beyond the last multiple.
    const limits = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 2 ** 32 }));
    fc.assert(
      fc.property(fc.maxSafeInteger(), limits, (seed, below) => {
        const [one, other] = [seededRandom(seed), seededRandom(seed)];
        const drawn = drawerBelow(one, below);
        for (let k = 0; k < 20; k += 1) expect(drawn()).toBe(randomBelow(other, below));
      }),
    );
  });
});
