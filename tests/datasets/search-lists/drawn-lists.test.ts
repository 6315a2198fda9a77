import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Sample } from '../../../src/datasets/sample.js';
import { type DrawListsOptions, drawSearchLists } from '../../../src/datasets/search-lists/drawn-lists.js';

/** Subjects s0, s1, ... of so many samples each. */
const samplesOf = (counts: readonly number[]): Sample[] =>
  counts.flatMap((count, s) =>
    Array.from({ length: count }, (_, i) => ({ id: `s${s}/${i}`, subject: `s${s}`, attributes: {} })),
  );

const subjectOf = (sample: string) => sample.split('/')[0] ?? '';

/** Data, and options that are often possible with them. */
const cases = fc
  .record({
    counts: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 3, maxLength: 12 }),
    sizes: fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 3 }),
    samplesPerSubject: fc.integer({ min: 1, max: 2 }),
    perSubject: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    seed: fc.nat(),
  })
  .map(({ counts, ...options }) => ({ counts, options: options satisfies DrawListsOptions }));

it('enrols, searches and passes by as counted by hand, or says which of three things is impossible', () => {
  const seen = { drawn: 0, larger: 0, unsearched: 0, noStranger: 0 };
  fc.assert(
    fc.property(cases, ({ counts, options }) => {
      const { sizes, samplesPerSubject, perSubject = 99 } = options;
      const draw = () => drawSearchLists('mine', samplesOf(counts), options);
      const qualified = counts.filter((count) => count >= samplesPerSubject).length;
      const largest = Math.max(...sizes);
      if (largest > qualified) {
        seen.larger += 1;
        expect(draw).toThrow(`mine has ${qualified} subjects of at least ${samplesPerSubject} samples, too few for a `);
        return;
      }
      if (largest === counts.length && counts.some((count) => count > samplesPerSubject) && sizes.length === 1) {
        seen.noStranger += 1;
        expect(draw).toThrow(`a list of ${largest} takes every subject of mine, so no non-mated probe is left`);
        return;
      }
      let drawn: ReturnType<typeof draw>;
      try {
        drawn = draw();
      } catch (thrown) {
        seen.unsearched += 1;
        expect(largest < counts.length && counts.every((count) => count > samplesPerSubject)).toBe(false);
        expect(String(thrown)).toMatch(/so no (non-)?mated probe is left/);
        return;
      }
      seen.drawn += 1;
      const { lists, nonMated } = drawn;
      expect(lists.map(({ size }) => size)).toEqual([...sizes].sort((a, b) => a - b));
      for (const { size, gallery, mated } of lists) {
        const enrolled = gallery.map(({ subject }) => subject);
        expect(new Set(enrolled).size).toBe(size);
        const used = gallery.flatMap(({ subject, samples }) => {
          expect(samples).toHaveLength(samplesPerSubject);
          expect(samples.every((sample) => subjectOf(sample) === subject)).toBe(true);
          return samples;
        });
        const all = [...used, ...[...mated, ...nonMated].map(({ sample }) => sample)];
        expect(new Set(all).size).toBe(all.length);
        expect(mated.every(({ sample, subject }) => subjectOf(sample) === subject)).toBe(true);
        const searched = enrolled.map((subject) => mated.filter((probe) => probe.subject === subject).length);
        const left = enrolled.map((subject) => (counts[Number(subject.slice(1))] ?? 0) - samplesPerSubject);
        expect(searched).toEqual(left.map((count) => Math.min(count, perSubject)));
        expect(mated).toHaveLength(searched.reduce((sum, count) => sum + count, 0));
        expect(mated.length).toBeGreaterThan(0);
      }
      const onLargest = new Set(lists.at(-1)?.gallery.map(({ subject }) => subject));
      const outside = counts.flatMap((count, s) => (onLargest.has(`s${s}`) ? [] : [Math.min(count, perSubject)]));
      expect(nonMated.every(({ sample, subject }) => subjectOf(sample) === subject && !onLargest.has(subject))).toBe(
        true,
      );
      expect(new Set(nonMated.map(({ subject }) => subject)).size).toBe(outside.length);
      expect(nonMated).toHaveLength(outside.reduce((sum, count) => sum + count, 0));
    }),
    { seed: 7, numRuns: 500 },
  );
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(3);
});

it('each list is the beginning of the larger ones, and the same whatever other sizes are asked for', () => {
  const samples = samplesOf([3, 1, 2, 5, 1, 1, 4, 2, 2, 3]);
  const options = { samplesPerSubject: 1, perSubject: 2, seed: 11 };
  const { lists } = drawSearchLists('mine', samples, { ...options, sizes: [8, 3, 5] });
  for (const [index, list] of lists.entries()) {
    for (const larger of lists.slice(index + 1)) {
      expect(larger.gallery.slice(0, list.size)).toEqual(list.gallery);
      expect(larger.mated.slice(0, list.mated.length)).toEqual(list.mated);
    }
    expect(drawSearchLists('mine', samples, { ...options, sizes: [list.size] }).lists).toEqual([list]);
  }
});

