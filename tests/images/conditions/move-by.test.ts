import { expect, it } from 'vitest';
import { moveBy } from '../../../src/images/conditions/move-by.js';
import type { Seen } from '../../../src/images/conditions/step.js';
import { toLight } from '../../../src/images/light.js';
import { pictureOf } from '../fixtures.js';

const seen: Seen = { image: pictureOf(4, 2, (x, y, c) => 10 * x + 100 * y + c), density: 7 };
const firsts = ({ image }: Seen) => [...image.data].filter((_, i) => i % 3 === 0);

it.each([
  [1, [0, 0, 10, 20, 100, 100, 110, 120]],
  [-1, [10, 20, 30, 30, 110, 120, 130, 130]],
  [3, [0, 0, 0, 0, 100, 100, 100, 100]],
  [-9, [30, 30, 30, 30, 130, 130, 130, 130]],
])('moves by %d pixels to the right, and repeats the edges', (pixels, values) => {
  const before = seen.image.data.slice();
  const moved = moveBy(seen, pixels);
  expect(firsts(moved)).toEqual(values);
  expect([moved.image.width, moved.image.height, moved.density]).toEqual([4, 2, 7]);
  // All three channels go together.
  expect([...moved.image.data].every((value, i) => value % 10 === i % 3)).toBe(true);
  expect(seen.image.data).toEqual(before);
});

it('leaves the picture that stands as it is, and light light', () => {
  expect(moveBy(seen, 0)).toBe(seen);
  const image = toLight(pictureOf(3, 1, (x) => 50 * x));
  expect(moveBy({ image }, 1).image.data).toBeInstanceOf(Float32Array);
});
