import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastRectangle, rectangleOutline } from '../../src/images/least-rectangle.js';

describe('leastRectangle', () => {
  it('finds an upright rectangle again from its corners and points inside', () => {
    const points = [
      [1, 2],
      [7, 2],
      [7, 5],
      [1, 5],
      [3, 3],
      [6, 4],
    ] as const;
    expect(leastRectangle(points)).toEqual({ centre: [4, 3.5], along: [1, 0], width: 6, height: 3 });
  });

  it('finds a turned rectangle again, its direction to the right and its corners from the top left', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.75, max: 0.75, noNaN: true }),
        fc.integer({ min: 5, max: 90 }),
        fc.integer({ min: 1, max: 90 }),
        (angle, width, height) => {
          const place = { centre: [40, -7], along: [Math.cos(angle), Math.sin(angle)], width, height } as const;
          const corners = rectangleOutline(place);
          const found = leastRectangle([corners[2], corners[0], corners[3], corners[1]])!;
          rectangleOutline(found).forEach(([x, y], k) => {
            expect(x).toBeCloseTo(corners[k]![0], 6);
            expect(y).toBeCloseTo(corners[k]![1], 6);
          });
        },
      ),
    );
  });

  it('is nothing for points in one line', () => {
    expect(leastRectangle([])).toBeUndefined();
    expect(leastRectangle([[1, 1]])).toBeUndefined();
    expect(
      leastRectangle([
        [1, 1],
        [2, 2],
        [5, 5],
      ]),
    ).toBeUndefined();
  });
});

describe('rectangleOutline', () => {
  it('grows by so many pixels on each side', () => {
    const place = { centre: [10, 10], along: [1, 0], width: 4, height: 2 } as const;
    expect(rectangleOutline(place, 1, 0.5)).toEqual([
      [7, 8.5],
      [13, 8.5],
      [13, 11.5],
      [7, 11.5],
    ]);
  });
});
