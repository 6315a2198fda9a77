import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeNpy } from '../../../src/files/npy.js';
import { decodeFound, encodeFound } from '../../../src/results/conditions/found-array.js';

const search = fc.oneof(
  fc.record({
    rank: fc.nat({ max: 100_000 }),
    score: fc.float({ min: -1, max: 1, noNaN: true, noDefaultInfinity: true }),
  }),
  fc.constant({ rank: 0, score: Number.NaN }),
);

it('gives back ranks and scores, to the bit', () => {
  fc.assert(
    fc.property(fc.array(search, { maxLength: 20 }), (searches) => {
      const found = {
        rank: Int32Array.from(searches, ({ rank }) => rank),
        score: Float32Array.from(searches, ({ score }) => score),
      };
      expect(decodeFound(encodeFound(found), 'f.npy', searches.length)).toEqual(found);
    }),
  );
});

it.each([
  [[1, 0.5, 2], [3], 'f.npy must hold a rank and a score of 1 searches, and holds an array of (3)'],
  [[1, 0.5, 2, 0.4], [2, 2], 'of 1 searches, and holds an array of (2, 2)'],
  [[1.5, 0.5], [1, 2], 'f.npy, search 1: a search has a rank and a score, or neither'],
  [[-1, 0.5], [1, 2], 'f.npy, search 1'],
  [[1, Number.NaN], [1, 2], 'f.npy, search 1'],
  [[Number.NaN, 0.5], [1, 2], 'f.npy, search 1'],
])('refuses %j of shape %j', (data, shape, message) => {
  expect(() => decodeFound(encodeNpy(Float32Array.from(data), shape), 'f.npy', 1)).toThrow(message);
});
