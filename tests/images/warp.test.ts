import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cropPicture } from '../../src/images/crop.js';
import { mirrorPicture } from '../../src/images/mirror.js';
import { type Affine, invertAffine, warpAffine } from '../../src/images/warp.js';
import { anyPicture, pictureOf } from './fixtures.js';

const IDENTITY: Affine = [1, 0, 0, 0, 1, 0];
const reds = ({ data }: { data: Uint8Array }): number[] => [...data].filter((_, i) => i % 3 === 0);

describe('warpAffine', () => {
  it('is the picture itself under the identity', () => {
    fc.assert(
      fc.property(anyPicture, (p) => {
        expect(warpAffine(p, IDENTITY, p.width, p.height)).toEqual(p);
      }),
    );
  });

  it('shifts by whole pixels and is black where the picture ends', () => {
    const picture = pictureOf(3, 1, (x) => 10 * (x + 1));
    expect(reds(warpAffine(picture, [1, 0, 1, 0, 1, 0], 5, 2))).toEqual([0, 10, 20, 30, 0, 0, 0, 0, 0, 0]);
  });

  it('mixes neighbours by distance, and black in at the edge, as OpenCV with BORDER_CONSTANT 0', () => {
    const picture = pictureOf(2, 1, (x) => [100, 200][x]!);
    expect(reds(warpAffine(picture, [1, 0, 0.25, 0, 1, 0], 3, 1))).toEqual([75, 175, 50]);
  });

  it('turns by 90 degrees exactly', () => {
    const picture = pictureOf(2, 2, (x, y) => 1 + x + 2 * y);
    expect(reds(warpAffine(picture, [0, -1, 1, 1, 0, 0], 2, 2))).toEqual([3, 1, 4, 2]);
  });

  it('keeps a plane of grey values: what it reads at (x, y) is the value there', () => {
    const plane = pictureOf(60, 60, (x, y) => 2 * x + y);
    const map: Affine = [0.8, -0.3, 12, 0.3, 0.8, 4];
    const [a, b, c, d, e, f] = invertAffine(map);
    const warped = warpAffine(plane, map, 30, 30);
    for (let y = 10; y < 30; y++) {
      for (let x = 15; x < 30; x++) {
        const [sx, sy] = [a * x + b * y + c, d * x + e * y + f];
        if (sx >= 0 && sy >= 0 && sx <= 59 && sy <= 59) {
          expect(Math.abs(warped.data[(y * 30 + x) * 3]! - (2 * sx + sy))).toBeLessThanOrEqual(0.500001);
        }
      }
    }
  });

  it('writes into the array that it is given', () => {
    const target = new Uint8Array(3);
    expect(
      warpAffine(
        pictureOf(1, 1, () => 7),
        IDENTITY,
        1,
        1,
        target,
      ).data,
    ).toBe(target);
    expect([...target]).toEqual([7, 7, 7]);
  });

  it('is black all over for a map that has no inverse', () => {
    expect(
      reds(
        warpAffine(
          pictureOf(2, 2, () => 9),
          [0, 0, 0, 0, 0, 0],
          2,
          1,
        ),
      ),
    ).toEqual([0, 0]);
  });
});

describe('mirrorPicture', () => {
  it('exchanges left and right, and twice is nothing', () => {
    expect(reds(mirrorPicture(pictureOf(3, 1, (x) => x)))).toEqual([2, 1, 0]);
    fc.assert(
      fc.property(anyPicture, (p) => {
        expect(mirrorPicture(mirrorPicture(p))).toEqual(p);
      }),
    );
  });
});

describe('cropPicture', () => {
  it('takes the pixels of a rectangle', () => {
    expect(
      reds(
        cropPicture(
          pictureOf(4, 3, (x, y) => 10 * y + x),
          1,
          1,
          2,
          2,
        ),
      ),
    ).toEqual([11, 12, 21, 22]);
  });
});
