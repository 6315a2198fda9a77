import { describe, expect, it } from 'vitest';
import { decidability } from '../../src/metrics/decidability.js';
import { ranked } from './score-lists.js';

describe('decidability', () => {
  it('is the distance of the means in units of the mean variance', () => {
    // Means 4 and 1, variances 1 and 1/4 with divisor n: 3 / √(5/8).
    const found = decidability(ranked([3, 5]), ranked([0.5, 1.5]));
    expect(found).toMatchObject({ state: 'point', matedTrials: 2, nonMatedTrials: 2 });
    expect(found.value).toBeCloseTo(3 / Math.sqrt(5 / 8), 14);
    // Either side may be the higher one.
    expect(decidability(ranked([0.5, 1.5]), ranked([3, 5])).value).toBe(found.value);
  });

  it('takes a side of one score as one without variation', () => {
    expect(decidability(ranked([3]), ranked([0, 2])).value).toBeCloseTo(2 / Math.sqrt(1 / 2), 14);
  });

  it('keeps its digits far from zero', () => {
    const far = decidability(ranked([1000003, 1000005]), ranked([1000000, 1000002])).value;
    expect(far).toBe(decidability(ranked([3, 5]), ranked([0, 2])).value);
  });

  it('does not lose the smallest variation beside a large distance', () => {
    const tiny = 2 ** -149;
    expect(decidability(ranked([1]), ranked([0, tiny])).value).toBeCloseTo(1 / (tiny / Math.sqrt(8)), -32);
    expect(decidability(ranked([-tiny, 0]), ranked([-1])).value).toBe(
      decidability(ranked([1]), ranked([0, tiny])).value,
    );
  });

  it('leaves failures out', () => {
    const found = decidability(ranked([3, 5], 7), ranked([0.5, 1.5], 1));
    expect(found).toEqual(decidability(ranked([3, 5]), ranked([0.5, 1.5])));
  });

  it('is unavailable where neither side varies or one has no score', () => {
    const reason = "The scores of neither side vary, and d' is a distance in units of their variation.";
    expect(decidability(ranked([1, 1]), ranked([0, 0, 0]))).toMatchObject({ state: 'unavailable', reason });
    expect(decidability(ranked([0.1, 0.1, 0.1]), ranked([0.3]))).toMatchObject({ state: 'unavailable', reason });
    expect(decidability(ranked([1, 2]), ranked([]))).toMatchObject({
      state: 'unavailable',
      value: null,
      reason: "There are no non-mated comparisons, and a d' needs both kinds.",
    });
  });
});
