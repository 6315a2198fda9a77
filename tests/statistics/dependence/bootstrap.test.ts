import { expect, it } from 'vitest';
import { percentileInterval, subjectReplicates } from '../../../src/statistics/dependence/bootstrap.js';

it('draws as many subjects as there are, the same ones for the same seed', () => {
  const draw = (seed: number) => {
    const all: number[][] = [];
    subjectReplicates(5, { replicates: 50, seed }, (weights) => all.push([...weights]));
    return all;
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
  for (const weights of draw(3)) expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(5);
});

it('draws every subject as often on average', () => {
  const sums = new Float64Array(4);
  subjectReplicates(4, { replicates: 4000, seed: 7 }, (weights) => {
    for (let i = 0; i < 4; i += 1) sums[i] = (sums[i] ?? 0) + (weights[i] ?? 0);
  });
  // The standard deviation of each sum is √(4000 x 3/4) = 55.
  for (const sum of sums) expect(Math.abs(sum - 4000)).toBeLessThan(5 * 55);
});

it('takes the order statistics of rank (R + 1) α/2 from either end', () => {
  const replicates = Array.from({ length: 199 }, (_, k) => 199 - k);
  expect(percentileInterval(replicates, 0.95)).toEqual({ low: 5, high: 195 });
  expect(percentileInterval(replicates, 0.9)).toEqual({ low: 10, high: 190 });
  expect(percentileInterval(replicates.slice(0, 38), 0.95)).toBeUndefined();
});
