import { FalsematchError } from '../../files/errors.js';
import { drawWithoutReplacement, sampleWithoutReplacement, seededRandom } from '../../statistics/seeded.js';
import type { Sample } from '../sample.js';
import type { Pair } from './pair.js';

export interface GenerateOptions {
  /** At most so many mated and non-mated pairs; all of them when there are fewer. */
  readonly mated: number;
  readonly nonMated: number;
  /** At most so many mated pairs of one subject, so that no one person decides the result; any number when absent. */
  readonly perSubject?: number | undefined;
  readonly seed: number;
}

/**
 * Pairs for a dataset that comes with subjects but without a list: every mated pair and every non-mated pair, or a
 * seeded sample of each without replacement. With `perSubject` so many mated pairs of each subject are drawn first, and
 * the sample from these. The same samples and seed give the same pairs, whatever their order. Memory is in the number
 * of samples and of pairs drawn, not of pairs that there are.
 * Throws when there are no two samples of one subject, or only one subject.
 */
export function generatePairs(dataset: string, samples: readonly Sample[], options: GenerateOptions): Pair[] {
  const subjects = groupBySubject(samples);
  const mated = indexPairs(subjects, true);
  const nonMated = indexPairs(subjects, false);
  if (mated.count === 0 || nonMated.count === 0) {
    throw new FalsematchError(
      `${dataset} has ${subjects.flat().length} pictures of ${subjects.length} subjects; pairs need at least two subjects, and two pictures of one of them.`,
    );
  }
  const matedOf = subjects.map(({ length }) => (length * (length - 1)) / 2);
  return [
    ...drawMated(matedOf, mated.count, options).map(mated.pairAt),
    ...drawNonMated(nonMated.count, options).map(nonMated.pairAt),
  ];
}

/** The numbers of the non-mated pairs that are drawn of so many, ascending. */
export function drawNonMated(count: number, { nonMated, seed }: GenerateOptions): number[] {
  return sampleWithoutReplacement(count, Math.min(nonMated, count), seed + 1);
}

/** The numbers of the mated pairs that are drawn, ascending, where each subject has so many of them. */
export function drawMated(
  matedOf: readonly number[],
  count: number,
  { mated: most, perSubject, seed }: GenerateOptions,
): number[] {
  const random = seededRandom(seed);
  if (perSubject === undefined) return drawWithoutReplacement(count, Math.min(most, count), random);
  const candidates: number[] = [];
  let first = 0;
  for (const own of matedOf) {
    for (const pair of drawWithoutReplacement(own, Math.min(perSubject, own), random)) candidates.push(first + pair);
    first += own;
  }
  const drawn = drawWithoutReplacement(candidates.length, Math.min(most, candidates.length), random);
  return drawn.map((index) => candidates[index] ?? 0);
}

/** Sample ids by subject; subjects and ids in order of their names, so that the dataset's order does not matter. */
export function groupBySubject(samples: readonly Sample[]): string[][] {
  const bySubject = new Map<string, string[]>();
  for (const { id, subject } of samples) {
    if (subject === undefined) continue;
    const ids = bySubject.get(subject);
    if (ids) ids.push(id);
    else bySubject.set(subject, [id]);
  }
  return [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ids]) => ids.sort());
}

/**
 * Counts the mated or the non-mated pairs and finds the nth without listing them. With the samples sorted by subject,
 * each sample is a row: mated with those of its subject that come after it, non-mated with all of later subjects.
 */
function indexPairs(
  subjects: readonly (readonly string[])[],
  mated: boolean,
): { count: number; pairAt(index: number): Pair } {
  const ids = subjects.flat();
  const partnersFrom: number[] = [];
  const rowStart: number[] = [];
  let count = 0;
  let subjectEnd = 0;
  for (const members of subjects) {
    subjectEnd += members.length;
    for (const _ of members) {
      const from = mated ? rowStart.length + 1 : subjectEnd;
      const to = mated ? subjectEnd : ids.length;
      partnersFrom.push(from);
      rowStart.push(count);
      count += to - from;
    }
  }
  function pairAt(index: number): Pair {
    let low = 0;
    let high = rowStart.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((rowStart[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const b = (partnersFrom[low] ?? 0) + index - (rowStart[low] ?? 0);
    return { a: ids[low] ?? '', b: ids[b] ?? '', mated };
  }
  return { count, pairAt };
}
