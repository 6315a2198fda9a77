import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { convolve, type Kernel } from '../../../src/images/conditions/convolve.js';
import type { Light } from '../../../src/images/light.js';

/** Pixel by pixel, as it is defined. */
function slowly({ width, height, data }: Light, { reachX, reachY, weights }: Kernel): Float32Array {
  const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));
  return data.map((_, i) => {
    const [x, y, c] = [Math.floor(i / 3) % width, Math.floor(i / 3 / width), i % 3];
    let sum = 0;
    for (let dy = -reachY, k = 0; dy <= reachY; dy++) {
      for (let dx = -reachX; dx <= reachX; dx++, k++) {
        sum += weights[k]! * data[(within(y + dy, height) * width + within(x + dx, width)) * 3 + c]!;
      }
    }
    return sum;
  });
}

const cases = fc
  .record({
    width: fc.integer({ min: 1, max: 9 }),
    height: fc.integer({ min: 1, max: 9 }),
    reachX: fc.integer({ min: 0, max: 5 }),
    reachY: fc.integer({ min: 0, max: 5 }),
  })
  .chain(({ width, height, reachX, reachY }) =>
    fc.record({
      light: fc
        .array(fc.double({ min: 0, max: 1, noNaN: true }), {
          minLength: width * height * 3,
          maxLength: width * height * 3,
        })
        .map((values): Light => ({ width, height, data: Float32Array.from(values) })),
      // Few different weights, so that there are stretches, gaps and rows that are the same.
      kernel: fc
        .array(fc.constantFrom(0, 0.01, 0.01, 0.02), {
          minLength: (2 * reachX + 1) * (2 * reachY + 1),
          maxLength: (2 * reachX + 1) * (2 * reachY + 1),
        })
        .map((weights): Kernel => ({ reachX, reachY, weights: Float64Array.from(weights) })),
    }),
  );

describe('convolve', () => {
  it('gives what its definition gives, whatever the kernel', () => {
    fc.assert(
      fc.property(cases, ({ light, kernel }) => {
        const expected = slowly(light, kernel);
        const { data } = convolve(light, kernel);
        for (const [i, value] of data.entries()) expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-5);
      }),
      { numRuns: 150 },
    );
  });
});
