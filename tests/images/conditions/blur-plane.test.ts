import { expect, it } from 'vitest';
import { blurPlane } from '../../../src/images/conditions/blur-plane.js';

/** One bright pixel. */
function point(size: number, x: number, y: number) {
  const data = new Float32Array(size * size);
  data[y * size + x] = 1;
  return { width: size, height: size, data };
}

it('spreads a point to the deviation that it is given, and loses nothing inside the picture', () => {
  const { data } = blurPlane(point(41, 20, 20), 3);
  const moment = (power: number, along: (at: number) => number) =>
    data.reduce((sum, value, at) => sum + value * (along(at) - 20) ** power, 0);
  expect(moment(0, () => 0)).toBeCloseTo(1, 5);
  for (const along of [(at: number) => at % 41, (at: number) => Math.floor(at / 41)]) {
    expect(moment(1, along)).toBeCloseTo(0, 5);
    // Cut off at three deviations, where 1.4 % of the square is missing.
    expect(Math.sqrt(moment(2, along))).toBeCloseTo(3, 1);
  }
});

it('lets light leave the picture at its edge', () => {
  const { data } = blurPlane(point(41, 0, 20), 3);
  const sum = data.reduce((total, value) => total + value, 0);
  expect(sum).toBeGreaterThan(0.5);
  expect(sum).toBeLessThan(0.6);
});
