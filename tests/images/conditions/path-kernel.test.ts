import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pathKernel } from '../../../src/images/conditions/path-kernel.js';

describe('the kernel of a path', () => {
  it('sums to 1, has its centre in the middle and spreads along the path', () => {
    const lengths = fc.double({ min: 0, max: 60, noNaN: true });
    const angles = fc.double({ min: -360, max: 360, noNaN: true });
    fc.assert(
      fc.property(lengths, angles, (length, degrees) => {
        const { reachX, reachY, weights } = pathKernel(length, degrees);
        const size = 2 * reachX + 1;
        expect(weights.length).toBe(size * (2 * reachY + 1));
        const moments = { one: 0, x: 0, y: 0, along: 0, across: 0 };
        const angle = (degrees * Math.PI) / 180;
        for (const [at, weight] of weights.entries()) {
          const x = (at % size) - reachX;
          const y = reachY - Math.floor(at / size);
          moments.one += weight;
          moments.x += weight * x;
          moments.y += weight * y;
          moments.along += weight * (x * Math.cos(angle) + y * Math.sin(angle)) ** 2;
          moments.across += weight * (y * Math.cos(angle) - x * Math.sin(angle)) ** 2;
        }
        expect(moments.one).toBeCloseTo(1, 9);
        expect(moments.x).toBeCloseTo(0, 9);
        expect(moments.y).toBeCloseTo(0, 9);
        // Bilinear samples add at most a quarter of a square pixel in each direction.
        expect(moments.along - length ** 2 / 12).toBeGreaterThan(-1e-6);
        expect(moments.along - length ** 2 / 12).toBeLessThan(0.26);
        expect(moments.across).toBeLessThan(0.26);
      }),
      { numRuns: 60 },
    );
  });

  it('is a box with its ends shared out when level, upright and of no length', () => {
    expect([...pathKernel(2, 0).weights]).toEqual([0.25, 0.5, 0.25]);
    expect(pathKernel(4, 90)).toEqual({
      reachX: 0,
      reachY: 2,
      weights: Float64Array.from([0.125, 0.25, 0.25, 0.25, 0.125]),
    });
    const still = pathKernel(0, 30);
    expect([still.reachX, still.reachY, still.weights.length]).toEqual([0, 0, 1]);
    expect(still.weights[0]).toBeCloseTo(1, 12);
  });

  it('runs up to the right for 45 degrees', () => {
    const { reachX, weights } = pathKernel(6, 45);
    const size = 2 * reachX + 1;
    const corner = (x: number, y: number) => weights[(y + reachX) * size + x + reachX]!;
    expect(corner(2, -2)).toBeGreaterThan(0);
    expect(corner(2, -2)).toBeCloseTo(corner(-2, 2), 12);
    expect(corner(2, 2)).toBe(0);
  });
});
