import { ascendingCopy, scoreFromTop } from '../../statistics/ascending.js';
import { randomBelow, seededRandom } from '../../statistics/seeded.js';
import { allowedErrors } from '../threshold.js';
import { candidatesOf } from './gallery-variance.js';
import { countSearches, isOf, type Searches } from './search.js';

/** As many groups as a variance can be had from, and few enough that each moves the threshold by several searches. */
const GROUPS = 20;

export interface GroupedVariance {
  readonly variance: number;
  readonly groups: number;
  /** In how many searches, at most, the kept candidates ran out, so that what would follow is only bounded. */
  readonly truncated: number;
}

/**
 * The variance that FNIR at a target FPIR has because the gallery is a sample of subjects: the gallery is divided at
 * random into 20 groups (fewer subjects: each its own), and FNIR taken without each in turn with the threshold set anew;
 * G/(G - 1) times the sum of squared deviations, as what a group does to a search adds up and is no mean. Groups and not
 * single subjects, because a delete-one jackknife is not consistent for what a quantile sets (Shao & Wu, Annals of
 * Statistics 17, 1989). Mates stay: that they are a sample is in the variance over probe subjects. Where all kept
 * candidates of a non-mated search go, the lowest of their scores stands for the next one.
 * Undefined for a gallery of one. Throws where fewer than two candidates of each search were kept.
 */
export function groupedGalleryVariance(
  searches: Searches,
  { target, rank, seed }: { readonly target: number; readonly rank: number; readonly seed: number },
): GroupedVariance | undefined {
  const { gallerySubjects } = searches;
  if (gallerySubjects < 2) return undefined;
  candidatesOf(searches, 2);
  const groups = Math.min(GROUPS, gallerySubjects);
  const groupOf = randomGroups(gallerySubjects, groups, seed);
  const values: number[] = [];
  let truncated = 0;
  for (let group = 0; group < groups; group += 1) {
    const without = fnirWithout(searches, (subject) => groupOf[subject] === group, target, rank);
    values.push(without.fnir);
    truncated = Math.max(truncated, without.truncated);
  }
  const mean = values.reduce((total, value) => total + value, 0) / groups;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return { variance: (squares * groups) / (groups - 1), groups, truncated };
}

function fnirWithout(searches: Searches, isGone: (subject: number) => boolean, target: number, rank: number) {
  const { probeSubject, failed, gallerySubjects, score } = searches;
  const { kept, subject, score: scores } = candidatesOf(searches, 2);
  const top: number[] = [];
  const mates: number[] = [];
  let truncated = 0;
  for (let s = 0; s < probeSubject.length; s += 1) {
    if (failed[s]) continue;
    const from = s * kept;
    if (isOf('non-mated', searches, s)) {
      let place = from;
      while (place < from + kept && isGone(subject[place] ?? -1)) place += 1;
      if (place === from + kept && kept < gallerySubjects) truncated += 1;
      top.push(scores[Math.min(place, from + kept - 1)] ?? Number.NEGATIVE_INFINITY);
      continue;
    }
    const [own, before] = [score[s] ?? 0, (searches.rank[s] ?? 1) - 1];
    let gone = 0;
    for (let place = from; place < from + Math.min(kept, before); place += 1)
      if (isGone(subject[place] ?? -1)) gone += 1;
    if (before + 1 - gone <= rank) mates.push(own);
    else if (before > kept) truncated += 1;
  }
  const { searches: nonMated } = countSearches(searches, 'non-mated');
  const rejected = scoreFromTop(ascendingCopy(Float32Array.from(top)), allowedErrors(nonMated, target));
  const hits = mates.filter((own) => own > (rejected ?? Number.NEGATIVE_INFINITY)).length;
  const { searches: mated } = countSearches(searches, 'mated');
  return { fnir: (mated - hits) / mated, truncated };
}

function randomGroups(subjects: number, groups: number, seed: number): Int32Array {
  const groupOf = Int32Array.from({ length: subjects }, (_, subject) => subject % groups);
  const random = seededRandom(seed);
  for (let last = subjects - 1; last > 0; last -= 1) {
    const other = randomBelow(random, last + 1);
    [groupOf[last], groupOf[other]] = [groupOf[other] ?? 0, groupOf[last] ?? 0];
  }
  return groupOf;
}
