import { expect, it } from 'vitest';
import { gaussianBlur } from '../../../src/images/conditions/gaussian-blur.js';
import type { Picture } from '../../../src/images/picture.js';

const plain = (width: number, height: number, value: number): Picture => ({
  width,
  height,
  data: new Uint8Array(width * height * 3).fill(value),
});

it('leaves a plain picture as it is, up to its edges', () => {
  expect(gaussianBlur(plain(9, 7, 130), 2.2)).toEqual(plain(9, 7, 130));
  const picture = plain(3, 3, 1);
  expect(gaussianBlur(picture, 0)).toBe(picture);
});

it('spreads one bright pixel as a Gaussian, each channel by itself', () => {
  const picture = plain(21, 21, 0);
  picture.data[(10 * 21 + 10) * 3 + 1] = 255;
  const { data } = gaussianBlur(picture, 1);
  const green = (x: number, y: number) => data[(y * 21 + x) * 3 + 1];
  // 255 / (2 pi) = 40.6 in the middle, times exp(-1/2) beside it.
  expect([green(10, 10), green(11, 10), green(10, 9), green(11, 11)]).toEqual([41, 25, 25, 15]);
  expect(data.filter((_, i) => i % 3 !== 1).every((value) => value === 0)).toBe(true);
});
