import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeMatch, searchCurve } from '../../../src/metrics/identification/curves.js';
import { fnirAt, fpirAt, NO_THRESHOLD, tpirAt } from '../../../src/metrics/identification/rates.js';
import { matrices, searches, searchesOf } from './score-matrix.js';

describe('searchCurve', () => {
  it('counts what the rates at each of its thresholds say, from every candidate down to none', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(1, 2, Number.POSITIVE_INFINITY), (matrix, rank) => {
        const found = searchesOf(matrix, 0);
        const curve = searchCurve(found, rank);
        for (const [i, threshold] of curve.thresholds.entries()) {
          expect(curve.falseAlarms[i]).toBe(fpirAt(found, threshold).errors ?? 0);
          expect(curve.misses[i]).toBe(fnirAt(found, { rank, threshold }).errors ?? 0);
        }
        if (curve.thresholds.length === 0) return;
        expect(curve.falseAlarms.at(-1)).toBe(0);
        expect(curve.misses.at(-1)).toBe(curve.matedSearches);
        expect(curve.misses[0]).toBe(fnirAt(found, { rank, threshold: NO_THRESHOLD }).errors ?? 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is empty without a score, and refuses a rank that is no place', () => {
    expect(searchCurve(searches(1, [[1, null]]))).toMatchObject({
      thresholds: new Float32Array(0),
      nonMatedSearches: 1,
    });
    expect(() => searchCurve(searches(1, []), 0)).toThrow('rank');
  });
});

describe('cumulativeMatch', () => {
  it('counts mates at each rank or better, failed searches at none', () => {
    const found = searches(4, [
      [0, 0.5, 1],
      [1, 0.5, 3],
      [2, 0.5, 1],
      [3, null, 1],
      [4, 0.5],
    ]);
    expect(cumulativeMatch(found, 4)).toEqual({ ties: 'pessimistic', hits: Float64Array.of(2, 2, 3, 3), trials: 4 });
  });

  it('gives a system with one score for everybody its last place', () => {
    const gallery = ['a', 'b', 'c'];
    const found = searchesOf({
      gallery,
      galleryFailed: [],
      probes: gallery,
      rows: gallery.map(() => [0.5, 0.5, 0.5]),
    });
    expect(cumulativeMatch(found, 3).hits).toEqual(Float64Array.of(0, 0, 3));
  });

  it('never falls, and is the hit rate without a threshold', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const found = searchesOf(matrix, 0);
        const { hits, trials } = cumulativeMatch(found, 6);
        for (let rank = 1; rank <= 6; rank += 1) {
          const rate = tpirAt(found, { rank, threshold: NO_THRESHOLD });
          expect(rate.trials).toBe(trials);
          expect(hits[rank - 1]).toBe(rate.errors ?? 0);
          expect(hits[rank - 1]).toBeGreaterThanOrEqual(hits[rank - 2] ?? 0);
        }
      }),
    );
  });

  it('refuses a last rank that is no place', () => {
    for (const rank of [0, 1.5, Number.POSITIVE_INFINITY]) {
      expect(() => cumulativeMatch(searches(1, []), rank)).toThrow('last rank');
    }
  });
});