it('gives the same lists for a seed whatever the order of the samples, others for another seed', () => {
  const samples = samplesOf([3, 4, 2, 5, 3, 2, 4, 2]);
  const options = { sizes: [2, 5], samplesPerSubject: 1, seed: 3 };
  const drawn = drawSearchLists('mine', samples, options);
  expect(drawSearchLists('mine', samples.toReversed(), options)).toEqual(drawn);
  expect(drawSearchLists('mine', samples, { ...options, seed: 4 })).not.toEqual(drawn);
});

it('enrols every subject and every sample of it about equally often, however many it has', () => {
  const counts = [1, 1, 2, 4, 4, 4];
  const times = new Map<string, number>();
  const pairs = new Map<string, number>();
  let drawn = 0;
  for (let seed = 0; seed < 6000; seed += 1) {
    const options = { sizes: [2, 4], samplesPerSubject: 1, seed };
    // A list of the two subjects of one sample has no mated probe: 1 draw of 15.
    const tried = attempt(() => drawSearchLists('mine', samplesOf(counts), options));
    if (!tried) continue;
    drawn += 1;
    const [small] = tried.lists;
    const samples = small?.gallery.flatMap((enrolled) => enrolled.samples) ?? [];
    for (const sample of samples) times.set(sample, (times.get(sample) ?? 0) + 1);
    const pair = samples.map(subjectOf).sort().join(' ');
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  // 15 pairs of subjects, each expected 400 times, all but one of them possible; five standard deviations are about 97.
  expect(pairs.size).toBe(14);
  for (const count of pairs.values()) expect(Math.abs(count - 400)).toBeLessThan(97);
  expect(Math.abs(drawn - 5600)).toBeLessThan(97);
  // A subject is on the list of two in 5 such pairs (4 where one is refused), so a sample in 2000 (1600) / its number.
  expect(times.size).toBe(16);
  for (const [sample, count] of times) {
    const own = counts[Number(subjectOf(sample).slice(1))] ?? 0;
    const expected = (own === 1 ? 1600 : 2000) / own;
    expect(Math.abs(count - expected)).toBeLessThan(5 * Math.sqrt(expected));
  }
});

function attempt<Value>(make: () => Value): Value | undefined {
  try {
    return make();
  } catch (thrown) {
    expect(String(thrown)).toContain('no mated probe is left');
    return undefined;
  }
}

const DATA = samplesOf([3, 2, 1, 1, 1]);
const POSSIBLE = { sizes: [3], samplesPerSubject: 1, seed: 1 };

it.each([
  [
    { sizes: [6] },
    '"subjects": mine has 5 subjects of at least 1 samples, too few for a list of 6; ask for smaller lists',
  ],
  [{ sizes: [1, 3], samplesPerSubject: 2 }, 'mine has 2 subjects of at least 2 samples, too few for a list of 3'],
  [
    { sizes: [5] },
    '"subjects": a list of 5 takes every subject of mine, so no non-mated probe is left; ask for a smaller',
  ],
  [
    { sizes: [1], samplesPerSubject: 3 },
    '"subjects": nobody on the list of 1 of mine has more than the 3 samples that are enrolled, so no mated probe is left',
  ],
  [{ sizes: [] }, '"subjects" must be whole numbers of subjects from 1, such as 100 and 1000, found none.'],
  [{ sizes: [1, 0] }, '"subjects" must be whole numbers of subjects from 1, such as 100 and 1000, found 1, 0.'],
  [{ sizes: [2.5] }, 'found 2.5.'],
  [{ sizes: [Number.NaN] }, 'found NaN.'],
  [{ sizes: [2, 3, 2] }, '"subjects" has 2 twice; remove one of them.'],
  [{ samplesPerSubject: 0 }, '"samplesPerSubject" must be a whole number from 1, found 0.'],
  [{ samplesPerSubject: 1.5 }, '"samplesPerSubject" must be a whole number from 1, found 1.5.'],
  [{ perSubject: 0 }, '"perSubject" must be a whole number from 1, found 0.'],
])('refuses %j', (change, message) => {
  expect(() => drawSearchLists('mine', DATA, { ...POSSIBLE, ...change })).toThrow(message);
});

it('refuses samples without a subject, whom a list could hold', () => {
  const samples = [...DATA, { id: 'crowd/1', attributes: {} }, { id: 'crowd/2', attributes: {} }];
  expect(() => drawSearchLists('mine', samples, POSSIBLE)).toThrow(
    'mine does not say whom 2 of its 10 samples show, such as "crowd/1"; a search list needs the subject of every sample',
  );
});
