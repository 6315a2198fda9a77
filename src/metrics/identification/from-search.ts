import type { SearchResult } from '../../comparison/search.js';
import type { SubjectLabel } from '../../statistics/dependence/subject-pairs.js';
import type { Searches } from './search.js';

/**
 * What `search` found, as the metrics of identification take it: the gallery's subjects are numbered as its candidates,
 * all others behind them, and the kept candidates are those besides the mate. Where not all candidates were kept that is
 * one fewer than `search` kept, so that every search has as many.
 */
export function searchesFromResult(result: SearchResult): Searches {
  const { candidates, subjects, k, mate, mateRank } = result;
  const numbers = new Map<SubjectLabel, number>(candidates.map((candidate, number) => [candidate, number]));
  for (const subject of subjects) if (!numbers.has(subject)) numbers.set(subject, numbers.size);
  const kept = k === candidates.length ? k : k - 1;
  const others = {
    kept,
    subject: new Int32Array(subjects.length * kept).fill(-1),
    score: new Float32Array(subjects.length * kept).fill(Number.NEGATIVE_INFINITY),
  };
  for (let s = 0; s < subjects.length; s += 1) {
    let place = 0;
    for (let at = s * k; at < (s + 1) * k && place < kept; at += 1) {
      const candidate = result.candidate[at] ?? -1;
      if (candidate === mate[s]) continue;
      others.subject[s * kept + place] = candidate;
      others.score[s * kept + place] = result.score[at] ?? Number.NEGATIVE_INFINITY;
      place += 1;
    }
  }
  return {
    gallerySubjects: candidates.length,
    subjects: numbers.size,
    probeSubject: Int32Array.from(subjects, (subject) => numbers.get(subject) ?? 0),
    failed: new Uint8Array(subjects.length),
    score: Float32Array.from(mate, (own, s) => (own >= 0 ? result.mateScore[s] : result.score[s * k]) ?? Number.NaN),
    rank: mateRank,
    candidates: kept > 0 ? others : undefined,
  };
}
