import { FalsematchError } from '../../files/errors.js';
import { isOf, type Searches, type SearchKind } from './search.js';

/**
 * The variance that FPIR at a fixed threshold has because the gallery is a sample of subjects, beside that from the
 * probes: Σ (e_j - mean)² N/(N - 1) / M² over the N gallery subjects, e_j being how many of the M non-mated searches
 * would raise no alarm without subject j, that is those in which j is the only candidate at or above T. These are the
 * changes that the delete-one jackknife looks at (Efron & Stein, Annals of Statistics 9, 1981); FPIR grows with the
 * gallery as a sum does, whence N/(N - 1). What a probe subject and a gallery subject do only together is in the
 * variance over probe subjects too, so it is taken off once, as for two-way clusters (Cameron, Gelbach & Miller, JBES 29,
 * 2011); never below 0. Resampling the gallery with the probes (Owen's pigeonhole bootstrap, Annals of Applied
 * Statistics 1, 2007) will not do here: it is for means over cells, and a gallery drawn with replacement holds only 63%
 * of its subjects, so that FPIR falls to about two thirds.
 * Throws where fewer than two candidates of each search were kept.
 */
export function galleryVarianceOfFpir(searches: Searches, threshold: number): number {
  const { kept, subject, score } = candidatesOf(searches, Math.min(2, searches.gallerySubjects));
  return crossedVariance(searches, 'non-mated', (s, add) => {
    const first = s * kept;
    const only = (score[first] ?? 0) >= threshold && !(kept > 1 && (score[first + 1] ?? 0) >= threshold);
    if (only) add(subject[first] ?? 0);
  });
}

/**
 * The same for FNIR at a fixed rank and threshold: a gallery subject matters to the searches of others that miss only
 * because it stands before the mate, the mate being one place too low. That the mates are a sample is in the variance
 * over probe subjects already. Throws where fewer than `rank` candidates of each search were kept.
 */
export function galleryVarianceOfFnir(searches: Searches, rank: number, threshold: number): number {
  // Without a limit of rank nobody stands in the mate's way.
  if (rank >= searches.gallerySubjects) return 0;
  const { kept, subject } = candidatesOf(searches, rank);
  return crossedVariance(searches, 'mated', (s, add) => {
    if (searches.rank[s] !== rank + 1 || (searches.score[s] ?? 0) < threshold) return;
    for (let place = 0; place < rank; place += 1) add(subject[s * kept + place] ?? 0);
  });
}

/** The same for selectivity at a fixed threshold, where every candidate counts; the kept ones must reach down to it. */
export function galleryVarianceOfCandidates(searches: Searches, threshold: number): number {
  const { kept, subject, score } = candidatesOf(searches, 1);
  return crossedVariance(searches, 'non-mated', (s, add) => {
    for (let place = s * kept; place < (s + 1) * kept && (score[place] ?? 0) >= threshold; place += 1) {
      add(subject[place] ?? 0);
    }
  });
}

/** The candidates of each search, when at least `needed` were kept. */
export function candidatesOf(searches: Searches, needed: number): NonNullable<Searches['candidates']> {
  const { candidates } = searches;
  if (candidates && candidates.kept >= needed) return candidates;
  throw new FalsematchError(
    `A gallery that is a sample needs the ${needed} best candidates of each search besides the mate, found ${candidates?.kept ?? 0}; keep them when searching.`,
  );
}

function crossedVariance(
  searches: Searches,
  kind: SearchKind,
  effects: (s: number, add: (gallerySubject: number) => void) => void,
): number {
  const { gallerySubjects, probeSubject, failed } = searches;
  const bySubject = new Float64Array(gallerySubjects);
  const byCell = new Map<number, number>();
  let trials = 0;
  for (let s = 0; s < probeSubject.length; s += 1) {
    if (!isOf(kind, searches, s)) continue;
    trials += 1;
    if (failed[s]) continue;
    effects(s, (gallerySubject) => {
      bySubject[gallerySubject] = (bySubject[gallerySubject] ?? 0) + 1;
      const cell = (probeSubject[s] ?? 0) * gallerySubjects + gallerySubject;
      byCell.set(cell, (byCell.get(cell) ?? 0) + 1);
    });
  }
  if (trials === 0 || gallerySubjects < 2) return 0;
  const mean = bySubject.reduce((total, count) => total + count, 0) / gallerySubjects;
  let variance = 0;
  for (const count of bySubject) variance += ((count - mean) ** 2 * gallerySubjects) / (gallerySubjects - 1);
  for (const count of byCell.values()) variance -= count * count;
  return Math.max(0, variance) / (trials * trials);
}
