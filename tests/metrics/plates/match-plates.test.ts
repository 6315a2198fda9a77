import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlapOf } from '../../../src/images/box.js';
import { matchPlates } from '../../../src/metrics/plates/match-plates.js';
import { anyPictures, boxAt, foundPlate, picture, truePlate } from './made-up-plates.js';

it('takes two detections of one plate for a match and a false plate, the more confident one first', () => {
  const twice = picture('p', [truePlate('A1', 'v')], [foundPlate(boxAt(0), 0.5), foundPlate(boxAt(20), 0.9)]);
  expect(matchPlates(twice)).toEqual({ foundOf: [1], bestOverlap: [1], truthOf: ['false', 0] });
});

it('breaks ties of confidence by the order given', () => {
  const tie = picture('p', [truePlate('A1', 'v')], [foundPlate(boxAt(20), 0.9), foundPlate(boxAt(0), 0.9)]);
  expect(matchPlates(tie).truthOf).toEqual([0, 'false']);
});

it('lets a detection take the free plate that it overlaps most, also where another one overlaps more', () => {
  const truth = [truePlate('A1', 'v'), truePlate('B2', 'w', { box: boxAt(30) })];
  // Both overlap the first plate most; the second has 80 of 120 in common with the other one.
  const both = picture('p', truth, [foundPlate(boxAt(0), 0.9), foundPlate(boxAt(10), 0.8)]);
  expect(matchPlates(both).foundOf).toEqual([0, 1]);
  expect(matchPlates(both, 0.7).truthOf).toEqual([0, 'false']);
});

it('includes the limit itself', () => {
  // 75 of 125.
  const shifted = picture('p', [truePlate('A1', 'v')], [foundPlate(boxAt(25), 0.9)]);
  expect(matchPlates(shifted, 0.6).foundOf).toEqual([0]);
  expect(matchPlates(shifted, 0.601).foundOf).toEqual([null]);
  expect(matchPlates(shifted, 0.601).bestOverlap).toEqual([0.6]);
});

it('does not judge what may be a plate without a box', () => {
  const { box: _, ...boxless } = truePlate('A1', 'v');
  const some = picture('p', [boxless, truePlate('B2', 'w')], [foundPlate(boxAt(0), 0.9), foundPlate(boxAt(500), 0.9)]);
  expect(matchPlates(some)).toEqual({ foundOf: [null, 0], bestOverlap: [0, 1], truthOf: [1, 'not judged'] });
});

it('refuses an overlap outside 0 to 1', () => {
  const none = picture('p', []);
  for (const overlap of [0, -0.5, 1.01, Number.NaN]) expect(() => matchPlates(none, overlap)).toThrow(/overlap/);
});

it('matches each plate at most once, both ways alike, and leaves no pair that could still be matched', () => {
  fc.assert(
    fc.property(anyPictures, fc.constantFrom(0.2, 0.5, 0.8), (pictures, overlap) => {
      for (const one of pictures) {
        const { foundOf, truthOf } = matchPlates(one, overlap);
        for (const [k, found] of foundOf.entries()) if (found !== null) expect(truthOf[found]).toBe(k);
        for (const [k, truth] of truthOf.entries()) if (typeof truth === 'number') expect(foundOf[truth]).toBe(k);
        for (const [k, plate] of one.truth.entries()) {
          for (const [n, found] of one.found.entries()) {
            const free = foundOf[k] === null && typeof truthOf[n] !== 'number';
            expect(free && plate.box !== undefined && overlapOf(plate.box, found.box) >= overlap).toBe(false);
          }
        }
      }
    }),
  );
});
