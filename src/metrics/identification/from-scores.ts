import { FalsematchError } from '../../files/errors.js';
import { numberOf, type SubjectLabel, type SubjectNumbers } from '../../statistics/dependence/subject-pairs.js';
import type { Candidates, Searches } from './search.js';

/** Plain scores of every probe sample with every gallery sample. */
export interface SearchScores {
  /** The subject of each gallery sample; a subject may have several. */
  readonly gallery: ArrayLike<SubjectLabel>;
  /** 1 for each gallery sample without a template; its scores are not looked at. */
  readonly galleryFailed?: ArrayLike<number | boolean> | undefined;
  /** The subject of each probe sample. */
  readonly probes: ArrayLike<SubjectLabel>;
  /** For each probe, in order, its scores with the gallery samples; undefined for a probe without a template. */
  readonly rows: Iterable<Float32Array | undefined>;
  /** How many candidates besides the mate are kept of each search, 0 unless said otherwise. */
  readonly keep?: number | undefined;
}

/**
 * Searches from plain scores, row by row: a candidate's score is the best of its samples', ranks are pessimistic, of
 * equal candidates the one that stands first in the gallery is kept first. Takes O(scores) and memory for one row.
 * Throws for a score that is not finite, rows that do not fit, and a gallery without any template.
 */
export function searchesFromScores(scores: SearchScores): Searches {
  const { gallery, galleryFailed, probes, rows, keep = 0 } = scores;
  const numbers: SubjectNumbers = new Map();
  const owner = Int32Array.from(gallery, (label) => numberOf(label, numbers));
  const gallerySubjects = numbers.size;
  const enrolled = new Uint8Array(gallerySubjects);
  for (const [column, subject] of owner.entries()) if (!galleryFailed?.[column]) enrolled[subject] = 1;
  if (!enrolled.includes(1)) throw new FalsematchError('The gallery needs a sample with a template, found none.');
  const probeSubject = Int32Array.from(probes, (label) => numberOf(label, numbers));
  const count = probeSubject.length;
  const kept = Math.min(keep, gallerySubjects);
  const columns = {
    failed: new Uint8Array(count),
    score: new Float32Array(count),
    rank: new Int32Array(count),
    candidates: {
      kept,
      subject: new Int32Array(count * kept).fill(-1),
      score: new Float32Array(count * kept).fill(Number.NEGATIVE_INFINITY),
    },
  };
  const best = new Float32Array(gallerySubjects);
  let s = 0;
  for (const row of rows) {
    if (s < count) fillSearch(s, row, { owner, galleryFailed, enrolled, best, mate: probeSubject[s] ?? 0 }, columns);
    s += 1;
  }
  if (s !== count) throw new FalsematchError(`Every probe needs one row of scores: expected ${count}, found ${s}.`);
  const { failed, score, rank, candidates } = columns;
  return {
    gallerySubjects,
    subjects: numbers.size,
    probeSubject,
    failed,
    score,
    rank,
    candidates: kept > 0 ? candidates : undefined,
  };
}

interface Row {
  readonly owner: Int32Array;
  readonly galleryFailed: ArrayLike<number | boolean> | undefined;
  readonly enrolled: Uint8Array;
  /** Scratch: the best score of each gallery subject. */
  readonly best: Float32Array;
  readonly mate: number;
}

function fillSearch(
  s: number,
  row: Float32Array | undefined,
  context: Row,
  {
    failed,
    score,
    rank,
    candidates,
  }: Required<Pick<Searches, 'failed' | 'score' | 'rank'>> & { candidates: Candidates },
): void {
  const { enrolled, best, mate } = context;
  const mated = mate < enrolled.length;
  if (row) bestBySubject(s, row, context);
  if (!row || (mated && !enrolled[mate])) {
    failed[s] = 1;
    return;
  }
  const own = mated ? (best[mate] ?? 0) : Number.POSITIVE_INFINITY;
  let before = 0;
  let top = Number.NEGATIVE_INFINITY;
  for (let subject = 0; subject < best.length; subject += 1) {
    const value = best[subject] ?? Number.NEGATIVE_INFINITY;
    if (subject === mate || !enrolled[subject]) continue;
    if (value >= own) before += 1;
    if (value > top) top = value;
    if (candidates.kept > 0) keepCandidate(candidates, s * candidates.kept, subject, value);
  }
  score[s] = mated ? own : top;
  rank[s] = mated ? before + 1 : 0;
}

function bestBySubject(s: number, row: Float32Array, { owner, galleryFailed, best }: Row): void {
  if (row.length !== owner.length) {
    throw new FalsematchError(
      `Row ${s} must have a score for each of ${owner.length} gallery samples, found ${row.length}.`,
    );
  }
  best.fill(Number.NEGATIVE_INFINITY);
  for (let column = 0; column < row.length; column += 1) {
    if (galleryFailed?.[column]) continue;
    const value = row[column] ?? Number.NaN;
    if (!Number.isFinite(value)) {
      throw new FalsematchError(
        `The score of probe ${s} with gallery sample ${column} must be a finite number, found ${value}; mark samples without a template as failed.`,
      );
    }
    const subject = owner[column] ?? 0;
    if (value > (best[subject] ?? 0)) best[subject] = value;
  }
}

/** Puts a candidate in its place among those kept; later ones of equal score stand behind. */
function keepCandidate({ kept, subject, score }: Candidates, from: number, candidate: number, value: number): void {
  let place = from + kept;
  while (place > from && value > (score[place - 1] ?? 0)) place -= 1;
  if (place === from + kept) return;
  score.copyWithin(place + 1, place, from + kept - 1);
  subject.copyWithin(place + 1, place, from + kept - 1);
  score[place] = value;
  subject[place] = candidate;
}
