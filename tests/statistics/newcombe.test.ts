import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newcombe } from '../../src/statistics/newcombe.js';

describe('newcombe', () => {
  it("gives the intervals of the paper's table II, method 10", () => {
    const wide = newcombe({ errors: 56, trials: 70 }, { errors: 48, trials: 80 });
    expect(wide.low).toBeCloseTo(0.0524, 4);
    expect(wide.high).toBeCloseTo(0.3339, 4);
    const small = newcombe({ errors: 9, trials: 10 }, { errors: 3, trials: 10 });
    expect(small.low).toBeCloseTo(0.1705, 4);
    expect(small.high).toBeCloseTo(0.809, 4);
  });

  it('holds the difference, stays within -1 to 1, turns round with the sides, and widens with the level', () => {
    const counts = fc
      .integer({ min: 1, max: 1_000_000 })
      .chain((trials) => fc.record({ errors: fc.integer({ min: 0, max: trials }), trials: fc.constant(trials) }));
    fc.assert(
      fc.property(counts, counts, (first, second) => {
        const { low, high } = newcombe(first, second);
        const difference = first.errors / first.trials - second.errors / second.trials;
        expect(low).toBeLessThanOrEqual(difference);
        expect(high).toBeGreaterThanOrEqual(difference);
        expect(low).toBeGreaterThanOrEqual(-1);
        expect(high).toBeLessThanOrEqual(1);
        const turned = newcombe(second, first);
        expect(turned.low).toBeCloseTo(-high, 14);
        expect(turned.high).toBeCloseTo(-low, 14);
        const surer = newcombe(first, second, 0.99);
        expect(surer.high - surer.low).toBeGreaterThan(high - low);
      }),
    );
  });

  it('refuses counts that make no sense', () => {
    expect(() => newcombe({ errors: 1, trials: 0 }, { errors: 1, trials: 2 })).toThrow(RangeError);
    expect(() => newcombe({ errors: 1, trials: 2 }, { errors: 3, trials: 2 })).toThrow(RangeError);
  });
});
