import { describe, expect, it } from 'vitest';
import { predictFpir } from '../../../src/metrics/identification/predicted-fpir.js';
import { makeRate } from '../../../src/metrics/rate.js';
import { searches, searchesOf } from './score-matrix.js';

const found = searchesOf({
  gallery: ['a', 'b', 'c'],
  galleryFailed: [],
  probes: ['x', 'x', 'y', 'z', 'a'],
  rows: [[1, 1, 0], [1, 0, 0], [0, 0, 0], null, [1, 1, 1]],
});

describe('predictFpir', () => {
  it('stands beside the measured rate: from the same comparisons, and from all pairs', () => {
    const allPairsFmr = makeRate(1, 100, { of: 'FMR', over: 'comparisons' });
    const { measured, predictedFromSame, predictedFromAllPairs } = predictFpir(found, 0.5, { allPairsFmr });
    expect(measured).toMatchObject({ value: 0.5, errors: 2, trials: 4 });
    // 3 of 12 comparisons: 1 - 0.75³; 1 - 0.99³.
    expect(predictedFromSame).toMatchObject({
      state: 'predicted',
      fmr: { value: 0.25, errors: 3, trials: 12, subjects: 3 },
    });
    expect(predictedFromSame.value).toBeCloseTo(0.578125, 15);
    expect(predictedFromAllPairs?.value).toBeCloseTo(0.029701, 15);
    const high = allPairsFmr.interval?.high ?? 0;
    expect(predictedFromAllPairs).toMatchObject({ fmr: allPairsFmr });
    expect(predictedFromAllPairs?.state === 'predicted' && predictedFromAllPairs.high).toBeCloseTo(
      1 - (1 - high) ** 3,
      14,
    );
  });

  it('is the measured rate for a gallery of one', () => {
    const one = searches(1, [
      [1, 0.75],
      [2, 0.25],
      [2, null],
    ]);
    // The count of a failed search is not looked at.
    const counts = Int32Array.of(1, 0, 1);
    const { measured, predictedFromSame, predictedFromAllPairs } = predictFpir(one, 0.5, { counts });
    expect(predictedFromSame.value).toBeCloseTo(measured.value ?? Number.NaN, 15);
    expect(predictedFromAllPairs).toBeNull();
  });

  it('is unavailable without non-mated searches', () => {
    const { measured, predictedFromSame } = predictFpir(searches(1, [[0, 0.5, 1]]), 0.5);
    expect(measured.state).toBe('unavailable');
    expect(predictedFromSame).toMatchObject({ state: 'unavailable', value: null });
  });
});
