import fc from 'fast-check';
import { expect, it } from 'vitest';
import { likeliestChoices } from '../../../src/plates/readers/slot-texts.js';

it('gives every choice once, by falling probability, the first of the likeliest characters', () => {
  const choices = [...likeliestChoices(Float32Array.of(0.5, 0.25, 0.25, 0.125, 0.75, 0.125), 3)];
  expect(choices.slice(0, 4)).toEqual([
    { characters: [0, 1], probability: 0.375 },
    { characters: [1, 1], probability: 0.1875 },
    { characters: [2, 1], probability: 0.1875 },
    { characters: [0, 0], probability: 0.0625 },
  ]);
  expect(new Set(choices.map(({ characters }) => characters.join()))).toHaveProperty('size', 9);
});

it('agrees with trying all', () => {
  const row = fc.array(fc.integer({ min: 1, max: 99 }), { minLength: 3, maxLength: 3 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const found = [...likeliestChoices(Float32Array.from(rows.flat()), 3)].map(({ probability }) => probability);
      let all = [1];
      for (const values of rows) all = all.flatMap((so) => values.map((value) => so * value));
      expect(found).toEqual(all.sort((a, b) => b - a));
    }),
  );
});
