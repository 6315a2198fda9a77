import type { Comparison } from './comparison-table.js';
import { judging } from './judged.js';

/** On how few people the misses of a system rest. */
export interface MissConcentration {
  /** The target false-match rate at whose threshold they are misses. */
  readonly at: string;
  readonly misses: number;
  /** How many people have one. */
  readonly people: number;
  /** How many of them, those with the most first, have half of the misses. */
  readonly half: number;
}

/** The concentration of misses at the threshold for each target FMR that can be set; none where subjects are not known. */
export function missConcentrations(comparisons: readonly Comparison[], at: readonly string[]): MissConcentration[] {
  const judge = judging(comparisons);
  return at.flatMap((target) => {
    const judged = judge(Number(target));
    if (!judged) return [];
    const { first, isError } = judged.mated;
    const bySubject = new Map<number, number>();
    for (const [k, subject] of first.entries()) {
      if (isError[k] === 1) bySubject.set(subject, (bySubject.get(subject) ?? 0) + 1);
    }
    return [concentrationOf(target, [...bySubject.values()])];
  });
}

/** The concentration of misses from how many each of the people has who have one. */
export function concentrationOf(at: string, bySubject: readonly number[]): MissConcentration {
  const counts = bySubject.toSorted((p, q) => q - p);
  const misses = counts.reduce((total, count) => total + count, 0);
  let [half, covered] = [0, 0];
  while (covered < misses / 2) {
    covered += counts[half] ?? 0;
    half += 1;
  }
  return { at, misses, people: counts.length, half };
}
