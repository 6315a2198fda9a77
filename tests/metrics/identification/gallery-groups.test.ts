import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupedGalleryVariance } from '../../../src/metrics/identification/gallery-groups.js';
import { fnirAt, NO_THRESHOLD } from '../../../src/metrics/identification/rates.js';
import { thresholdAtFpir } from '../../../src/metrics/identification/threshold-at-fpir.js';
import { type Matrix, matrices, searchesOf } from './score-matrix.js';

/** FNIR at the target when one gallery subject's samples stand in nobody's way but the subject's own. */
function fnirWithout(matrix: Matrix, subject: string, target: number, rank: number): number {
  const never = -100;
  const rows = matrix.rows.map(
    (row, s) =>
      row?.map((score, column) =>
        matrix.gallery[column] === subject && matrix.probes[s] !== subject ? never : score,
      ) ?? null,
  );
  const searches = searchesOf({ ...matrix, rows });
  const found = thresholdAtFpir(searches, target);
  const threshold = found.state === 'set' ? found.threshold : NO_THRESHOLD;
  return fnirAt(searches, { rank, threshold }).value ?? Number.NaN;
}

describe('groupedGalleryVariance', () => {
  it('is what leaving out each gallery subject changes, while there are few of them', () => {
    fc.assert(
      fc.property(matrices, fc.constantFrom(0.2, 0.5), fc.constantFrom(1, 2), (matrix, target, rank) => {
        const searches = searchesOf(matrix);
        fc.pre(thresholdAtFpir(searches, target).state === 'set');
        fc.pre(fnirAt(searches, { rank, threshold: 0 }).trials > 0);
        const subjects = [...new Set(matrix.gallery)];
        const found = groupedGalleryVariance(searches, { target, rank, seed: 1 });
        if (subjects.length < 2) {
          expect(found).toBeUndefined();
          return;
        }
        const values = subjects.map((subject) => fnirWithout(matrix, subject, target, rank));
        const mean = values.reduce((total, value) => total + value, 0) / values.length;
        const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
        expect(found?.variance).toBeCloseTo((squares * values.length) / (values.length - 1), 12);
        expect(found).toMatchObject({ groups: subjects.length, truncated: 0 });
      }),
      { numRuns: 300 },
    );
  });

  it('says in how many searches the kept candidates ran out', () => {
    const gallery = ['a', 'b', 'c', 'd'];
    const searches = searchesOf(
      {
        gallery: [...gallery, ...Array.from({ length: 36 }, (_, k) => `g${k}`)],
        galleryFailed: [],
        probes: ['x', 'y', 'a'],
        rows: [0, 1, 2].map(() => Array.from({ length: 40 }, (_, g) => (40 - g) / 40)),
      },
      2,
    );
    // With 20 groups of two, one group holds both kept candidates of x and y for one seed of some.
    const counts = Array.from(
      { length: 200 },
      (_, seed) => groupedGalleryVariance(searches, { target: 0.5, rank: 1, seed })?.truncated,
    );
    expect(new Set(counts)).toEqual(new Set([0, 2]));
    // Twenty stand before the last one, of whom two were kept: who else made room is not known.
    const last = searchesOf(
      {
        gallery: Array.from({ length: 21 }, (_, g) => `g${g}`),
        galleryFailed: [],
        probes: ['g20', 'x'],
        rows: [0, 1].map(() => Array.from({ length: 21 }, (_, g) => (40 - g) / 40)),
      },
      2,
    );
    expect(groupedGalleryVariance(last, { target: 0.5, rank: 20, seed: 1 })?.truncated).toBeGreaterThan(0);
    expect(groupedGalleryVariance(last, { target: 0.5, rank: 21, seed: 1 })?.truncated).toBeLessThan(2);
  });
});
