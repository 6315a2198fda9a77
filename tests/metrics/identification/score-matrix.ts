import fc from 'fast-check';
import { searchesFromScores } from '../../../src/metrics/identification/from-scores.js';
import type { Searches } from '../../../src/metrics/identification/search.js';

/** Every probe sample with every gallery sample; a row without scores is a failed probe. */
export interface Matrix {
  readonly gallery: readonly string[];
  readonly galleryFailed: readonly boolean[];
  readonly probes: readonly string[];
  readonly rows: readonly (readonly number[] | null)[];
}

/** Few subjects, samples and distinct scores, so that ties, several samples of a subject and failures are common. */
export const matrices: fc.Arbitrary<Matrix> = fc
  .record({
    gallery: fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1, maxLength: 7 }),
    probes: fc.array(fc.constantFrom('a', 'b', 'c', 'v', 'w', 'x', 'y', 'z'), { maxLength: 12 }),
    failing: fc.infiniteStream(fc.nat({ max: 6 })),
    scores: fc.infiniteStream(fc.integer({ min: -3, max: 4 })),
  })
  .map(({ gallery, probes, failing, scores }) => ({
    gallery,
    // The first one keeps its template, so that the gallery has one.
    galleryFailed: gallery.map((_, column) => column > 0 && failing.next().value === 0),
    probes,
    rows: probes.map(() => (failing.next().value === 0 ? null : gallery.map(() => scores.next().value / 4))),
  }));

export const searchesOf = ({ gallery, galleryFailed, probes, rows }: Matrix, keep = 9): Searches =>
  searchesFromScores({
    gallery,
    galleryFailed,
    probes,
    keep,
    rows: rows.map((row) => row && Float32Array.from(row)).map((row) => row ?? undefined),
  });

/** One search by the definitions, without any of the code under test; `best` is null in one that failed. */
export interface PlainSearch {
  readonly subject: string;
  readonly mated: boolean;
  readonly best: Map<string, number> | null;
}

export function plainSearches({ gallery, galleryFailed, probes, rows }: Matrix): PlainSearch[] {
  return probes.map((subject, s) => {
    const best = new Map<string, number>();
    for (const [column, owner] of gallery.entries()) {
      const score = rows[s]?.[column];
      if (score === undefined || galleryFailed[column]) continue;
      best.set(owner, Math.max(score, best.get(owner) ?? Number.NEGATIVE_INFINITY));
    }
    const mated = gallery.includes(subject);
    return { subject, mated, best: rows[s] === null || (mated && !best.has(subject)) ? null : best };
  });
}

export const isAlarm = ({ best }: PlainSearch, threshold: number): boolean =>
  best !== null && [...best.values()].some((score) => score >= threshold);

/** Found among the `rank` first when the candidates stand in the order that is worst for the mate. */
export function isFound({ subject, best }: PlainSearch, rank: number, threshold: number): boolean {
  if (best === null) return false;
  const own = best.get(subject) ?? Number.NaN;
  const order = [...best].sort(([p, a], [q, b]) => b - a || Number(p === subject) - Number(q === subject));
  return own >= threshold && order.findIndex(([label]) => label === subject) < rank;
}

/** Searches from columns, without candidates: mated ones as [subject, score, rank], non-mated ones as [subject, score]. */
export function searches(
  gallerySubjects: number,
  rows: readonly (readonly [subject: number, score: number | null, rank?: number])[],
): Searches {
  return {
    gallerySubjects,
    subjects: Math.max(gallerySubjects, ...rows.map(([subject]) => subject + 1)),
    probeSubject: Int32Array.from(rows, ([subject]) => subject),
    failed: Uint8Array.from(rows, ([, score]) => Number(score === null)),
    score: Float32Array.from(rows, ([, score]) => score ?? 0),
    rank: Int32Array.from(rows, ([, , rank = 0]) => rank),
  };
}
