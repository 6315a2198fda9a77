import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { thresholdAtFpir } from '../../../src/metrics/identification/threshold-at-fpir.js';
import { nextFloat32Down, nextFloat32Up } from '../../../src/statistics/float32.js';
import { isAlarm, matrices, plainSearches, searches, searchesOf } from './score-matrix.js';

const nonMated = (scores: readonly (number | null)[]) =>
  searches(
    1,
    scores.map((score, s) => [s + 1, score] as const),
  );

describe('thresholdAtFpir', () => {
  it('is the next float32 above the highest best score to be rejected, with what was achieved', () => {
    const found = thresholdAtFpir(nonMated([0.1, 0.2, 0.3, 0.4, 0.5, 0.5, 0.5, 0.8, 0.9, 1]), 0.5);
    expect(found).toMatchObject({
      state: 'set',
      threshold: nextFloat32Up(0.5),
      falseAlarms: 3,
      trials: 10,
    });
    expect(found.state === 'set' && found.achieved).toMatchObject({ value: 0.3, errors: 3, over: 'searches' });
  });

  it('marks a threshold that the alarms of fewer than five people set', () => {
    const scores = Array.from({ length: 40 }, (_, k) => k / 40);
    const few = thresholdAtFpir(nonMated(scores), 0.1);
    expect(few).toMatchObject({ falseAlarms: 4, resolvable: false, floor: { reason: 'few-false-alarms', of: 'FPIR' } });
    const enough = thresholdAtFpir(nonMated(scores), 0.125);
    expect(enough).toMatchObject({ falseAlarms: 5, resolvable: true, floor: null });
    // Ten alarms, but all of two people.
    const two = scores.map((score, k) => [k < 30 ? k + 1 : 31 + (k % 2), score] as const);
    expect(thresholdAtFpir(searches(1, two), 0.25)).toMatchObject({ falseAlarms: 10, resolvable: false });
  });

  it('marks a target below one alarm of all searches, with the bound that no alarm leaves', () => {
    // Ten searches of ten subjects: 1 - 0.025^(1/10).
    const found = thresholdAtFpir(nonMated([0, 0, 0, 0, 0, 0, 0, 0, 0, 1]), 0.05);
    expect(found).toMatchObject({ threshold: nextFloat32Up(1), falseAlarms: 0, resolvable: false });
    expect(found.state === 'set' && found.floor?.reason).toBe('target-below-one-trial');
    expect(found.state === 'set' && found.floor?.upperBound).toBeCloseTo(0.30849710781876077, 14);
  });

  it('is the smallest float32 with FPIR(T) <= target', () => {
    fc.assert(
      fc.property(matrices, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (matrix, target) => {
        const plain = plainSearches(matrix).filter((one) => !one.mated);
        const fpir = (threshold: number) => plain.filter((one) => isAlarm(one, threshold)).length / plain.length;
        const found = thresholdAtFpir(searchesOf(matrix, 0), target);
        if (found.state === 'unavailable') {
          expect(plain.length === 0 || fpir(Number.NEGATIVE_INFINITY) <= target).toBe(true);
          return;
        }
        expect(found.achieved.value).toBe(fpir(found.threshold));
        expect(fpir(found.threshold)).toBeLessThanOrEqual(target);
        expect(fpir(nextFloat32Down(found.threshold))).toBeGreaterThan(target);
      }),
      { numRuns: 500 },
    );
  });

  it('is unavailable without a search, or with failures alone', () => {
    expect(thresholdAtFpir(searches(1, [[0, 0.5, 1]]), 0.1)).toEqual({
      state: 'unavailable',
      target: 0.1,
      trials: 0,
      reason: 'There are no non-mated searches.',
    });
    expect(thresholdAtFpir(nonMated([null, null, 0.5]), 0.4)).toMatchObject({
      state: 'unavailable',
      reason: expect.stringContaining('Only 1 of 3'),
    });
  });

  it('refuses a target outside 0 to 1', () => {
    for (const target of [0, 1, -0.1, Number.NaN]) {
      expect(() => thresholdAtFpir(nonMated([0]), target)).toThrow('A target FPIR must lie strictly between 0 and 1');
    }
  });
});
