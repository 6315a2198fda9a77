import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../src/metrics/auc.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { mean, standardDeviation } from '../../src/statistics/mean.js';
import { ranked, side } from './score-lists.js';

/** Failed comparisons stand below every score. */
const all = (scores: Float32Array, failed: number) => [
  ...scores,
  ...new Array<number>(failed).fill(Number.NEGATIVE_INFINITY),
];
const win = (mated: number, nonMated: number) => (mated > nonMated ? 1 : mated === nonMated ? 0.5 : 0);

describe('areaUnderCurve', () => {
  it('is the share of couples that the mated score wins', () => {
    const auc = areaUnderCurve(ranked([0.5, 0.8, 0.9]), ranked([0.1, 0.5]));
    expect(auc).toMatchObject({ state: 'resolved', value: 5.5 / 6, trials: 5, matedTrials: 3, nonMatedTrials: 2 });
  });

  it('agrees with the naive count, and its error with the placements of every comparison', () => {
    fc.assert(
      fc.property(side, side, (matedSide, nonMatedSide) => {
        const mated = all(matedSide.scores, matedSide.failed);
        const nonMated = all(nonMatedSide.scores, nonMatedSide.failed);
        const auc = areaUnderCurve(
          ranked(matedSide.scores, matedSide.failed),
          ranked(nonMatedSide.scores, nonMatedSide.failed),
        );
        if (matedSide.scores.length === 0 || nonMatedSide.scores.length === 0) {
          expect(auc.state).toBe('unavailable');
          return;
        }
        let wins = 0;
        for (const x of mated) for (const y of nonMated) wins += win(x, y);
        expect(auc.value).toBe((2 * wins) / (2 * mated.length * nonMated.length));
        expect(auc.interval?.low).toBeLessThanOrEqual(auc.value ?? Number.NaN);
        expect(auc.interval?.high).toBeGreaterThanOrEqual(auc.value ?? Number.NaN);
        if (mated.length < 2 || nonMated.length < 2) {
          expect(auc.standardError).toBeNull();
          return;
        }
        const ofMated = mated.map((x) => mean(nonMated.map((y) => win(x, y))));
        const ofNonMated = nonMated.map((y) => mean(mated.map((x) => win(x, y))));
        const variance =
          standardDeviation(ofMated) ** 2 / mated.length + standardDeviation(ofNonMated) ** 2 / nonMated.length;
        expect(auc.standardError).toBeCloseTo(Math.sqrt(variance), 12);
      }),
      { numRuns: 500 },
    );
  });

  it('is bounded by couples that share no comparison where nothing goes wrong', () => {
    const auc = areaUnderCurve(ranked([2, 3, 4]), ranked([0, 1]));
    const bound = clopperPearson(0, 2).high;
    expect(auc).toMatchObject({ state: 'unresolved', value: 1, floor: { reason: 'zero-errors', of: '1-AUC' } });
    expect(auc.interval).toEqual({ low: 1 - bound, high: 1, level: 0.95, method: 'clopper-pearson' });
    expect(areaUnderCurve(ranked([0, 1]), ranked([2, 3])).interval).toEqual({
      low: 0,
      high: bound,
      level: 0.95,
      method: 'clopper-pearson',
    });
  });

  it.each([
    [ranked([], 3), ranked([], 2), 'All 3 mated comparisons failed, and an AUC needs scores of both kinds.'],
    [ranked([], 3), ranked([0, 1]), 'All 3 mated comparisons failed, and an AUC needs scores of both kinds.'],
    [ranked([1, 2]), ranked([], 2), 'All 2 non-mated comparisons failed, and an AUC needs scores of both kinds.'],
    [ranked([1, 2]), ranked([]), 'There are no non-mated comparisons, and an AUC needs both kinds.'],
  ])('is unavailable where a side has no score', (mated, nonMated, reason) => {
    expect(areaUnderCurve(mated, nonMated)).toMatchObject({
      state: 'unavailable',
      value: null,
      reason,
      standardError: null,
    });
  });

  it('says nothing about scores that are all equal, or with one comparison on a side', () => {
    expect(areaUnderCurve(ranked([1, 1]), ranked([1, 1]))).toMatchObject({
      state: 'unresolved',
      value: 0.5,
      interval: { low: 0, high: 1, method: 'none' },
      floor: { reason: 'no-variation' },
    });
    expect(areaUnderCurve(ranked([1]), ranked([0, 2])).interval?.method).toBe('none');
  });
});
