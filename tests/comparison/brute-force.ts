import type { Templates } from '../../src/comparison/templates.js';
import { randomBelow, seededRandom } from '../../src/statistics/seeded.js';
import { gaussian } from '../support/gaussian.js';

/** Templates of small whole numbers: every order of summation is exact, and scores tie. */
export function wholeTemplates(count: number, dimensions: number, seed: number): Templates {
  const random = seededRandom(seed);
  return {
    data: Float32Array.from({ length: count * dimensions }, () => randomBelow(random, 7) - 3),
    dimensions,
  };
}

/** Templates of unit length that a model might give. */
export function unitTemplates(count: number, dimensions: number, seed: number): Templates {
  const draw = gaussian(seed);
  const data = Float32Array.from({ length: count * dimensions }, draw);
  for (let start = 0; start < data.length; start += dimensions) {
    const one = data.subarray(start, start + dimensions);
    const length = Math.hypot(...one);
    for (const [k, value] of one.entries()) one[k] = value / length;
  }
  return { data, dimensions };
}

/** `count` subjects from 0 to below `subjects`, in no order. */
export function someSubjects(count: number, subjects: number, seed: number): Int32Array {
  const random = seededRandom(seed);
  return Int32Array.from({ length: count }, () => randomBelow(random, subjects));
}

/** Template i. */
export function templateAt({ data, dimensions }: Templates, i: number): Float32Array {
  return data.subarray(i * dimensions, (i + 1) * dimensions);
}

/** The dot product in double precision, exact for whole numbers. */
export function dot(a: Float32Array, b: Float32Array): number {
  return a.reduce((sum, value, k) => sum + value * (b[k] ?? Number.NaN), 0);
}

/** Every pair of samples once, by a double loop. */
export function everyPair(templates: Templates, subjects: ArrayLike<number>) {
  const pairs: { first: number; second: number; score: number; mated: boolean }[] = [];
  for (let first = 0; first < subjects.length; first += 1) {
    for (let second = first + 1; second < subjects.length; second += 1) {
      const score = dot(templateAt(templates, first), templateAt(templates, second));
      pairs.push({ first, second, score, mated: subjects[first] === subjects[second] });
    }
  }
  return pairs;
}
