import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  galleryVarianceOfCandidates,
  galleryVarianceOfFnir,
  galleryVarianceOfFpir,
} from '../../../src/metrics/identification/gallery-variance.js';
import { fnirAt, fpirAt } from '../../../src/metrics/identification/rates.js';
import { countBySubject } from '../../../src/metrics/identification/search.js';
import { effectiveTrials, rateInterval } from '../../../src/statistics/dependence/adjusted-wilson.js';
import { jackknifeError, leaveOneSubjectOut } from '../../../src/statistics/dependence/jackknife.js';
import { plugInVariance } from '../../../src/statistics/dependence/plug-in-variance.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { wilson } from '../../../src/statistics/wilson.js';
import { type Matrix, matrices, searches, searchesOf } from './score-matrix.js';

/** The same probes in the gallery without one subject, each search of that subject's own still mated. */
function without(
  matrix: Matrix,
  subject: string,
  kind: 'mated' | 'non-mated',
  rank: number,
): { errors: number[]; probes: string[] } {
  const goneFrom = matrix.gallery.map((owner) => owner !== subject);
  const errors: number[] = [];
  for (const [s, probe] of matrix.probes.entries()) {
    const mated = matrix.gallery.includes(probe);
    if (mated !== (kind === 'mated')) continue;
    const keeps = (column: number) => goneFrom[column] || (mated && probe === subject);
    const pick = <T>(list: readonly T[]) => list.filter((_, column) => keeps(column));
    const row = matrix.rows[s];
    if (pick(matrix.gallery).length === 0 || pick(matrix.galleryFailed).every(Boolean)) {
      errors.push(Number(mated));
      continue;
    }
    const alone = searchesOf({
      gallery: pick(matrix.gallery),
      galleryFailed: pick(matrix.galleryFailed),
      probes: [probe],
      rows: [row ? pick(row) : null],
    });
    errors.push((mated ? fnirAt(alone, { rank, threshold: 0.25 }) : fpirAt(alone, 0.25)).errors ?? 0);
  }
  return { errors, probes: matrix.probes.filter((probe) => matrix.gallery.includes(probe) === (kind === 'mated')) };
}

/** By the definition: leave out each gallery subject, search anew, and see what changes. */
function bruteForce(matrix: Matrix, kind: 'mated' | 'non-mated', rank = 1): number {
  const subjects = [...new Set(matrix.gallery)];
  const whole = without(matrix, 'nobody', kind, rank);
  if (subjects.length < 2 || whole.errors.length === 0) return 0;
  let cells = 0;
  const effects = subjects.map((subject) => {
    const changes = without(matrix, subject, kind, rank).errors.map((error, k) => (whole.errors[k] ?? 0) - error);
    for (const probe of new Set(whole.probes)) {
      cells += changes.reduce((total, change, k) => total + (whole.probes[k] === probe ? change : 0), 0) ** 2;
    }
    return changes.reduce((total, change) => total + change, 0);
  });
  const n = subjects.length;
  const mean = effects.reduce((total, effect) => total + effect, 0) / n;
  const squares = effects.reduce((total, effect) => total + (effect - mean) ** 2, 0);
  return Math.max(0, (squares * n) / (n - 1) - cells) / whole.errors.length ** 2;
}

describe('the variance over gallery subjects', () => {
  it('is what leaving out each of them changes', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const found = searchesOf(matrix);
        expect(galleryVarianceOfFpir(found, 0.25)).toBeCloseTo(bruteForce(matrix, 'non-mated'), 12);
        expect(galleryVarianceOfFnir(found, 1, 0.25)).toBeCloseTo(bruteForce(matrix, 'mated'), 12);
        expect(galleryVarianceOfFnir(found, 2, 0.25)).toBeCloseTo(bruteForce(matrix, 'mated', 2), 12);
      }),
      { numRuns: 300 },
    );
  });

  it('comes from one who raises alarms with many probes', () => {
    // Gallery subject 0 is like everybody: 4 searches of 4 probe subjects, 3 alarms, all of them his alone.
    const found = searchesOf(
      {
        gallery: ['wolf', 'b', 'c', 'd'],
        galleryFailed: [false, false, false, false],
        probes: ['w', 'x', 'y', 'z'],
        rows: [
          [1, 0, 0, 0],
          [1, 0, 0, 0],
          [1, 0, 0, 0],
          [0, 0, 0, 0],
        ],
      },
      2,
    );
    // Effects 3, 0, 0, 0: (2.25² + 3 x 0.75²) 4/3 = 9, less 3 cells of 1, of 4² searches.
    expect(galleryVarianceOfFpir(found, 0.5)).toBeCloseTo(6 / 16, 15);
    expect(galleryVarianceOfCandidates(found, 0.5)).toBeCloseTo(6 / 16, 15);
    const [fixed, sampled] = [fpirAt(found, 0.5), fpirAt(found, 0.5, { galleryIsSample: true })];
    expect(sampled.interval?.high).toBeGreaterThanOrEqual(fixed.interval?.high ?? 1);
    expect(sampled.interval?.low).toBeLessThan(fixed.interval?.low ?? 0);
  });

  it('widens both intervals of a rate', () => {
    const random = seededRandom(11);
    const uniform = () => randomBelow(random, 2 ** 30) / 2 ** 30;
    const gallery = Array.from({ length: 40 }, (_, g) => `g${g}`);
    const likeness = gallery.map(() => uniform() / 2);
    const probes = Array.from({ length: 200 }, (_, s) => `p${s % 100}`);
    const rows = probes.map(() => likeness.map((like) => uniform() + like));
    const found = searchesOf({ gallery, galleryFailed: [], probes, rows }, 2);
    const [fixed, sampled] = [fpirAt(found, 1.35), fpirAt(found, 1.35, { galleryIsSample: true })];
    const { value = 0, trials } = sampled;
    const counts = countBySubject(found, 'non-mated', (s) => (found.score[s] ?? 0) >= 1.35);
    const gallerys = galleryVarianceOfFpir(found, 1.35);
    const effective = effectiveTrials(value ?? 0, plugInVariance(counts) + gallerys, trials);
    const expected = wilson((value ?? 0) * effective, effective);
    expect(sampled.interval?.low).toBeCloseTo(expected.low, 12);
    expect(sampled.interval?.high).toBeCloseTo(expected.high, 12);
    const error = jackknifeError(leaveOneSubjectOut(counts) ?? []) ?? 0;
    const leftOut = rateInterval(value ?? 0, Math.sqrt(error ** 2 + gallerys), trials, 40, 0.95);
    expect(sampled.jackknife?.high).toBeCloseTo(leftOut.high, 12);
    expect(leftOut.high).toBeGreaterThan((fixed.jackknife?.high ?? 1) + 0.01);
  });

  it('needs candidates, and says how many', () => {
    const bare = searches(3, [
      [0, 0.5, 1],
      [3, 0.5],
      [3, 0],
    ]);
    expect(() => fpirAt(bare, 0.25, { galleryIsSample: true })).toThrow('needs the 2 best candidates');
    expect(() => galleryVarianceOfFnir(bare, 2, 0.25)).toThrow('needs the 2 best candidates');
    expect(galleryVarianceOfFnir(bare, 3, 0.25)).toBe(0);
  });
});
