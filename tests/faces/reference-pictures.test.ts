import { expect, it } from 'vitest';
import { referencePictures } from '../../src/faces/reference-pictures.js';
import { sha256Of } from '../../src/files/digest.js';

it('gives eight pictures of the size that is asked for, the same bytes each time, no two alike', () => {
  for (const [width, height] of [
    [112, 112],
    [96, 112],
    [1, 1],
  ] as const) {
    for (const picture of referencePictures(width, height)) {
      expect([picture.width, picture.height, picture.data.length]).toEqual([width, height, width * height * 3]);
    }
  }
  const digests = referencePictures(112, 112).map(({ data }) => sha256Of(data));
  expect(new Set(digests).size).toBe(8);
  expect(referencePictures(112, 112).map(({ data }) => sha256Of(data))).toEqual(digests);
});

it('puts the eyes and the mouth of a drawn face where an aligned crop has them', () => {
  for (const { data } of referencePictures(112, 112).slice(0, 4)) {
    const darkness = (x: number, y: number) => data[(y * 112 + x) * 3]!;
    for (const [x, y] of [
      [38, 52],
      [74, 52],
    ] as const)
      expect(darkness(x, y)).toBeLessThan(30);
    expect(darkness(56, 92)).toBe(150);
  }
});
