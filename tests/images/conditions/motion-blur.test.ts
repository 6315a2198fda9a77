import { expect, it } from 'vitest';
import { motionBlur } from '../../../src/images/conditions/motion-blur.js';
import type { Picture } from '../../../src/images/picture.js';

const spot = (): Picture => {
  const data = new Uint8Array(15 * 15 * 3);
  data.fill(240, (7 * 15 + 7) * 3, (7 * 15 + 7) * 3 + 3);
  return { width: 15, height: 15, data };
};
const red = ({ data }: Picture, x: number, y: number) => data[(y * 15 + x) * 3]!;

it('draws a spot out along the way it moved, and only there', () => {
  const level = motionBlur(spot(), 4, 0);
  expect([5, 6, 7, 8, 9].map((x) => red(level, x, 7)).every((value) => value > 20)).toBe(true);
  expect(red(level, 7, 6) + red(level, 7, 8) + red(level, 3, 7) + red(level, 11, 7)).toBe(0);
  const upright = motionBlur(spot(), 4, 90);
  expect(red(upright, 7, 5)).toBe(red(level, 5, 7));
});

it('keeps the light, and the picture itself where nothing moves', () => {
  const sum = ({ data }: Picture) => data.reduce((total, value) => total + value, 0);
  expect(Math.abs(sum(motionBlur(spot(), 5, 30)) - sum(spot()))).toBeLessThan(40);
  const picture = spot();
  expect(motionBlur(picture, 0, 30)).toBe(picture);
});
