import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchesFromScores } from '../../../src/metrics/identification/from-scores.js';
import { checkSearches } from '../../../src/metrics/identification/search.js';
import { matrices, plainSearches, searchesOf } from './score-matrix.js';

const row = (...scores: number[]) => Float32Array.from(scores);

describe('searchesFromScores', () => {
  it('takes the best sample of each subject, ranks pessimistically and keeps the best others', () => {
    const found = searchesFromScores({
      gallery: ['ann', 'bob', 'ann', 'cid'],
      probes: ['ann', 'dee', 'bob', 'ann'],
      rows: [row(0.25, 0.5, 0.5, 0.125), row(0.5, 0.25, 0.75, 0.75), row(1, 0.5, 0, 0.25), undefined],
      keep: 2,
    });
    expect(found).toEqual({
      gallerySubjects: 3,
      subjects: 4,
      probeSubject: Int32Array.of(0, 3, 1, 0),
      failed: Uint8Array.of(0, 0, 0, 1),
      score: row(0.5, 0.75, 0.5, 0),
      // Bob has Ann's own score in the first search, so he stands before her.
      rank: Int32Array.of(2, 0, 2, 0),
      candidates: {
        kept: 2,
        subject: Int32Array.of(1, 2, 0, 2, 0, 2, -1, -1),
        score: row(0.5, 0.125, 0.75, 0.75, 1, 0.25, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY),
      },
    });
  });

  it('fails a mated search whose mate has no template, and passes over that sample in others', () => {
    const found = searchesFromScores({
      gallery: ['ann', 'bob'],
      galleryFailed: [1, 0],
      probes: ['ann', 'bob', 'eve'],
      rows: [row(Number.NaN, 1), row(Number.NaN, 0), row(Number.NaN, 0.5)],
    });
    expect(found).toMatchObject({ gallerySubjects: 2, failed: Uint8Array.of(1, 0, 0), score: row(0, 0, 0.5) });
    expect(found.candidates).toBeUndefined();
  });

  it('says the same as the definitions', () => {
    fc.assert(
      fc.property(matrices, (matrix) => {
        const found = searchesOf(matrix);
        checkSearches(found);
        const labels = [...new Set([...matrix.gallery, ...matrix.probes])];
        for (const [s, { subject, mated, best }] of plainSearches(matrix).entries()) {
          expect(labels[found.probeSubject[s] ?? -1]).toBe(subject);
          expect(found.failed[s] === 1).toBe(best === null);
          if (best === null) continue;
          const others = [...best].filter(([label]) => label !== subject);
          const own = best.get(subject) ?? Number.NaN;
          expect(found.score[s]).toBe(mated ? own : Math.max(...best.values()));
          expect(found.rank[s]).toBe(mated ? 1 + others.filter(([, score]) => score >= own).length : 0);
          const { kept = 0, subject: who, score } = found.candidates ?? {};
          const places = Array.from({ length: kept }, (_, place) => s * kept + place).filter(
            (k) => (who?.[k] ?? -1) >= 0,
          );
          expect(places.map((k) => score?.[k])).toEqual(others.map(([, value]) => value).sort((p, q) => q - p));
          expect(new Map(places.map((k) => [labels[who?.[k] ?? -1], score?.[k]]))).toEqual(new Map(others));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('refuses scores that are not finite, rows that do not fit, and a gallery without a template', () => {
    const base = { gallery: ['ann', 'bob'], probes: ['eve'] };
    expect(() => searchesFromScores({ ...base, rows: [row(0, Number.NaN)] })).toThrow(
      'The score of probe 0 with gallery sample 1 must be a finite number, found NaN',
    );
    expect(() => searchesFromScores({ ...base, rows: [row(Number.POSITIVE_INFINITY, 0)] })).toThrow('found Infinity');
    expect(() => searchesFromScores({ ...base, rows: [row(0)] })).toThrow('each of 2 gallery samples, found 1');
    expect(() => searchesFromScores({ ...base, rows: [] })).toThrow('expected 1, found 0');
    expect(() => searchesFromScores({ ...base, rows: [row(0, 1), row(0, 1)] })).toThrow('expected 1, found 2');
    expect(() => searchesFromScores({ ...base, galleryFailed: [1, 1], rows: [row(0, 1)] })).toThrow('found none');
    expect(() => searchesFromScores({ gallery: [], probes: [], rows: [] })).toThrow('found none');
  });
});
