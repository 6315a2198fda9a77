import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { logLikelihoodRatioCost, minimumCllr } from '../../src/metrics/cllr.js';
import { isotonic } from './reference-curves.js';
import { ranked, side } from './score-lists.js';

describe('logLikelihoodRatioCost', () => {
  it('is the mean penalty in bits of both sides', () => {
    // e^s = 3 and 1/3: log2(1 + 1/3) on the mated side and log2(1 + 1/3) and log2(2) on the other.
    const third = Math.log2(4 / 3);
    const found = logLikelihoodRatioCost(ranked([Math.log(3)]), ranked([-Math.log(3), 0]));
    expect(found).toMatchObject({ state: 'point', matedTrials: 1, nonMatedTrials: 2 });
    // The logarithm is rounded to a float32.
    expect(found.value).toBeCloseTo((third + (third + 1) / 2) / 2, 7);
  });

  it('is 1 for scores that say nothing and grows in proportion to wrong certainty', () => {
    expect(logLikelihoodRatioCost(ranked([0, 0]), ranked([0])).value).toBe(1);
    expect(logLikelihoodRatioCost(ranked([-1000]), ranked([1000])).value).toBeCloseTo(1000 / Math.LN2, 10);
    expect(logLikelihoodRatioCost(ranked([1000]), ranked([-1000])).value).toBe(0);
  });

  it('leaves failures out, and is unavailable without a score on a side', () => {
    expect(logLikelihoodRatioCost(ranked([0], 5), ranked([0], 2))).toMatchObject({ value: 1, matedTrials: 1 });
    expect(logLikelihoodRatioCost(ranked([], 5), ranked([0]))).toMatchObject({
      state: 'unavailable',
      reason: 'All 5 mated comparisons failed, and a Cllr needs scores of both kinds.',
    });
    expect(minimumCllr(ranked([1]), ranked([]))).toMatchObject({ state: 'unavailable', value: null });
  });
});

describe('minimumCllr', () => {
  it('is 0 when the sides are apart and 1 when scores tell nothing or the wrong', () => {
    expect(minimumCllr(ranked([2, 3]), ranked([0, 1])).value).toBe(0);
    expect(minimumCllr(ranked([1, 1]), ranked([1])).value).toBeCloseTo(1, 15);
    expect(minimumCllr(ranked([0, 1]), ranked([2, 3])).value).toBeCloseTo(1, 15);
  });

  it('is the cost of the pools', () => {
    // Pools: 0 (non-mated), {2, 1} as one mated and one non-mated, 3 (mated). Shares 1/2 and 1/2: one bit for each half.
    expect(minimumCllr(ranked([1, 3]), ranked([0, 2])).value).toBeCloseTo(1 / 2, 15);
  });

  it('agrees with an isotonic regression without pools, and bounds the Cllr', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const sides = [ranked(mated.scores), ranked(nonMated.scores)] as const;
        const { value } = minimumCllr(...sides);
        if (value === null) return;
        const distinct = [...new Set([...mated.scores, ...nonMated.scores])].sort((a, b) => a - b);
        const count = (list: Float32Array, score: number) => list.filter((other) => other === score).length;
        const weights = distinct.map((score) => count(mated.scores, score) + count(nonMated.scores, score));
        const shares = distinct.map((score, i) => count(mated.scores, score) / (weights[i] ?? 1));
        const [m, n] = [mated.scores.length, nonMated.scores.length];
        const cost = isotonic(shares, weights).reduce((total, p, i) => {
          const ratio = ((p / (1 - p)) * n) / m;
          const [a, b] = [count(mated.scores, distinct[i] ?? 0), count(nonMated.scores, distinct[i] ?? 0)];
          return total + (a && (a / m) * Math.log2(1 + 1 / ratio)) + (b && (b / n) * Math.log2(1 + ratio));
        }, 0);
        expect(value).toBeCloseTo(cost / 2, 12);
        expect(value).toBeLessThanOrEqual((logLikelihoodRatioCost(...sides).value ?? 0) + 1e-12);
      }),
      { numRuns: 200 },
    );
  });
});
