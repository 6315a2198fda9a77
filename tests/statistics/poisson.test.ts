import { describe, expect, it } from 'vitest';
import { normalCdf } from '../../src/statistics/normal.js';
import { drawPoisson, POISSON_BY_NORMAL_FROM } from '../../src/statistics/poisson.js';
import { seededRandom } from '../../src/statistics/seeded.js';

/** P(X <= k) for k from 0 on. */
function poissonCdf(mean: number, upTo: number): number[] {
  let log = -mean;
  let sum = 0;
  return Array.from({ length: upTo + 1 }, (_, k) => {
    if (k > 0) log += Math.log(mean / k);
    sum += Math.exp(log);
    return sum;
  });
}

describe('a Poisson number', () => {
  // The largest distance of 200,000 draws from their distribution is below this with probability 0.9999.
  const KOLMOGOROV = 2.23 / Math.sqrt(200_000);

  it.each([0.01, 0.7, 5, 29.9, 30, 31, 200])('of mean %d is distributed as it should be', (mean) => {
    const random = seededRandom(7);
    const draws = Array.from({ length: 200_000 }, () => drawPoisson(mean, random));
    const most = draws.reduce((a, b) => Math.max(a, b));
    const counts = new Array<number>(most + 1).fill(0);
    for (const draw of draws) counts[draw]! += 1;
    let below = 0;
    const distances = poissonCdf(mean, most).map((expected, k) => {
      below += counts[k]! / draws.length;
      return Math.abs(below - expected);
    });
    expect(Math.max(...distances)).toBeLessThan(KOLMOGOROV);
  });

  it('is off by less than 0.002 where it comes by way of a normal one', () => {
    for (const mean of [POISSON_BY_NORMAL_FROM, 30.5, 47, 100, 400]) {
      const root = Math.sqrt(mean);
      const distances = poissonCdf(mean, Math.ceil(mean + 8 * root)).map((expected, k) => {
        // The z at which mean + root z + (z² - 1)/6 is k + 1/2; the parabola's other branch is 16 deviations away.
        const z = 3 * (Math.sqrt(mean + (2 / 3) * (k + 0.5 - mean + 1 / 6)) - root);
        return Number.isNaN(z) ? 0 : Math.abs(normalCdf(z) - expected);
      });
      expect(Math.max(...distances)).toBeLessThan(0.002);
    }
  });

  it('is 0 for a mean of 0, whole and not negative, and ends for the largest means', () => {
    const random = seededRandom(1);
    expect(drawPoisson(0, random)).toBe(0);
    for (const mean of [1e-300, 1e-9, 29.999, 1e6, 1e12]) {
      const draw = drawPoisson(mean, random);
      expect(Number.isInteger(draw) && draw >= 0).toBe(true);
      expect(Math.abs(draw - mean)).toBeLessThanOrEqual(8 * Math.sqrt(mean) + 1);
    }
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a mean of %d', (mean) => {
    expect(() => drawPoisson(mean, seededRandom(1))).toThrow(RangeError);
  });
});
