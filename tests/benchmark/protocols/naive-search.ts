import { allowedErrors } from '../../../src/metrics/threshold.js';
import type { SearchLists } from '../../../src/results/search/search-lists.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';

/** One search of a list by loops; `scores` of candidates in the order of the gallery, null where it has no answer. */
export interface NaiveSearch {
  readonly name: string;
  readonly subject: string;
  readonly mated: boolean;
  readonly scores: ReadonlyMap<string, number> | null;
}

/** How a candidate is scored: the samples that are searched with, and those that are enrolled. */
export type CandidateScore = (probes: readonly string[], enrolled: readonly string[]) => number;

/** Every search of a list, from its roles and nothing else. */
export function naiveSearches(
  { samples }: SearchLists,
  list: number,
  hasTemplate: (sample: string) => boolean,
  score: CandidateScore,
): NaiveSearch[] {
  const enrolled = samples.filter(({ roles }) => roles[list] === 'gallery');
  const probes = samples.filter(({ roles }) => roles[list] === 'probe');
  const subjects = [...new Set(enrolled.map(({ subject }) => subject))];
  const templated = (of: typeof samples) => of.map(({ sample }) => sample).filter(hasTemplate);
  const names = [...new Set(probes.map(({ sample, passage }) => passage || sample))];
  return names.map((name) => {
    const own = probes.filter(({ sample, passage }) => (passage || sample) === name);
    const subject = own[0]?.subject ?? '';
    const mated = subjects.includes(subject);
    const asked = templated(own);
    const scores = new Map<string, number>();
    for (const candidate of subjects) {
      const known = templated(enrolled.filter((one) => one.subject === candidate));
      if (known.length > 0 && asked.length > 0) scores.set(candidate, score(asked, known));
    }
    const answered = scores.size > 0 && (!mated || scores.has(subject));
    return { name, subject, mated, scores: answered ? scores : null };
  });
}

/** The score of the mate, or the best score where there is none; NaN without an answer. */
export function scoreOf({ subject, mated, scores }: NaiveSearch): number {
  if (!scores) return Number.NaN;
  return mated ? (scores.get(subject) ?? Number.NaN) : Math.max(...scores.values());
}

/** The mate's place when everybody with the same score stands before it; 0 where there is none. */
export function rankOf(search: NaiveSearch): number {
  if (!search.scores || !search.mated) return 0;
  const own = scoreOf(search);
  return 1 + [...search.scores].filter(([subject, score]) => subject !== search.subject && score >= own).length;
}

/** The next float above the highest best score that must be rejected; undefined where there is none. */
export function naiveThreshold(searches: readonly NaiveSearch[], target: number): number | undefined {
  const strangers = searches.filter(({ mated }) => !mated);
  const scores = strangers.flatMap((one) => (one.scores ? [scoreOf(one)] : [])).sort((p, q) => q - p);
  const rejected = scores[allowedErrors(strangers.length, target)];
  return rejected === undefined ? undefined : nextFloat32Up(rejected);
}

/** The candidates of non-mated searches at a threshold or above, best first, as [place of the search, subject, score]. */
export function naiveAlarms(searches: readonly NaiveSearch[], threshold: number): [number, string, number][] {
  return searches.flatMap(({ mated, scores }, s) =>
    mated || !scores
      ? []
      : [...scores]
          .filter(([, score]) => score >= threshold)
          .sort(([, p], [, q]) => q - p)
          .map(([subject, score]): [number, string, number] => [s, subject, score]),
  );
}
