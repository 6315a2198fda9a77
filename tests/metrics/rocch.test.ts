import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnBlocks } from '../../src/metrics/blocks.js';
import { eerOfBlocks, equalErrorRate } from '../../src/metrics/eer.js';
import { convexHull, poolBlocks, rocchEerOfBlocks, rocchEqualErrorRate } from '../../src/metrics/rocch.js';
import { lowestCrossing, ratePoints } from './reference-curves.js';
import { ranked, side } from './score-lists.js';

describe('rocchEqualErrorRate', () => {
  it('lies where the hull crosses FMR = FNMR', () => {
    // Points (FMR, FNMR): (1, 0), (2/3, 0), (2/3, 1/4), (1/3, 1/2), (0, 3/4), (0, 1). The hull drops all but the ends
    // and (2/3, 0), (0, 3/4): 2/3 - 2x/3 = 3x/4, x = 8/17, so both rates are 6/17.
    const found = rocchEqualErrorRate(ranked([1, 2, 3, 4]), ranked([0, 2, 3]));
    expect(found).toMatchObject({ state: 'point', matedTrials: 4, nonMatedTrials: 3 });
    expect(found.value).toBeCloseTo(6 / 17, 15);
  });

  it('is exact at a corner, 0 when the sides are apart, 1/2 when scores tell nothing or the wrong', () => {
    expect(rocchEqualErrorRate(ranked([1, 3, 4, 5]), ranked([0, 1, 2, 3])).value).toBe(0.25);
    expect(rocchEqualErrorRate(ranked([2, 3]), ranked([0, 1])).value).toBe(0);
    expect(rocchEqualErrorRate(ranked([1, 1]), ranked([1])).value).toBe(0.5);
    expect(rocchEqualErrorRate(ranked([0]), ranked([1])).value).toBe(0.5);
  });

  it('counts failures, and is unavailable where they keep FNMR above FMR', () => {
    // From (1, 1/3) to (0, 1/3): FNMR is 1/3 on the way, and so the crossing.
    expect(rocchEqualErrorRate(ranked([2, 3], 1), ranked([0, 1])).value).toBeCloseTo(1 / 3, 15);
    expect(rocchEqualErrorRate(ranked([1], 3), ranked([1, 2], 2))).toEqual({
      state: 'unavailable',
      value: null,
      reason: 'The failed comparisons alone keep FNMR above FMR at every threshold.',
      matedTrials: 4,
      nonMatedTrials: 4,
    });
  });

  it('is the lowest crossing of a line between two points, and never above the bracket of the midpoint EER', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const sides = [ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed)] as const;
        const { value } = rocchEqualErrorRate(...sides);
        const eer = equalErrorRate(...sides);
        expect(value === null).toBe(eer.value === null);
        if (value === null) return;
        expect(value).toBeCloseTo(lowestCrossing(ratePoints(mated, nonMated)), 13);
        expect(value).toBeLessThanOrEqual((eer.bracket?.high ?? 0) + 1e-15);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rocchEerOfBlocks', () => {
  it('is exactly 0 for sides apart, with weights that are not whole', () => {
    const scores = Float32Array.from({ length: 40 }, (_, i) => i);
    const mated = Float64Array.from(scores, (i) => (i < 30 ? 0 : 1));
    const nonMated = Float64Array.from(scores, (i) => (i < 30 ? 0.1 + 1 / (i + 3) : 0));
    const blocks = columnBlocks({ scores, mated, nonMated, matedFailed: 0, nonMatedFailed: 0 });
    expect(rocchEerOfBlocks(blocks)).toBe(0);
    expect(eerOfBlocks(blocks)).toBe(0);
  });
});

describe('convexHull', () => {
  it('has the corners only, from accepting all to rejecting all', () => {
    expect(convexHull(ranked([1, 2, 3, 4]), ranked([0, 2, 3]))).toEqual({
      fmr: Float64Array.of(1, 2 / 3, 0, 0),
      fnmr: Float64Array.of(0, 0, 3 / 4, 1),
    });
    expect(convexHull(ranked([1], 1), ranked([0], 3))).toEqual({
      fmr: Float64Array.of(1 / 4, 0, 0),
      fnmr: Float64Array.of(1 / 2, 1 / 2, 1),
    });
    expect(convexHull(ranked([]), ranked([1]))).toBeUndefined();
    expect(convexHull(ranked([], 1), ranked([], 1))).toBeUndefined();
  });

  it('is convex, and no operating point lies below it', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const hull = convexHull(ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed));
        if (!hull) return;
        const corners = [...hull.fmr].map((fmr, i) => ({ fmr, fnmr: hull.fnmr[i] ?? 0 }));
        for (let i = 0; i + 1 < corners.length; i += 1) {
          const [a, b] = [corners[i]!, corners[i + 1]!];
          const side = (p: { fmr: number; fnmr: number }) =>
            (b.fmr - a.fmr) * (p.fnmr - a.fnmr) - (b.fnmr - a.fnmr) * (p.fmr - a.fmr);
          for (const point of [...corners, ...ratePoints(mated, nonMated)]) expect(side(point)).toBeLessThan(1e-13);
        }
      }),
    );
  });
});

describe('poolBlocks', () => {
  it('keeps more pools than its columns first have room for', () => {
    const length = 5000;
    const rising = Float64Array.from({ length }, (_, i) => i + 1);
    const ones = new Float64Array(length).fill(1);
    const columns = { scores: rising, mated: rising, nonMated: ones, matedFailed: 0, nonMatedFailed: 0 };
    const pools = poolBlocks(columnBlocks(columns));
    expect(pools.length).toBe(length);
    expect(pools.mated.slice(0, length)).toEqual(rising);
    expect(pools.nonMated.slice(0, length)).toEqual(ones);
  });
});
