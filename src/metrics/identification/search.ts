import { FalsematchError } from '../../files/errors.js';
import type { PairCounts } from '../../statistics/dependence/subject-pairs.js';

/**
 * What is kept of many searches, each of one probe sample in one gallery, in columns: search s is that of a sample of
 * subject `probeSubject[s]`. Subjects are whole numbers, those of the gallery first: a search is *mated* exactly when its
 * subject's number is below `gallerySubjects`. A candidate is a gallery subject with the best score of its samples.
 */
export interface Searches {
  /** The gallery's size N in subjects, numbers 0 to N - 1; those of whom no sample gave a template stand in it too. */
  readonly gallerySubjects: number;
  /** All subjects, of gallery and probes. */
  readonly subjects: number;
  readonly probeSubject: Int32Array;
  /**
   * 1 for a search without an answer: the probe gave no template or, in a mated one, no sample of the mate did. Mated,
   * it is a miss at every rank and threshold; non-mated, it raises no alarm. Its score and rank are not looked at.
   */
  readonly failed: Uint8Array;
  /** The score of the mate in a mated search, of the best candidate in a non-mated one. */
  readonly score: Float32Array;
  /**
   * The mate's rank, from 1, in a mated search; 0 in a non-mated one. Ties are taken pessimistically: every other
   * candidate with the mate's own score stands before it.
   */
  readonly rank: Int32Array;
  /** The best candidates besides the mate, for what happens when the gallery changes; a fixed gallery needs none. */
  readonly candidates?: Candidates | undefined;
}

/**
 * The `kept` best candidates of each search that are not its mate, best first: those of search s stand from s x kept on.
 * A place that no candidate takes has subject -1 and score -Infinity; so has every place of a failed search.
 */
export interface Candidates {
  readonly kept: number;
  readonly subject: Int32Array;
  readonly score: Float32Array;
}

/** The two kinds of searches. */
export type SearchKind = 'mated' | 'non-mated';

/** Whether search s is of the kind. */
export function isOf(kind: SearchKind, searches: Searches, s: number): boolean {
  return (searches.probeSubject[s] ?? 0) < searches.gallerySubjects === (kind === 'mated');
}

/**
 * Checks searches that come from elsewhere: columns of one length, numbers in their ranges, finite scores.
 * Throws with the index of the first search that is wrong.
 */
export function checkSearches(searches: Searches): void {
  const { gallerySubjects, subjects, probeSubject, failed, score, rank, candidates } = searches;
  const count = probeSubject.length;
  if (!(Number.isSafeInteger(gallerySubjects) && gallerySubjects >= 1 && gallerySubjects <= subjects)) {
    throw new FalsematchError(
      `A gallery needs at least one subject and no more than there are (${subjects}), found ${gallerySubjects}.`,
    );
  }
  const places = count * (candidates?.kept ?? 0);
  const lengths = [failed.length, score.length, rank.length];
  if (lengths.some((length) => length !== count) || (candidates && candidates.score.length !== places)) {
    throw new FalsematchError(`Every column of ${count} searches needs as many values, found ${lengths.join(', ')}.`);
  }
  for (let s = 0; s < count; s += 1) {
    const subject = probeSubject[s] ?? -1;
    if (!(subject >= 0 && subject < subjects)) {
      throw new FalsematchError(
        `The subject of search ${s} must be a number from 0 to ${subjects - 1}, found ${subject}.`,
      );
    }
    if (failed[s]) continue;
    if (!Number.isFinite(score[s])) {
      throw new FalsematchError(
        `The score of search ${s} must be a finite number, found ${score[s]}; mark a search without a template as failed.`,
      );
    }
    const found = rank[s] ?? -1;
    const fits = subject < gallerySubjects ? found >= 1 && found <= gallerySubjects : found === 0;
    if (!fits) {
      throw new FalsematchError(
        `The rank of search ${s} must be from 1 to ${gallerySubjects} when mated and 0 when not, found ${found}.`,
      );
    }
  }
}

/** How many searches there are of each kind, and how many of them failed. */
export function countSearches(searches: Searches, kind: SearchKind): { searches: number; failed: number } {
  let [count, failed] = [0, 0];
  for (let s = 0; s < searches.probeSubject.length; s += 1) {
    if (!isOf(kind, searches, s)) continue;
    count += 1;
    if (searches.failed[s]) failed += 1;
  }
  return { searches: count, failed };
}

/** The view with the failures excluded: the same searches in the same gallery, without those that failed. */
export function withoutFailedSearches(searches: Searches): Searches {
  const { probeSubject, failed, score, rank, candidates } = searches;
  const scored = (_: unknown, s: number) => failed[s] === 0;
  const kept = candidates?.kept ?? 1;
  const placed = (_: unknown, place: number) => failed[Math.floor(place / kept)] === 0;
  return {
    ...searches,
    probeSubject: probeSubject.filter(scored),
    failed: failed.filter(scored),
    score: score.filter(scored),
    rank: rank.filter(scored),
    candidates: candidates && {
      kept,
      subject: candidates.subject.filter(placed),
      score: candidates.score.filter(placed),
    },
  };
}

/** Counts the searches of one kind by probe subject, for intervals; `isError(s)` says whether search s went wrong. */
export function countBySubject(searches: Searches, kind: SearchKind, isError: (s: number) => boolean): PairCounts {
  const { subjects, probeSubject } = searches;
  const errors = new Float64Array(subjects);
  const trials = new Float64Array(subjects);
  for (let s = 0; s < probeSubject.length; s += 1) {
    if (!isOf(kind, searches, s)) continue;
    const subject = probeSubject[s] ?? 0;
    trials[subject] = (trials[subject] ?? 0) + 1;
    if (isError(s)) errors[subject] = (errors[subject] ?? 0) + 1;
  }
  const own = Int32Array.from(trials.keys()).filter((subject) => (trials[subject] ?? 0) > 0);
  return {
    subjects,
    first: own,
    second: own,
    errors: Float64Array.from(own, (subject) => errors[subject] ?? 0),
    trials: Float64Array.from(own, (subject) => trials[subject] ?? 0),
  };
}
