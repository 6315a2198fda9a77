import fc from 'fast-check';
import { type ComparisonScores, type RankedScores, type RankedSubjects, rankScores } from '../../src/metrics/scores.js';

/** A comparison of numbered subjects; without a score it failed. */
export interface Scored {
  readonly a: number;
  readonly b: number;
  readonly score?: number;
}

export interface WithSubjects extends RankedScores {
  readonly subjects: RankedSubjects;
}

/** Few people and few distinct scores, so that both are shared; one comparison in seven or so failed. */
const scored = (most: number) =>
  fc.record({
    a: fc.nat({ max: most }),
    b: fc.nat({ max: most }),
    score: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: -5, max: 5 }).map((n) => n / 8) },
      { weight: 1, arbitrary: fc.constant(undefined) },
    ),
  });

export const matedList = (minLength = 1) =>
  fc
    .array(scored(5), { minLength, maxLength: 20 })
    .map((list) => list.map(plain).map(({ a, ...one }) => ({ ...one, a, b: a })));

export const nonMatedList = (minLength = 1) =>
  fc.array(
    scored(5)
      .filter(({ a, b }) => a !== b)
      .map(plain),
    { minLength, maxLength: 30 },
  );

function plain({ a, b, score }: { a: number; b: number; score: number | undefined }): Scored {
  return { a, b, ...(score === undefined ? {} : { score }) };
}

/** Scored comparisons first, as everything expects them. */
export const scoredFirst = (list: readonly Scored[]): Scored[] => [
  ...list.filter(({ score }) => score !== undefined),
  ...list.filter(({ score }) => score === undefined),
];

/** How the comparisons are handed over. */
export function toScores(list: readonly Scored[]): ComparisonScores {
  const ordered = scoredFirst(list);
  const scores = ordered.flatMap(({ score }) => score ?? []);
  return {
    scores: Float32Array.from(scores),
    failed: ordered.length - scores.length,
    subjects: { first: ordered.map(({ a }) => a), second: ordered.map(({ b }) => b) },
  };
}

/** Ranked with the subjects numbered as they are called. */
export function rankedPeople(list: readonly Scored[], what: 'mated' | 'non-mated', subjects = 6): WithSubjects {
  const numbers = new Map(Array.from({ length: subjects }, (_, n): [number, number] => [n, n]));
  return rankScores(toScores(list), what, numbers) as WithSubjects;
}

/** The comparisons as often as a draw of their subjects has them. */
export function repeated(list: readonly Scored[], weights: ArrayLike<number>, mated: boolean): Scored[] {
  return list.flatMap((one) =>
    Array.from({ length: (weights[one.a] ?? 0) * (mated ? 1 : (weights[one.b] ?? 0)) }, () => one),
  );
}

export const weightsOf = (subjects: number) =>
  fc.array(fc.nat({ max: 3 }), { minLength: subjects, maxLength: subjects }).map((list) => Int32Array.from(list));
