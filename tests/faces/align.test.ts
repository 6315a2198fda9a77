import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignFace, FACE_CROPS, similarityTransform, UnalignableFace } from '../../src/faces/align.js';
import type { FivePoints } from '../../src/faces/face.js';
import type { Affine } from '../../src/images/warp.js';
import { pictureOf } from '../images/fixtures.js';

const at = ([a, b, c, d, e, f]: Affine, points: FivePoints): [number, number][] =>
  points.map(([x, y]) => [a * x + b * y + c, d * x + e * y + f]);
const template = FACE_CROPS['112x112'].points;
const errorOf = (map: Affine, from: FivePoints, to: FivePoints): number =>
  at(map, from).reduce((sum, [x, y], i) => sum + (x - to[i]![0]) ** 2 + (y - to[i]![1]) ** 2, 0);
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe('similarityTransform', () => {
  it('finds any rotation, scale and shift again', () => {
    fc.assert(
      fc.property(number(-3.1, 3.1), number(0.05, 20), number(-500, 500), number(-500, 500), (angle, scale, dx, dy) => {
        const [a, b] = [scale * Math.cos(angle), scale * Math.sin(angle)];
        const map: Affine = [a, -b, dx, b, a, dy];
        const found = similarityTransform(template, at(map, template));
        found.forEach((value, i) => {
          expect(value).toBeCloseTo(map[i]!, 6);
        });
      }),
    );
  });

  it('has the least squared error of all similarity transforms near it', () => {
    const points = fc.array(fc.tuple(number(0, 100), number(0, 100)), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(
        points,
        number(-0.05, 0.05),
        number(-0.05, 0.05),
        number(-2, 2),
        number(-2, 2),
        (from, da, db, dx, dy) => {
          let best: Affine;
          try {
            best = similarityTransform(from, template);
          } catch {
            return;
          }
          const [a, , c, b, , f] = best;
          const other: Affine = [a + da, -(b + db), c + dx, b + db, a + da, f + dy];
          expect(errorOf(best, from, template)).toBeLessThanOrEqual(errorOf(other, from, template) + 1e-6);
        },
      ),
    );
  });

  it('never reflects: its two columns are one rotation', () => {
    const mirrored = template.map(([x, y]) => [112 - x, y] as const);
    const [a, b, , d, e] = similarityTransform(mirrored, template);
    expect([a, b]).toEqual([e, -d]);
    expect(a * e - b * d).toBeGreaterThan(0);
  });

  it.each([
    ['points that fall together', template.map(() => [40, 40] as const)],
    ['points within one pixel', template.map(([x, y]) => [x / 100, y / 100] as const)],
    ['a point that is not a number', template.map(([x, y], i) => [i === 2 ? Number.NaN : x, y] as const)],
    ['a point at infinity', template.map(([x, y], i) => [i === 2 ? Number.POSITIVE_INFINITY : x, y] as const)],
  ])('refuses %s', (_, points) => {
    expect(() => similarityTransform(points, template)).toThrow(UnalignableFace);
  });
});

describe('alignFace', () => {
  it.each([
    ['112x112', 112, 112, [38.2946, 51.6963]],
    ['112x96', 96, 112, [38.2946 - 8, 51.6963]],
    ['160x160', 160, 160, [(38.2946 * 160) / 112, (51.6963 * 160) / 112]],
  ] as const)('has the published points in the crop %s', (crop, width, height, rightEye) => {
    const layout = FACE_CROPS[crop];
    expect([layout.width, layout.height, layout.points[0]]).toEqual([width, height, rightEye]);
    const face = alignFace(
      pictureOf(200, 200, () => 90),
      template,
      crop,
    );
    expect([face.width, face.height, face.data.length]).toEqual([width, height, width * height * 3]);
  });

  it('brings a mark at each point to where the crop has it', () => {
    const points: FivePoints = template.map(([x, y]) => [60 + 2 * x - 0.6 * y, 40 + 0.6 * x + 2 * y]);
    points.forEach(([px, py], i) => {
      const picture = pictureOf(400, 400, (x, y) => Math.max(0, 200 - 20 * Math.hypot(x - px, y - py)));
      const { data } = alignFace(picture, points, '112x112');
      let [sum, sx, sy] = [0, 0, 0];
      for (let k = 0; k < 112 * 112; k++) {
        sum += data[k * 3]!;
        sx += data[k * 3]! * (k % 112);
        sy += data[k * 3]! * Math.floor(k / 112);
      }
      expect(sx / sum).toBeCloseTo(template[i]![0], 1);
      expect(sy / sum).toBeCloseTo(template[i]![1], 1);
    });
  });

  it('refuses another number of points', () => {
    expect(() =>
      alignFace(
        pictureOf(9, 9, () => 0),
        template.slice(1),
        '112x112',
      ),
    ).toThrow('expected five points, got 4');
  });
});
