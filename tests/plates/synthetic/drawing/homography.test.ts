import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Corners } from '../../../../src/images/box.js';
import {
  applyHomography,
  invertHomography,
  rectangleToCorners,
} from '../../../../src/plates/synthetic/drawing/homography.js';

const near = fc.double({ min: -15, max: 15, noNaN: true });

it('takes the corners to the corners, and back again', () => {
  fc.assert(
    fc.property(fc.array(near, { minLength: 8, maxLength: 8 }), (moved) => {
      const at = (k: number, x: number, y: number) => [x + moved[2 * k]!, y + moved[2 * k + 1]!] as const;
      const corners: Corners = [at(0, 0, 0), at(1, 100, 0), at(2, 100, 60), at(3, 0, 60)];
      const map = rectangleToCorners(50, 20, corners);
      const back = invertHomography(map);
      for (const [k, [x, y]] of (
        [
          [0, 0],
          [50, 0],
          [50, 20],
          [0, 20],
        ] as const
      ).entries()) {
        const [toX, toY] = applyHomography(map, x, y);
        expect([toX - corners[k]![0], toY - corners[k]![1]].every((off) => Math.abs(off) < 1e-6)).toBe(true);
        const [fromX, fromY] = applyHomography(back, toX, toY);
        expect(Math.abs(fromX - x) + Math.abs(fromY - y)).toBeLessThan(1e-6);
      }
    }),
  );
});

it('keeps the middle of a rectangle that is only moved', () => {
  const map = rectangleToCorners(10, 4, [
    [5, 5],
    [15, 5],
    [15, 9],
    [5, 9],
  ]);
  expect(applyHomography(map, 5, 2)).toEqual([10, 7]);
});
