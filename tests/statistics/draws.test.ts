import fc from 'fast-check';
import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { describe, expect, it } from 'vitest';
import {
  drawBinomial,
  drawLogGamma,
  drawMultinomial,
  drawNormal,
  normalDrawer,
  shuffle,
} from '../../src/statistics/draws.js';
import { mean, standardDeviation } from '../../src/statistics/mean.js';
import { seededRandom } from '../../src/statistics/seeded.js';

const DRAWS = 20_000;
const many = (draw: () => number) => Float64Array.from({ length: DRAWS }, draw);
/** Draws are seeded, so a mean stays where it is; four standard errors leave room for another generator. */
const near = (values: Float64Array, expected: number) =>
  expect(Math.abs(mean(values) - expected)).toBeLessThan((4 * standardDeviation(values)) / Math.sqrt(DRAWS));

describe.each([
  { name: 'drawNormal', drawer: (random: RandomGenerator) => () => drawNormal(random) },
  { name: 'normalDrawer', drawer: normalDrawer },
])('$name', ({ drawer }) => {
  it('has mean 0, variance 1 and 2.5% above 1.96', () => {
    const values = many(drawer(seededRandom(1)));
    near(values, 0);
    near(
      values.map((x) => x * x),
      1,
    );
    near(
      values.map((x) => (x > 1.959964 ? 1 : 0)),
      0.025,
    );
  });

  it('gives numbers that say nothing of the next one', () => {
    const values = many(drawer(seededRandom(2)));
    near(
      values.map((x, i) => x * (values[i + 1] ?? 0)),
      0,
    );
    near(
      values.map((x, i) => (x * x - 1) * ((values[i + 1] ?? 1) ** 2 - 1)),
      0,
    );
  });
});

describe('drawLogGamma', () => {
  it.each([0.3, 1, 2.5, 40])('has the mean and the variance of its shape %d', (shape) => {
    const random = seededRandom(2);
    const values = many(() => Math.exp(drawLogGamma(shape, random)));
    near(values, shape);
    near(
      values.map((x) => (x - shape) ** 2),
      shape,
    );
  });

  it('stays a number where the gamma number itself would be 0', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 50 }, () => drawLogGamma(1e-4, random));
    expect(values.every(Number.isFinite)).toBe(true);
    expect(Math.min(...values)).toBeLessThan(-745);
  });

  it('refuses a shape that is none', () => {
    for (const shape of [0, -1, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => drawLogGamma(shape, seededRandom(1))).toThrow('A shape must be above 0');
    }
  });
});

describe('drawBinomial', () => {
  it.each([
    [7, 0.3],
    [1000, 0.004],
    [1000, 0.5],
    [5_000_000, 1e-6],
    [5_000_000, 0.9],
  ])('has the mean and the variance of %d trials at %d', (trials, p) => {
    const random = seededRandom(4);
    const values = many(() => drawBinomial(trials, p, random));
    near(values, trials * p);
    near(
      values.map((x) => (x - trials * p) ** 2),
      trials * p * (1 - p),
    );
  });

  it('has the exact chance of none: 0.99^100 = 0.366032', () => {
    const random = seededRandom(5);
    near(
      many(() => (drawBinomial(100, 0.01, random) === 0 ? 1 : 0)),
      0.366032,
    );
  });

  it('is whole and in range, and exact at the ends', () => {
    fc.assert(
      fc.property(fc.nat({ max: 1e9 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(), (trials, p, seed) => {
        const drawn = drawBinomial(trials, p, seededRandom(seed));
        expect(Number.isInteger(drawn) && drawn >= 0 && drawn <= trials).toBe(true);
        expect(drawBinomial(trials, 0, seededRandom(seed))).toBe(0);
        expect(drawBinomial(trials, 1, seededRandom(seed))).toBe(trials);
      }),
    );
    expect(() => drawBinomial(1.5, 0.5, seededRandom(1))).toThrow(RangeError);
    expect(() => drawBinomial(2, 1.1, seededRandom(1))).toThrow(RangeError);
  });
});

describe('drawMultinomial', () => {
  it('deals everything out, by weight', () => {
    const random = seededRandom(6);
    const counts = Array.from({ length: 5000 }, () => drawMultinomial(10, [1, 0, 3], random));
    expect(counts.every(([a = 0, b = 0, c = 0]) => a + b + c === 10 && b === 0)).toBe(true);
    expect(mean(counts.map(([a = 0]) => a))).toBeCloseTo(2.5, 1);
  });

  it('gives the last place nothing when it weighs nothing', () => {
    expect(drawMultinomial(5, [0.1, 0.2, 0], seededRandom(1))[2]).toBe(0);
  });
});

describe('shuffle', () => {
  it('keeps the values and makes every order equally likely', () => {
    const random = seededRandom(7);
    const seen = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const values = [1, 2, 3];
      shuffle(values, random);
      seen.set(values.join(''), (seen.get(values.join('')) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['123', '132', '213', '231', '312', '321']);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(120);
  });
});
