import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkSearches,
  countBySubject,
  countSearches,
  withoutFailedSearches,
} from '../../../src/metrics/identification/search.js';
import { matrices, searches, searchesOf } from './score-matrix.js';

const good = searches(2, [
  [0, 0.5, 1],
  [1, 0.25, 2],
  [2, 0.75],
  [2, null],
]);

describe('searches', () => {
  it('are counted by kind and by probe subject', () => {
    expect(countSearches(good, 'mated')).toEqual({ searches: 2, failed: 0 });
    expect(countSearches(good, 'non-mated')).toEqual({ searches: 2, failed: 1 });
    expect(countBySubject(good, 'non-mated', (s) => good.failed[s] === 1)).toEqual({
      subjects: 3,
      first: Int32Array.of(2),
      second: Int32Array.of(2),
      errors: Float64Array.of(1),
      trials: Float64Array.of(2),
    });
  });

  it('without those that failed are what they are from the rows that did not', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const all = searchesOf(matrix);
        const kept = matrix.rows.map((_, s) => all.failed[s] === 0);
        const pick = <T>(list: readonly T[]) => list.filter((_, s) => kept[s]);
        const scored = searchesOf({ ...matrix, probes: pick(matrix.probes), rows: pick(matrix.rows) });
        const { subjects: _, probeSubject, ...rest } = withoutFailedSearches(all);
        const { subjects: __, probeSubject: renumbered, ...expected } = scored;
        expect(rest).toEqual(expected);
        expect(probeSubject.length).toBe(renumbered.length);
      }),
    );
  });

  it('from elsewhere are checked', () => {
    expect(() => checkSearches(good)).not.toThrow();
    const score = good.score.slice();
    score[2] = Number.NaN;
    expect(() => checkSearches({ ...good, score })).toThrow('The score of search 2 must be a finite number, found NaN');
    score[2] = Number.NEGATIVE_INFINITY;
    expect(() => checkSearches({ ...good, score })).toThrow('found -Infinity');
    expect(() => checkSearches({ ...good, rank: Int32Array.of(1, 3, 0, 0) })).toThrow(
      'The rank of search 1 must be from 1 to 2 when mated and 0 when not, found 3',
    );
    expect(() => checkSearches({ ...good, rank: Int32Array.of(1, 2, 1, 0) })).toThrow('rank of search 2');
    expect(() => checkSearches({ ...good, rank: Int32Array.of(1) })).toThrow('Every column of 4 searches');
    expect(() => checkSearches({ ...good, probeSubject: Int32Array.of(0, 1, 3, 2) })).toThrow('found 3');
    expect(() => checkSearches({ ...good, gallerySubjects: 0 })).toThrow('at least one subject');
    expect(() =>
      checkSearches({ ...good, candidates: { kept: 2, subject: new Int32Array(8), score: new Float32Array(7) } }),
    ).toThrow('Every column');
  });
});
