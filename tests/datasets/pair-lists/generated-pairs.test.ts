import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generatePairs } from '../../../src/datasets/pair-lists/generated-pairs.js';
import type { Sample } from '../../../src/datasets/sample.js';
import { sampleWithoutReplacement } from '../../../src/statistics/seeded.js';

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

it('draws from the list of all mated pairs, though it is never made', () => {
  const samples = samplesOf([3, 1, 5, 2, 7, 4]);
  const all = samples.flatMap((one, i) =>
    samples.slice(i + 1).flatMap((other) => (one.subject === other.subject ? [`${one.id} ${other.id}`] : [])),
  );
  const mated = generatePairs('mine', samples, { mated: 12, nonMated: 1, seed: 9 }).filter((pair) => pair.mated);
  expect(mated.map(({ a, b }) => `${a} ${b}`)).toEqual(
    sampleWithoutReplacement(all.length, 12, 9).map((index) => all[index]),
  );
});

it('takes a subject of 10,000 pictures, which has 50 million mated pairs, in no time', () => {
  const samples = samplesOf([10_000, 10]);
  const before = performance.now();
  const pairs = generatePairs('mine', samples, { mated: 20_000, nonMated: 20_000, seed: 1 });
  expect(performance.now() - before).toBeLessThan(1000);
  expect(new Set(pairs.map(({ a, b }) => `${a} ${b}`)).size).toBe(40_000);
});

it('takes at most so many mated pairs of one subject, all of them where there are fewer', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 8 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      (sizes, perSubject, seed) => {
        fc.pre(sizes.some((size) => size > 1));
        const samples = samplesOf(sizes);
        const pairs = generatePairs('mine', samples, { ...ALL, perSubject, seed });
        const names = new Set(pairs.map(({ a, b }) => [a, b].sort().join(' ')));
        expect(names.size).toBe(pairs.length);
        const mated = pairs.filter((pair) => pair.mated);
        const counts = sizes.map((_, s) => mated.filter(({ a }) => a.startsWith(`s${s}/`)).length);
        expect(counts).toEqual(sizes.map((size) => Math.min(perSubject, choose2(size))));
        for (const { a, b } of mated) expect(a.split('/')[0]).toBe(b.split('/')[0]);
        expect(generatePairs('mine', samples.toReversed(), { ...ALL, perSubject, seed })).toEqual(pairs);
        expect(pairs.filter((pair) => !pair.mated)).toEqual(
          generatePairs('mine', samples, { ...ALL, seed }).filter((pair) => !pair.mated),
        );
      },
    ),
  );
});

it('draws every mated pair of a subject about equally often, apart from those of others', () => {
  const samples = samplesOf([4, 4, 4]);
  const counts = new Map<string, number>();
  const together = new Map<string, number>();
  for (let round = 0; round < 3600; round++) {
    // Seeds far apart: the generator's first numbers follow the seed, so those of neighbours are not independent.
    const seed = Math.imul(round, 0x9e37_79b1);
    const mated = generatePairs('mine', samples, { mated: 9, nonMated: 1, perSubject: 1, seed }).slice(0, 3);
    const names = mated.map(({ a, b }) => `${a} ${b}`);
    for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
    const couple = names.slice(0, 2).join(', ');
    together.set(couple, (together.get(couple) ?? 0) + 1);
  }
  // 6 pairs of each of 3 subjects, each expected 600 times; couples of two subjects 100 times each. Five deviations.
  expect(counts.size).toBe(18);
  for (const count of counts.values()) expect(Math.abs(count - 600)).toBeLessThan(112);
  expect(together.size).toBe(36);
  for (const count of together.values()) expect(Math.abs(count - 100)).toBeLessThan(50);
});

it('draws as many as asked from what the subjects may give', () => {
  const pairs = generatePairs('mine', samplesOf([9, 9, 9]), { mated: 7, nonMated: 5, perSubject: 3, seed: 2 });
  expect(pairs.filter(({ mated }) => mated)).toHaveLength(7);
  expect(pairs.filter(({ mated }) => !mated)).toHaveLength(5);
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
