import { expect, it } from 'vitest';
import { scaledPlaces } from '../../../src/images/conditions/scaled-places.js';
import { pictureOf } from '../fixtures.js';

const image = pictureOf(4, 4, () => 0);

it('moves every place, and takes the density by the width', () => {
  const plates = [
    [
      [0, 0],
      [20, 2],
      [20, 12],
      [0, 10],
    ],
  ] as const;
  const face = [
    [10, 20],
    [0, 4],
  ] as const;
  expect(scaledPlaces({ image, density: 100, face, plates }, 0.5, 0.25)).toEqual({
    image,
    density: 50,
    face: [
      [5, 5],
      [0, 1],
    ],
    plates: [
      [
        [0, 0],
        [10, 0.5],
        [10, 3],
        [0, 2.5],
      ],
    ],
  });
});

it('makes nothing known that was not', () => {
  expect(Object.keys(scaledPlaces({ image }, 0.5, 0.5))).toEqual(['image']);
});
