import fc from 'fast-check';
import { expect, it } from 'vitest';
import { codeOf, type Light, linearOf, toLight, toPicture } from '../../src/images/light.js';
import type { Picture } from '../../src/images/picture.js';
import { anyPicture } from './fixtures.js';

const ALL: Picture = { width: 256, height: 1, data: Uint8Array.from({ length: 256 * 3 }, (_, i) => i / 3) };
const light = (...data: number[]): Light => ({ width: 1, height: 1, data: Float32Array.from(data) });

it('gives every one of the 256 codes back', () => {
  expect(toPicture(toLight(ALL))).toEqual(ALL);
  for (let code = 0; code < 256; code++) expect(Math.round(codeOf(linearOf(code)))).toBe(code);
});

it('gives any picture back', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      expect(toPicture(toLight(picture))).toEqual(picture);
    }),
  );
});

// sRGB as IEC 61966-2-1 defines it; the middle of the codes is about a fifth of the light.
it.each([
  [0, 0],
  [10, 10 / 255 / 12.92],
  [11, ((11 / 255 + 0.055) / 1.055) ** 2.4],
  [128, 0.215861],
  [188, 0.502886],
  [255, 1],
])('the code %d is the light %d', (code, linear) => {
  expect(linearOf(code)).toBeCloseTo(linear, 6);
  expect(codeOf(linear)).toBeCloseTo(code, 3);
});

it('meets at the seam of its two parts, and rises', () => {
  expect(codeOf(0.0031308)).toBeCloseTo(codeOf(0.0031309), 2);
  for (let code = 1; code < 256; code++) expect(linearOf(code)).toBeGreaterThan(linearOf(code - 1));
});

it('cuts off what is darker than black and brighter than white', () => {
  expect([...toPicture(light(-0.5, 1.01, 400)).data]).toEqual([0, 255, 255]);
  expect([codeOf(-1), codeOf(7)]).toEqual([codeOf(0), codeOf(1)]);
});

it('rounds light to the nearest code, to what its table of 65,535 steps can tell', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (value) => {
      const [code = 0] = toPicture(light(value, 0, 0)).data;
      expect(Math.abs(code - codeOf(value))).toBeLessThan(0.53);
    }),
  );
});
