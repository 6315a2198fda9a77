import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchesFromScores } from '../../../src/metrics/identification/from-scores.js';
import { fnirAt, fpirAt, NO_THRESHOLD, tpirAt } from '../../../src/metrics/identification/rates.js';
import { withoutFailedSearches } from '../../../src/metrics/identification/search.js';
import { makeRate } from '../../../src/metrics/rate.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { isAlarm, isFound, matrices, plainSearches, searches, searchesOf } from './score-matrix.js';

const thresholds = fc.constantFrom(NO_THRESHOLD, -0.75, -0.25, nextFloat32Up(0), 0.25, 0.5, 1, 2);
const ranks = fc.constantFrom(1, 2, 3, Number.POSITIVE_INFINITY);
const share = (part: number, all: number) => (all === 0 ? null : part / all);

describe('FPIR, FNIR and TPIR', () => {
  it('are those of a worked example', () => {
    const found = searches(3, [
      [0, 0.9, 1],
      [0, 0.4, 1],
      [1, 0.8, 2],
      [1, null],
      [3, 0.7],
      [3, 0.2],
      [4, 0.5],
      [5, null],
    ]);
    expect(fpirAt(found, 0.5)).toMatchObject({ value: 0.5, errors: 2, trials: 4, subjects: 3, over: 'searches' });
    expect(fpirAt(withoutFailedSearches(found), 0.5)).toMatchObject({ errors: 2, trials: 3, subjects: 2 });
    expect(fnirAt(found, { rank: 1, threshold: 0.5 })).toMatchObject({
      value: 0.75,
      errors: 3,
      trials: 4,
      subjects: 2,
    });
    expect(fnirAt(found, { rank: 2, threshold: 0.5 })).toMatchObject({ errors: 2 });
    expect(tpirAt(found, { rank: 2, threshold: NO_THRESHOLD })).toMatchObject({ value: 0.75, errors: 3, trials: 4 });
    expect(fnirAt(withoutFailedSearches(found), { rank: 2, threshold: NO_THRESHOLD })).toMatchObject({
      state: 'unresolved',
      errors: 0,
      trials: 3,
    });
  });

  it('have the intervals of a rate whose trials are grouped by probe subject', () => {
    const found = searches(1, [
      [1, 1],
      [1, 1],
      [1, 0],
      [2, 0],
      [2, 0],
      [3, 0],
    ]);
    const own = Int32Array.of(1, 2, 3);
    const counts = {
      subjects: 4,
      first: own,
      second: own,
      errors: Float64Array.of(2, 0, 0),
      trials: Float64Array.of(3, 2, 1),
    };
    expect(fpirAt(found, 0.5, { level: 0.9 })).toEqual(
      makeRate(2, 6, { of: 'FPIR', over: 'searches', level: 0.9, counts }),
    );
  });

  it('say the same as the definitions', () => {
    fc.assert(
      fc.property(matrices, thresholds, ranks, (matrix, threshold, rank) => {
        const found = searchesOf(matrix, 0);
        const plain = plainSearches(matrix);
        const mated = plain.filter((one) => one.mated);
        const others = plain.filter((one) => !one.mated);
        const alarms = others.filter((one) => isAlarm(one, threshold)).length;
        const hits = mated.filter((one) => isFound(one, rank, threshold)).length;
        expect(fpirAt(found, threshold).value).toBe(share(alarms, others.length));
        const fnir = fnirAt(found, { rank, threshold });
        const tpir = tpirAt(found, { rank, threshold });
        expect(fnir.value).toBe(share(mated.length - hits, mated.length));
        expect(tpir.value).toBe(share(hits, mated.length));
        if (fnir.state === 'unavailable' || tpir.state === 'unavailable') return;
        expect(tpir.value).toBeCloseTo(1 - fnir.value, 15);
        expect([tpir.interval.low, tpir.interval.high]).toEqual([1 - fnir.interval.high, 1 - fnir.interval.low]);
      }),
      { numRuns: 500 },
    );
  });

  it('move one way with the threshold and the rank', () => {
    fc.assert(
      fc.property(matrices, thresholds, thresholds, ranks, (matrix, p, q, rank) => {
        const found = searchesOf(matrix, 0);
        const [low, high] = [Math.min(p, q), Math.max(p, q)];
        expect(fpirAt(found, high).errors ?? 0).toBeLessThanOrEqual(fpirAt(found, low).errors ?? 0);
        const misses = (threshold: number, within: number) => fnirAt(found, { rank: within, threshold }).errors ?? 0;
        expect(misses(high, rank)).toBeGreaterThanOrEqual(misses(low, rank));
        expect(misses(low, rank + 1)).toBeLessThanOrEqual(misses(low, rank));
      }),
    );
  });

  it('do not depend on the order of probes or gallery', () => {
    fc.assert(
      fc.property(matrices, thresholds, ranks, fc.boolean(), (matrix, threshold, rank, galleryIsSample) => {
        const turned = {
          gallery: matrix.gallery.toReversed(),
          galleryFailed: matrix.galleryFailed.toReversed(),
          probes: matrix.probes.toReversed(),
          rows: matrix.rows.map((row) => row?.toReversed() ?? null).reverse(),
        };
        const options = { galleryIsSample };
        const [found, again] = [searchesOf(matrix), searchesOf(turned)];
        const close = (value: unknown) =>
          JSON.stringify(value, (_, x) => (typeof x === 'number' ? x.toPrecision(9) : x));
        expect(close(fpirAt(again, threshold, options))).toBe(close(fpirAt(found, threshold, options)));
        const full = rank <= found.gallerySubjects ? rank : Number.POSITIVE_INFINITY;
        const rule = { rank: full, threshold };
        expect(close(fnirAt(again, rule, options))).toBe(close(fnirAt(found, rule, options)));
      }),
    );
  });

  it('are accuracy at rank 1 when everybody is in the gallery', () => {
    const found = searchesFromScores({
      gallery: ['a', 'b', 'c'],
      probes: ['a', 'b', 'c', 'a'],
      rows: [
        Float32Array.of(0.9, 0.1, 0.2),
        Float32Array.of(0.3, 0.2, 0.1),
        Float32Array.of(0, 0.1, 0.2),
        Float32Array.of(0.5, 0.25, 0.25),
      ],
    });
    expect(tpirAt(found, { rank: 1, threshold: NO_THRESHOLD })).toMatchObject({ value: 0.75, errors: 3, trials: 4 });
    expect(fpirAt(found, 0)).toMatchObject({ state: 'unavailable', trials: 0 });
  });

  it('are verification for a gallery of one subject', () => {
    const found = searchesFromScores({
      gallery: ['a'],
      probes: ['a', 'a', 'b', 'c'],
      rows: [0.9, 0.4, 0.5, 0.1].map((score) => Float32Array.of(score)),
    });
    expect(fpirAt(found, 0.5)).toMatchObject({ errors: 1, trials: 2 });
    expect(fnirAt(found, { rank: 1, threshold: 0.5 })).toMatchObject({ errors: 1, trials: 2 });
  });

  it('are unavailable, in words, without searches of the kind', () => {
    const none = searches(1, []);
    expect(fpirAt(none, 0)).toMatchObject({
      state: 'unavailable',
      reason: 'There are no searches of which FPIR could be a share.',
    });
    expect(tpirAt(none, { rank: 1, threshold: 0 })).toMatchObject({ state: 'unavailable', value: null, errors: null });
  });

  it('refuse a threshold that is no number and a rank that is no place', () => {
    const none = searches(1, []);
    expect(() => fpirAt(none, Number.NaN)).toThrow('found NaN');
    expect(() => fnirAt(none, { rank: 1, threshold: Number.NaN })).toThrow('found NaN');
    for (const rank of [0, 1.5, Number.NaN, -1]) {
      expect(() => fnirAt(none, { rank, threshold: 0 })).toThrow('A rank must be a whole number');
    }
  });
});
