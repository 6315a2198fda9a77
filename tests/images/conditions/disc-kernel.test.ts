import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discKernel } from '../../../src/images/conditions/disc-kernel.js';

describe('the kernel of a disc', () => {
  it('sums to 1, is not negative and looks the same from all four sides', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 40, noNaN: true }), (diameter) => {
        const { reachX, reachY, weights } = discKernel(diameter);
        const size = 2 * reachX + 1;
        expect(reachY).toBe(reachX);
        expect(weights.length).toBe(size * size);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 7);
        for (let y = 0; y < size; y++) {
          for (let x = 0; x < size; x++) {
            const weight = weights[y * size + x]!;
            expect(weight).toBeGreaterThanOrEqual(0);
            expect(Math.abs(weight - weights[x * size + y]!)).toBeLessThan(1e-9);
            expect(Math.abs(weight - weights[y * size + size - 1 - x]!)).toBeLessThan(1e-9);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has the moment of inertia of a disc, give or take the pixel', () => {
    for (const diameter of [2, 5, 9.3, 24]) {
      const { reachX, weights } = discKernel(diameter);
      const size = 2 * reachX + 1;
      const inertia = weights.reduce((sum, weight, at) => sum + weight * ((at % size) - reachX) ** 2, 0);
      expect(Math.abs(inertia - diameter ** 2 / 16)).toBeLessThan(1 / 6);
    }
  });

  it('is exact: of a disc 2 pixels wide, the middle pixel has 1/pi', () => {
    const { reachX, weights } = discKernel(2);
    expect(reachX).toBe(1);
    expect(weights[4]).toBeCloseTo(1 / Math.PI, 12);
    // Above the middle pixel: from y = 1/2 to the arc, between x = -1/2 and 1/2.
    expect(weights[1]).toBeCloseTo((Math.sqrt(3) / 4 + Math.PI / 6 - 0.5) / Math.PI, 12);
  });

  it('is one pixel for a disc that lies within it', () => {
    for (const diameter of [0, 0.3, 1]) expect([...discKernel(diameter).weights]).toEqual([1]);
    expect(discKernel(1.01).weights.length).toBe(9);
  });
});
