import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaResample } from '../../../src/images/conditions/area-resample.js';
import type { Light } from '../../../src/images/light.js';

const grey = (width: number, height: number, values: readonly number[]): Light => ({
  width,
  height,
  data: Float32Array.from(values.flatMap((value) => [value, 2 * value, 3 * value])),
});
const firsts = ({ data }: Light) => [...data].filter((_, i) => i % 3 === 0);

/** How much of the cell at `at` lies between `from` and `to`. */
const overlap = (at: number, from: number, to: number) => Math.max(0, Math.min(at + 1, to) - Math.max(at, from));

/** Every target pixel looks at every source pixel. */
function naive({ width, height, data }: Light, across: number, down: number): number[] {
  const [stepX, stepY] = [width / across, height / down];
  return Array.from({ length: across * down * 3 }, (_, i) => {
    const [c, x, y] = [i % 3, Math.floor(i / 3) % across, Math.floor(i / 3 / across)];
    let sum = 0;
    for (let v = 0; v < height; v++) {
      for (let u = 0; u < width; u++) {
        const area = overlap(u, x * stepX, (x + 1) * stepX) * overlap(v, y * stepY, (y + 1) * stepY);
        sum += area * data[(v * width + u) * 3 + c]!;
      }
    }
    return sum / (stepX * stepY);
  });
}

const resampled = fc
  .record({ width: fc.integer({ min: 1, max: 11 }), height: fc.integer({ min: 1, max: 11 }) })
  .chain(({ width, height }) =>
    fc.record({
      light: fc
        .array(fc.double({ min: 0, max: 2, noNaN: true }), {
          minLength: width * height * 3,
          maxLength: width * height * 3,
        })
        .map((data): Light => ({ width, height, data: Float32Array.from(data) })),
      across: fc.integer({ min: 1, max: width }),
      down: fc.integer({ min: 1, max: height }),
    }),
  );

describe('areaResample', () => {
  it('is the mean of what falls on a pixel', () => {
    const half = areaResample(grey(4, 2, [1, 3, 5, 7, 2, 4, 6, 8]), 2, 1);
    expect([half.width, half.height, ...half.data]).toEqual([2, 1, 2.5, 5, 7.5, 6.5, 13, 19.5]);
    // Three pixels on two: each takes in one whole and a half.
    expect(firsts(areaResample(grey(3, 1, [0, 3, 6]), 2, 1))).toEqual([1, 5]);
    expect(firsts(areaResample(grey(1, 3, [0, 3, 6]), 1, 2))).toEqual([1, 5]);
    expect(firsts(areaResample(grey(3, 3, [1, 2, 3, 4, 5, 6, 7, 8, 9]), 1, 1))).toEqual([5]);
  });

  it('loses no light and makes none, in any channel, and keeps the size that was asked for', () => {
    fc.assert(
      fc.property(resampled, ({ light, across, down }) => {
        const small = areaResample(light, across, down);
        expect([small.width, small.height, small.data.length]).toEqual([across, down, across * down * 3]);
        for (let c = 0; c < 3; c++) {
          const mean = ({ data }: Light) => {
            let sum = 0;
            for (let i = c; i < data.length; i += 3) sum += data[i]!;
            return sum / (data.length / 3);
          };
          expect(mean(small)).toBeCloseTo(mean(light), 5);
        }
      }),
    );
  });

  it('equals a loop over every pixel, and changes nothing of its input', () => {
    fc.assert(
      fc.property(resampled, ({ light, across, down }) => {
        const before = light.data.slice();
        const small = areaResample(light, across, down);
        for (const [i, value] of naive(light, across, down).entries()) expect(small.data[i]).toBeCloseTo(value, 5);
        expect(light.data).toEqual(before);
      }),
    );
  });

  it('gives an even picture back even, and the same size as it was', () => {
    const even = grey(
      7,
      5,
      Array.from({ length: 35 }, () => 0.25),
    );
    for (const value of firsts(areaResample(even, 3, 2))) expect(value).toBeCloseTo(0.25, 6);
    expect(areaResample(even, 7, 5)).toBe(even);
  });

  it.each([
    [8, 5],
    [7, 6],
    [0, 5],
    [7, 0],
    [3.5, 5],
    [Number.NaN, 5],
  ])('refuses %d x %d of 7 x 5', (width, height) => {
    const light = grey(7, 5, new Array(35).fill(0));
    expect(() => areaResample(light, width, height)).toThrow(`7 x 5 pixels cannot be taken as ${width} x ${height}.`);
  });
});
