import fc from 'fast-check';
import type { AllPairsScores } from '../../../src/metrics/all-pairs/all-pairs-scores.js';
import { withoutFailures } from '../../../src/metrics/scores.js';
import type { FailureView } from '../../../src/metrics/verification-metric.js';
import { scoreCounter } from '../../../src/statistics/score-counter.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { rankedPeople, type Scored } from '../people-lists.js';

/** One comparison with every other sample, of subjects a and b; without a score one of the two has no template. */
export type Comparison = Scored;

/** How many samples a subject has, and how many of them have no template. */
export interface Person {
  readonly samples: number;
  readonly failed: number;
}

/** A few people with few samples, of whom some have only one, or none with a template. */
export const people = (maxLength = 6) =>
  fc.array(
    fc
      .tuple(fc.nat({ max: 4 }), fc.nat({ max: 6 }))
      .map(([samples, failed]): Person => ({ samples, failed: failed < 2 ? Math.min(failed, samples) : 0 })),
    { minLength: 2, maxLength },
  );

/** Scores in eighths, so that many are equal; mated ones a little higher. */
export function everyPair(list: readonly Person[], seed: number): Comparison[] {
  const random = seededRandom(seed);
  const samples = list.flatMap(({ samples, failed }, subject) =>
    Array.from({ length: samples }, (_, k) => ({ subject, failed: k < failed })),
  );
  return samples.flatMap((one, k) =>
    samples.slice(k + 1).map((other): Comparison => {
      const ends = { a: one.subject, b: other.subject };
      const score = randomBelow(random, 12) / 8 + (ends.a === ends.b ? 0.25 : 0);
      return one.failed || other.failed ? ends : { ...ends, score };
    }),
  );
}

export const views = fc.constantFrom<FailureView>('counted', 'excluded');

/** Thresholds at scores and between them, below and above all. */
export const thresholds = fc.oneof(
  fc.integer({ min: 0, max: 25 }).map((n) => n / 16),
  fc.constantFrom(Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY),
);

/** What a view counts. */
export const inView = (list: readonly Comparison[], view: FailureView): Comparison[] =>
  list.filter(({ score }) => view === 'counted' || score !== undefined);

export const isMated = ({ a, b }: Comparison): boolean => a === b;

/** The same as a run of all pairs keeps it, with the non-mated scores of `from` or above, and counts at eighths. */
export function kept(list: readonly Person[], comparisons: readonly Comparison[], from: number): AllPairsScores {
  const scored = comparisons.flatMap(({ score, ...ends }) => (score === undefined ? [] : [{ ...ends, score }]));
  const mated = scored.filter(isMated);
  const strangers = scored.filter((one) => !isMated(one));
  const tail = strangers.filter(({ score }) => score >= from).sort((p, q) => q.score - p.score);
  const counter = scoreCounter(Float32Array.from({ length: 15 }, (_, k) => (k - 1) / 8));
  counter.add(Float32Array.from(strangers, ({ score }) => score));
  return {
    subjects: list.length,
    samples: Int32Array.from(list, ({ samples }) => samples),
    failed: Int32Array.from(list, ({ failed }) => failed),
    mated: {
      scores: Float32Array.from(mated, ({ score }) => score),
      subject: Int32Array.from(mated, ({ a }) => a),
    },
    nonMated: counter.counts(),
    tail: {
      from,
      scores: Float32Array.from(tail, ({ score }) => score),
      first: Int32Array.from(tail, ({ a }) => a),
      second: Int32Array.from(tail, ({ b }) => b),
    },
  };
}

/** The same as two lists of comparisons, which the functions for lists take. */
export function asLists(list: readonly Person[], comparisons: readonly Comparison[], view: FailureView) {
  const side = (mated: boolean) => {
    const chosen = comparisons.filter((one) => isMated(one) === mated);
    const ranked = rankedPeople(chosen, mated ? 'mated' : 'non-mated', list.length);
    return (view === 'counted' ? ranked : withoutFailures(ranked)) as typeof ranked;
  };
  return { mated: side(true), nonMated: side(false) };
}
