import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linearOf, toLight, toPicture } from '../../../src/images/light.js';
import { brightness } from '../../../src/images/quality/brightness.js';
import { anyPicture, pictureOf } from '../fixtures.js';

it('is 0 for black, 1 for white, and that of the light for grey', () => {
  expect(brightness(pictureOf(3, 2, () => 0))).toBe(0);
  expect(brightness(pictureOf(3, 2, () => 255))).toBeCloseTo(1, 12);
  expect(brightness(pictureOf(3, 2, () => 118))).toBeCloseTo(linearOf(118), 12);
  expect(brightness(pictureOf(3, 2, () => 118))).toBeCloseTo(0.181, 3);
});

it('is the mean of light, not of codes, with the weights of Rec. 709', () => {
  expect(brightness(pictureOf(4, 1, (x) => (x < 2 ? 255 : 0)))).toBeCloseTo(0.5, 12);
  for (const [channel, weight] of [0.2126, 0.7152, 0.0722].entries()) {
    expect(brightness(pictureOf(2, 2, (_x, _y, c) => (c === channel ? 255 : 0)))).toBeCloseTo(weight, 12);
  }
});

it('halves when half of the light falls', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const { width, height, data } = toLight(picture);
      const half = toPicture({ width, height, data: data.map((light) => light / 2) });
      expect(Math.abs(brightness(half) - brightness(picture) / 2)).toBeLessThan(0.005);
    }),
  );
});

it('refuses a picture without a pixel', () => {
  expect(() => brightness({ width: 0, height: 3, data: new Uint8Array() })).toThrow('with a pixel');
});
