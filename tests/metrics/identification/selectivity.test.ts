import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidateCounts, selectivityAt } from '../../../src/metrics/identification/selectivity.js';
import { jackknifeInterval, rateInterval } from '../../../src/statistics/dependence/adjusted-wilson.js';
import { jackknifeError } from '../../../src/statistics/dependence/jackknife.js';
import { matrices, plainSearches, searches, searchesOf } from './score-matrix.js';

const worked = searchesOf({
  gallery: ['a', 'b', 'c'],
  galleryFailed: [],
  probes: ['x', 'x', 'y', 'z', 'a'],
  rows: [[1, 1, 0], [1, 0, 0], [0, 0, 0], null, [1, 1, 1]],
});

describe('selectivityAt', () => {
  it('is the mean number of candidates of a non-mated search', () => {
    expect(candidateCounts(worked, 0.5)).toEqual(Int32Array.of(2, 1, 0, 0, 2));
    const found = selectivityAt(worked, 0.5);
    expect(found).toMatchObject({
      state: 'resolved',
      value: 0.75,
      candidates: 3,
      trials: 4,
      subjects: 3,
      over: 'searches',
    });
    // Three candidates of 4 x 3 comparisons, by probe subject: x 3 of 6, y and z 0 of 3.
    const own = Int32Array.of(0, 1, 2);
    const counts = {
      subjects: 3,
      first: own,
      second: own,
      errors: Float64Array.of(3, 0, 0),
      trials: Float64Array.of(6, 3, 3),
    };
    const share = jackknifeInterval(counts);
    expect(found.interval?.low).toBeCloseTo(3 * (share?.low ?? 1), 12);
    expect(found.interval?.high).toBeCloseTo(3 * (share?.high ?? 1), 12);
  });

  it('adds the variance over gallery subjects, for which the kept candidates must reach down', () => {
    const options = { galleryIsSample: true, counts: candidateCounts(worked, 0.5) };
    const error = Math.hypot(
      jackknifeError([0, 3 / 3, 3 / 3]) ?? 0,
      // Candidates a, b and c stand in 2, 1 and 0 lists, all of x: (1 + 0 + 1) 3/2 is less than the cells' 4 + 1.
      0,
    );
    const one = rateInterval(0.75 / 3, error / 3, 12, 3, 0.95);
    expect(selectivityAt(worked, 0.5, options).interval?.high).toBeCloseTo(3 * one.high, 12);
    // Everybody's candidate is a: effects 3, 0, 0, less 3 cells, of 4 searches: (4 + 1 + 1) 3/2 - 3 = 6 of 16.
    const wolf = searchesOf({
      gallery: ['a', 'b', 'c'],
      galleryFailed: [],
      probes: ['w', 'x', 'y', 'z'],
      rows: [
        [1, 0, 0],
        [1, 0, 0],
        [1, 0, 0],
        [0, 0, 0],
      ],
    });
    const probes = jackknifeError([2 / 3, 2 / 3, 2 / 3, 1]) ?? 0;
    const both = rateInterval(0.75 / 3, Math.sqrt(probes ** 2 + 6 / 16) / 3, 12, 3, 0.95);
    expect(selectivityAt(wolf, 0.5, { galleryIsSample: true }).interval?.low).toBeCloseTo(3 * both.low, 12);
    const bare = searches(2, [
      [2, 1],
      [3, 0],
    ]);
    const counts = Int32Array.of(1, 0);
    expect(selectivityAt(bare, 0.5, { counts }).value).toBe(0.5);
    expect(() => selectivityAt(bare, 0.5, { counts, galleryIsSample: true })).toThrow('Search 0 has 0 or more');
  });

  it('takes counts from elsewhere', () => {
    const bare = { ...worked, candidates: undefined };
    expect(selectivityAt(bare, 0.5, { counts: Int32Array.of(2, 1, 0, 3, 2) })).toEqual(selectivityAt(worked, 0.5));
  });

  it('says the same as the definitions', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(-1, 0, 0.25, 1), (matrix, threshold) => {
        const plain = plainSearches(matrix).filter((one) => !one.mated);
        const all = plain.flatMap(({ best }) => [...(best?.values() ?? [])].filter((score) => score >= threshold));
        const found = selectivityAt(searchesOf(matrix), threshold);
        expect(found.value).toBe(plain.length > 0 ? all.length / plain.length : null);
        if (found.state === 'unavailable') return;
        expect(found.interval.low).toBeLessThanOrEqual(found.value);
        expect(found.interval.high).toBeGreaterThanOrEqual(found.value);
        const sampled = selectivityAt(searchesOf(matrix), threshold, { galleryIsSample: true });
        expect(sampled.interval?.high).toBeGreaterThanOrEqual(found.state === 'resolved' ? found.interval.high : 0);
      }),
      { numRuns: 200 },
    );
  });

  it('is unresolved without a candidate, bounded by N times the bound on FPIR', () => {
    const found = selectivityAt(worked, 2);
    expect(found).toMatchObject({ state: 'unresolved', value: 0, floor: { reason: 'zero-errors' } });
    // 3 (1 - 0.025^(1/3)).
    expect(found.floor?.upperBound).toBeCloseTo(2.12279467853614, 13);
    expect(found.interval?.high).toBe(found.floor?.upperBound);
  });

  it('is unresolved where subjects do not differ, unavailable without a non-mated search', () => {
    const same = searches(2, [
      [2, 0.5],
      [3, 0.5],
    ]);
    expect(selectivityAt(same, 0.5, { counts: Int32Array.of(1, 1) })).toMatchObject({
      state: 'unresolved',
      value: 1,
      interval: { low: 0, high: 2, method: 'none' },
      floor: { reason: 'no-variation' },
    });
    const none = searches(1, [[0, 0.5, 1]]);
    expect(selectivityAt(none, 0.5)).toMatchObject({ state: 'unavailable', value: null, candidates: null });
  });

  it('refuses lists that do not reach down to the threshold, and counts that do not fit', () => {
    const short = searchesOf({ gallery: ['a', 'b'], galleryFailed: [], probes: ['x'], rows: [[1, 1]] }, 1);
    expect(() => selectivityAt(short, 0.5)).toThrow('Search 0 has 1 or more candidates at or above 0.5');
    expect(() => selectivityAt(short, 0.5, { counts: Int32Array.of() })).toThrow('expected 1, found 0');
    expect(() => selectivityAt(short, 0.5, { counts: Int32Array.of(3) })).toThrow('from 0 to 2, found 3');
    expect(() => candidateCounts(short, Number.NaN)).toThrow('NaN');
  });
});
