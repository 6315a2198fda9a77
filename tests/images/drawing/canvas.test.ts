import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createCanvas, fillPolygons, toPicture } from '../../../src/images/drawing/canvas.js';
import { ellipse, type Polygon, rectangle, reversed } from '../../../src/images/drawing/polygon.js';

/** How much of a canvas some polygons cover, in pixels. */
function covered(polygons: readonly Polygon[], size = 20): number {
  const canvas = createCanvas(size, size, [0, 0, 0]);
  fillPolygons(canvas, polygons, [1, 1, 1]);
  return canvas.data.reduce((sum, value) => sum + value, 0) / 3;
}

it('fills whole pixels whole and others by their share', () => {
  const canvas = createCanvas(4, 3, [0, 0, 0]);
  fillPolygons(canvas, [rectangle(1, 1, 2.5, 2)], [200, 100, 0]);
  expect([...toPicture(canvas).data.slice(4 * 3, 8 * 3)]).toEqual([0, 0, 0, 200, 100, 0, 100, 50, 0, 0, 0, 0]);
});

it('covers what the area says, and what is outside not at all', () => {
  const side = fc.double({ min: -5, max: 25, noNaN: true });
  fc.assert(
    fc.property(side, side, side, side, (a, b, c, d) => {
      const [left, right] = [Math.min(a, b), Math.max(a, b)];
      const [top, bottom] = [Math.min(c, d), Math.max(c, d)];
      const inside = (low: number, high: number) => Math.max(0, Math.min(20, high) - Math.max(0, low));
      const area = inside(left, right) * inside(top, bottom);
      // Lines are counted down to a fifth of a pixel.
      expect(Math.abs(covered([rectangle(left, top, right, bottom)]) - area)).toBeLessThan(20 * 0.21);
    }),
  );
  expect(covered([ellipse(10, 10, 8, 8, 200)])).toBeCloseTo(Math.PI * 64, 0);
});

it('leaves a hole where a polygon runs the other way round, and none where it runs the same way', () => {
  const [outer, inner] = [rectangle(2, 2, 12, 12), rectangle(4, 4, 8, 8)];
  expect(covered([outer, reversed(inner)])).toBeCloseTo(84, 3);
  expect(covered([outer, inner])).toBeCloseTo(100, 3);
});

it('fills nothing for no polygons', () => {
  expect(covered([])).toBe(0);
});
