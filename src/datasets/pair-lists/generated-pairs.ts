import { FalsematchError } from '../../files/errors.js';
import { sampleWithoutReplacement } from '../../statistics/seeded.js';
import type { Sample } from '../sample.js';
import type { Pair } from './pair.js';

export interface GenerateOptions {
  /** At most so many mated and non-mated pairs; all of them when there are fewer. */
  readonly mated: number;
  readonly nonMated: number;
  readonly seed: number;
}

/**
 * Pairs for a dataset that comes with subjects but without a list: every mated pair and every non-mated pair, or a
 * seeded sample of each without replacement. The same samples and seed give the same pairs, whatever their order.
 * Throws when there are no two samples of one subject, or only one subject.
 */
export function generatePairs(dataset: string, samples: readonly Sample[], options: GenerateOptions): Pair[] {
  const subjects = groupBySubject(samples);
  const mated = subjects.flatMap(matedPairs);
  const nonMated = nonMatedIndex(subjects);
  if (mated.length === 0 || nonMated.count === 0) {
    throw new FalsematchError(
      `${dataset} has ${subjects.flat().length} pictures of ${subjects.length} subjects; pairs need at least two subjects, and two pictures of one of them.`,
    );
  }
  const draw = (of: number, most: number, seed: number) => sampleWithoutReplacement(of, Math.min(most, of), seed);
  return [
    ...draw(mated.length, options.mated, options.seed).flatMap((index) => mated[index] ?? []),
    ...draw(nonMated.count, options.nonMated, options.seed + 1).map(nonMated.pairAt),
  ];
}

/** Sample ids by subject; subjects and ids in order of their names, so that the dataset's order does not matter. */
function groupBySubject(samples: readonly Sample[]): string[][] {
  const bySubject = new Map<string, string[]>();
  for (const { id, subject } of samples) {
    if (subject !== undefined) bySubject.set(subject, [...(bySubject.get(subject) ?? []), id]);
  }
  return [...bySubject].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, ids]) => ids.sort());
}

function matedPairs(ids: readonly string[]): Pair[] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b) => ({ a, b, mated: true })));
}

/** Counts the non-mated pairs and finds the nth without listing them: row by row over samples sorted by subject. */
function nonMatedIndex(subjects: readonly (readonly string[])[]): { count: number; pairAt(index: number): Pair } {
  const ids = subjects.flat();
  const partnersFrom: number[] = [];
  const rowStart: number[] = [];
  let count = 0;
  let subjectEnd = 0;
  for (const members of subjects) {
    subjectEnd += members.length;
    for (const _ of members) {
      partnersFrom.push(subjectEnd);
      rowStart.push(count);
      count += ids.length - subjectEnd;
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
    return { a: ids[low] ?? '', b: ids[b] ?? '', mated: false };
  }
  return { count, pairAt };
}
