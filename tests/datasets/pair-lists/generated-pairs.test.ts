import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatePairs } from '../../../src/datasets/pair-lists/generated-pairs.js';
import type { Sample } from '../../../src/datasets/sample.js';

const samplesOf = (sizes: readonly number[]): Sample[] =>
  sizes.flatMap((size, s) =>
    Array.from({ length: size }, (_, i) => ({ id: `s${s}/${i}`, subject: `s${s}`, attributes: {} })),
  );

const choose2 = (n: number) => (n * (n - 1)) / 2;
const ALL = { mated: 1e6, nonMated: 1e6, seed: 1 };

it('gives every pair once when there is room, with the right label', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 2, maxLength: 8 }), (sizes) => {
      fc.pre(sizes.some((size) => size > 1));
      const samples = samplesOf(sizes);
      const pairs = generatePairs('mine', samples, ALL);
      const names = pairs.map(({ a, b }) => [a, b].sort().join(' '));
      expect(new Set(names).size).toBe(choose2(samples.length));
      expect(pairs).toHaveLength(choose2(samples.length));
      const subject = new Map(samples.map(({ id, subject: s }) => [id, s]));
      for (const { a, b, mated } of pairs) expect(subject.get(a) === subject.get(b)).toBe(mated);
    }),
  );
});

it('draws as many as asked, the same for a seed whatever the order of the samples, others for another seed', () => {
  const samples = samplesOf([3, 5, 2, 7, 4]);
  const options = { mated: 10, nonMated: 25, seed: 42 };
  const pairs = generatePairs('mine', samples, options);
  expect(pairs.filter(({ mated }) => mated)).toHaveLength(10);
  expect(pairs.filter(({ mated }) => !mated)).toHaveLength(25);
  expect(generatePairs('mine', [...samples].reverse(), options)).toEqual(pairs);
  expect(generatePairs('mine', samples, { ...options, seed: 43 })).not.toEqual(pairs);
});

it('draws every non-mated pair about equally often', () => {
  const samples = samplesOf([2, 2, 2]);
  const counts = new Map<string, number>();
  for (let seed = 0; seed < 3000; seed++) {
    for (const { a, b, mated } of generatePairs('mine', samples, { mated: 1, nonMated: 3, seed })) {
      if (!mated) counts.set(`${a} ${b}`, (counts.get(`${a} ${b}`) ?? 0) + 1);
    }
  }
  // 12 non-mated pairs, each expected 750 times; six standard deviations are about 142.
  expect(counts.size).toBe(12);
  for (const count of counts.values()) expect(Math.abs(count - 750)).toBeLessThan(142);
});

it.each([
  [[1, 1, 1], '3 pictures of 3 subjects'],
  [[4], '4 pictures of 1 subjects'],
])('refuses subjects of %j pictures', (sizes, message) => {
  expect(() => generatePairs('mine', samplesOf(sizes), ALL)).toThrow(message);
});
