import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findMates, matedSamples, numbered, sharedMates } from '../../src/comparison/mates.js';

it('numbers subjects in the order in which they are first named, whatever they are called', () => {
  expect([...numbered(['b', 'a', 'b', 1, '1'], 5)]).toEqual([0, 1, 0, 2, 3]);
  expect(() => numbered(['a'], 2)).toThrow('Every template needs its subject, found 2 templates and 1 subjects.');
});

it('finds what a double loop finds, in its order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -2, max: 5 }), { maxLength: 40 }), (subjects) => {
      const mates = sharedMates(findMates(Int32Array.from(subjects)));
      const pairs = subjects.flatMap((subject, p) =>
        subjects.flatMap((other, q) => (p < q && subject === other ? [[p, q]] : [])),
      );
      const { first, second } = matedSamples(mates);
      expect([...first].map((p, k) => [p, second[k]])).toEqual(pairs);
      const before = subjects.map((_, sample) => pairs.filter(([p = 0]) => p < sample).length);
      expect([...mates.matedBefore]).toEqual([...before, pairs.length]);
    }),
  );
});
