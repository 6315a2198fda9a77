import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corners } from '../../src/images/box.js';
import { projectiveMap, projectPoint, rectangleCorners } from '../../src/images/perspective.js';
import { warpPerspective } from '../../src/images/warp-perspective.js';
import { anyPicture, pictureOf } from './fixtures.js';

const IDENTITY = [1, 0, 0, 0, 1, 0, 0, 0, 1] as const;
const reds = ({ data }: { data: Uint8Array }): number[] => [...data].filter((_, i) => i % 3 === 0);

describe('warpPerspective', () => {
  it('is the picture itself under the identity', () => {
    fc.assert(
      fc.property(anyPicture, (p) => {
        expect(warpPerspective(p, IDENTITY, p.width, p.height)).toEqual(p);
      }),
    );
  });

  it('is upside down and mirrored when the corners go to their opposites, and itself again after twice', () => {
    fc.assert(
      fc.property(anyPicture, (p) => {
        const [a, b, c, d] = rectangleCorners(p.width, p.height);
        const turn = projectiveMap([a, b, c, d], [c, d, a, b]);
        const turned = warpPerspective(p, turn, p.width, p.height);
        expect(turned.data[0]).toBe(p.data.at(-3));
        expect(warpPerspective(turned, turn, p.width, p.height)).toEqual(p);
      }),
    );
  });

  it('shifts by whole pixels, mixes neighbours by distance, and goes on with the edge outside', () => {
    const picture = pictureOf(3, 1, (x) => 10 * (x + 1));
    expect(reds(warpPerspective(picture, [1, 0, -1, 0, 1, 0, 0, 0, 1], 5, 2))).toEqual([
      10, 10, 20, 30, 30, 10, 10, 20, 30, 30,
    ]);
    expect(reds(warpPerspective(picture, [1, 0, 0.25, 0, 1, 0, 0, 0, 1], 3, 1))).toEqual([13, 23, 30]);
  });

  it('averages what it shrinks, so that fine stripes become grey and do not alias', () => {
    const stripes = pictureOf(64, 64, (x) => (x % 2) * 200);
    const half = projectiveMap(rectangleCorners(16, 16), rectangleCorners(64, 64));
    expect(new Set(warpPerspective(stripes, half, 16, 16).data)).toEqual(new Set([100]));
  });

  it('reads a plane of grey values where the map says', () => {
    const plane = pictureOf(60, 60, (x, y) => 2 * (x + 0.5) + (y + 0.5));
    const corners: Corners = [
      [10, 8],
      [50, 14],
      [45, 40],
      [12, 50],
    ];
    const map = projectiveMap(rectangleCorners(40, 40), corners);
    const warped = warpPerspective(plane, map, 40, 40);
    for (let y = 0; y < 40; y++) {
      for (let x = 0; x < 40; x++) {
        const [atX, atY] = projectPoint(map, [x + 0.5, y + 0.5]);
        // Rounded down when the plane was drawn, and to the nearest when it was read.
        expect(Math.abs(warped.data[(y * 40 + x) * 3]! - (2 * atX + atY - 0.5))).toBeLessThanOrEqual(1.001);
      }
    }
  });

  it('writes into the array that it is given, and stands a map that leads nowhere', () => {
    const target = new Uint8Array(3);
    const grey = pictureOf(1, 1, () => 7);
    expect(warpPerspective(grey, IDENTITY, 1, 1, target).data).toBe(target);
    expect(reds(warpPerspective(grey, [0, 0, 0, 0, 0, 0, 0, 0, 0], 1, 1))).toEqual([7]);
  });
});
