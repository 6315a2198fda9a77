import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corners } from '../../src/images/box.js';
import {
  areProperCorners,
  invertProjective,
  projectiveMap,
  projectPoint,
  rectangleCorners,
} from '../../src/images/perspective.js';

/** Any convex quadrilateral whose corners stand well apart. */
const anyCorners = fc
  .array(fc.tuple(fc.double({ min: -0.3, max: 0.3, noNaN: true }), fc.double({ min: -0.3, max: 0.3, noNaN: true })), {
    minLength: 4,
    maxLength: 4,
  })
  .map((moved) =>
    rectangleCorners(1, 1).map(([x, y], k) => [100 * (x + moved[k]![0]), 60 * (y + moved[k]![1])] as const),
  )
  .map((corners) => corners as unknown as Corners)
  .filter(areProperCorners);

describe('projectiveMap', () => {
  it('brings each corner to its corner', () => {
    fc.assert(
      fc.property(anyCorners, anyCorners, (from, to) => {
        const map = projectiveMap(from, to);
        from.forEach((corner, k) => {
          const [x, y] = projectPoint(map, corner);
          expect(x).toBeCloseTo(to[k]![0], 6);
          expect(y).toBeCloseTo(to[k]![1], 6);
        });
      }),
    );
  });

  it('is undone by its inverse, and by the map the other way', () => {
    fc.assert(
      fc.property(anyCorners, anyCorners, (from, to) => {
        const map = projectiveMap(from, to);
        const there = projectPoint(map, [50, 30]);
        for (const back of [invertProjective(map), projectiveMap(to, from)]) {
          const [x, y] = projectPoint(back, there);
          expect(x).toBeCloseTo(50, 5);
          expect(y).toBeCloseTo(30, 5);
        }
      }),
    );
  });

  it('is a plain stretch between rectangles', () => {
    const map = projectiveMap(rectangleCorners(2, 4), rectangleCorners(20, 10));
    expect(projectPoint(map, [1, 1])).toEqual([10, 2.5]);
  });

  it('shows the middle of a square where the diagonals of the trapezium cross, not in the middle of its height', () => {
    const trapezium: Corners = [
      [1, 0],
      [3, 0],
      [4, 3],
      [0, 3],
    ];
    const [x, y] = projectPoint(projectiveMap(rectangleCorners(1, 1), trapezium), [0.5, 0.5]);
    expect(x).toBeCloseTo(2, 12);
    // The diagonals from (1, 0) to (4, 3) and from (3, 0) to (0, 3) cross at (2, 1).
    expect(y).toBeCloseTo(1, 12);
  });
});

describe('areProperCorners', () => {
  const [a, b, c, d] = rectangleCorners(3, 2);
  it('takes what runs clockwise and is convex, nothing else', () => {
    expect(areProperCorners([a, b, c, d])).toBe(true);
    expect(areProperCorners([b, c, d, a])).toBe(true);
    expect(areProperCorners([d, c, b, a])).toBe(false);
    expect(areProperCorners([a, c, b, d])).toBe(false);
    expect(areProperCorners([a, a, c, d])).toBe(false);
    expect(areProperCorners([a, b, [0.1, 0.1], d])).toBe(false);
    expect(areProperCorners([a, b, [Number.NaN, 2], d])).toBe(false);
  });
});
