import { describe, expect, it } from 'vitest';
import type { Corners } from '../../src/images/box.js';
import { resizePicture } from '../../src/images/resize.js';
import { cropAspect, cropCorners, cropPlate, UncroppablePlate } from '../../src/plates/crop-plate.js';
import { pictureOf } from '../images/fixtures.js';

const picture = pictureOf(40, 30, (x, y, c) => (x * 5 + y * 3 + c * 20) % 256);
const NONE = { x: 0, y: 0 };

describe('cropPlate', () => {
  it('by the box of the whole picture is the picture resized', () => {
    const whole = { box: [0, 0, 40, 30] } as const;
    const smooth = pictureOf(40, 30, (x, y) => 3 * x + 2 * y);
    const crop = cropPlate(smooth, whole, NONE, [32, 24]);
    resizePicture(smooth, 32, 24).data.forEach((value, i) => {
      expect(Math.abs(crop.data[i]! - value)).toBeLessThanOrEqual(1);
    });
    expect(cropPlate(picture, whole, NONE, [40, 30])).toEqual(picture);
  });

  it('follows the corners, not the box, where there are corners', () => {
    // The plate hangs upside down: its top left corner is at the lower right.
    const corners: Corners = [
      [30, 20],
      [10, 20],
      [10, 10],
      [30, 10],
    ];
    const crop = cropPlate(picture, { box: [0, 0, 1, 1], corners }, NONE, [20, 10]);
    for (const [x, y] of [
      [0, 0],
      [19, 0],
      [7, 4],
      [19, 9],
    ] as const) {
      const from = ((19 - y) * 40 + 29 - x) * 3;
      expect(crop.data[(y * 20 + x) * 3]).toBe(picture.data[from]);
    }
  });

  it('goes on with the edge where the margin leaves the picture', () => {
    const crop = cropPlate(
      pictureOf(2, 2, (x) => [50, 90][x]!),
      { box: [0, 0, 2, 2] },
      { x: 0.5, y: 0.5 },
      [4, 4],
    );
    expect([...crop.data].filter((_, i) => i % 3 === 0)).toEqual(Array(4).fill([50, 50, 90, 90]).flat());
  });

  it('writes into the array that it is given', () => {
    const target = new Uint8Array(8 * 4 * 3);
    expect(cropPlate(picture, { box: [1, 1, 9, 5] }, NONE, [8, 4], target).data).toBe(target);
  });

  it('refuses places that enclose nothing', () => {
    for (const place of [
      { box: [3, 3, 3, 9] },
      { box: [9, 3, 3, 9] },
      {
        box: [0, 0, 5, 5],
        corners: [
          [0, 0],
          [5, 5],
          [5, 0],
          [0, 5],
        ],
      },
      { box: [0, 0, Number.NaN, 5] },
    ] as const) {
      expect(() => cropPlate(picture, place, NONE, [8, 4])).toThrow(UncroppablePlate);
    }
  });
});

describe('cropCorners', () => {
  it('adds parts of the width and height on each side, below 0 cuts into the plate', () => {
    const place = { box: [10, 10, 30, 20] } as const;
    expect(cropCorners(place, { x: 0.1, y: 0.2 })).toEqual([
      [8, 8],
      [32, 8],
      [32, 22],
      [8, 22],
    ]);
    expect(cropCorners(place, { x: -0.25, y: -0.1 })).toEqual([
      [15, 11],
      [25, 11],
      [25, 19],
      [15, 19],
    ]);
  });

  it('refuses a margin that leads beyond the horizon', () => {
    const corners: Corners = [
      [0, 0],
      [10, 4],
      [10, 6],
      [0, 10],
    ];
    const place = { box: [0, 0, 10, 10], corners } as const;
    expect(() => cropCorners(place, { x: 0.1, y: 0 })).not.toThrow();
    expect(() => cropCorners(place, { x: 0.5, y: 0 })).toThrow(UncroppablePlate);
  });
});

describe('cropAspect', () => {
  it('is the mean width over the mean height, margins included', () => {
    expect(cropAspect({ box: [0, 0, 40, 10] }, NONE)).toBe(4);
    expect(cropAspect({ box: [0, 0, 40, 10] }, { x: 0, y: 0.5 })).toBe(2);
    expect(
      cropAspect(
        {
          box: [0, 0, 1, 1],
          corners: [
            [2, 0],
            [8, 0],
            [10, 4],
            [0, 4],
          ],
        },
        NONE,
      ),
    ).toBeCloseTo(16 / (2 * Math.hypot(2, 4)), 12);
  });
});
