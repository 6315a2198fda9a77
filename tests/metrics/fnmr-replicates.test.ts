import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fnmrAt } from '../../src/metrics/error-rates.js';
import { fnmrBootstrap, totalWeight } from '../../src/metrics/fnmr-replicates.js';
import { thresholdAtFmr } from '../../src/metrics/threshold.js';
import {
  matedList,
  nonMatedList,
  rankedPeople,
  repeated,
  type Scored,
  scoredFirst,
  weightsOf,
} from './people-lists.js';

const targets = fc.constantFrom(0.01, 0.1, 0.2, 0.25, 0.3, 0.5, 0.9);

/** The weights of comparisons, in their order, when their subjects weigh so much. */
const perComparison = (list: readonly Scored[], weights: Int32Array, mated: boolean) =>
  Int32Array.from(scoredFirst(list), ({ a, b }) => (weights[a] ?? 0) * (mated ? 1 : (weights[b] ?? 0)));

function replicate(mated: Scored[], nonMated: Scored[], target: number, ...draws: Int32Array[]) {
  const bootstrap = fnmrBootstrap(
    rankedPeople(mated, 'mated').subjects,
    rankedPeople(nonMated, 'non-mated').subjects,
    target,
  );
  for (const subjects of draws) {
    const strangers = perComparison(nonMated, subjects, false);
    bootstrap.add({ subjects, mated: perComparison(mated, subjects, true) }, strangers, totalWeight(strangers));
  }
  return bootstrap.result();
}

const ONES = new Int32Array(6).fill(1);

it('is the plain FNMR at the plain threshold when everybody weighs one', () => {
  fc.assert(
    fc.property(matedList(), nonMatedList(), targets, (mated, nonMated, target) => {
      const { overComparisons } = replicate(mated, nonMated, target, ONES);
      const set = thresholdAtFmr(rankedPeople(nonMated, 'non-mated'), target);
      fc.pre(set.state === 'set');
      expect([...overComparisons]).toEqual([
        fnmrAt(rankedPeople(mated, 'mated'), set.state === 'set' ? set.threshold : 0).value,
      ]);
    }),
    { numRuns: 300 },
  );
});

it('is that of the comparisons repeated as often as they weigh, over comparisons and averaged over subjects drawn', () => {
  fc.assert(
    fc.property(matedList(), nonMatedList(), targets, weightsOf(6), (mated, nonMated, target, weights) => {
      const { overComparisons, overSubjects } = replicate(mated, nonMated, target, weights);
      const strangers = repeated(nonMated, weights, false);
      const drawn = repeated(mated, weights, true);
      if (strangers.length === 0 || drawn.length === 0) {
        expect([...overComparisons, ...overSubjects]).toEqual([]);
        return;
      }
      // The definition: the lowest threshold at which the share of matches is within the target.
      const scores = [Number.NEGATIVE_INFINITY, ...strangers.flatMap(({ score }) => score ?? [])].sort((p, q) => p - q);
      const matches = (rejected: number) =>
        strangers.filter(({ score }) => score !== undefined && score > rejected).length;
      const rejected = scores.find((score) => matches(score) / strangers.length <= target) ?? Number.NaN;
      const isMiss = ({ score }: Scored) => score === undefined || score <= rejected;
      const share = (list: readonly Scored[]) => list.filter(isMiss).length / list.length;
      expect([...overComparisons]).toEqual([share(drawn)]);
      const people = [...new Set(drawn.map(({ a }) => a))].flatMap((person) =>
        Array.from({ length: weights[person] ?? 0 }, () => share(mated.filter(({ a }) => a === person))),
      );
      expect(overSubjects[0]).toBeCloseTo(people.reduce((sum, one) => sum + one, 0) / people.length, 12);
    }),
    { numRuns: 500 },
  );
});

it('forgets one draw before the next', () => {
  const mated = [
    { a: 0, b: 0, score: 0.2 },
    { a: 1, b: 1, score: 0.9 },
    { a: 1, b: 1 },
  ];
  const nonMated = [
    { a: 0, b: 1, score: 0.1 },
    { a: 1, b: 2, score: 0.5 },
  ];
  const draws = [
    [1, 1, 1],
    [2, 1, 0],
    [0, 0, 3],
    [1, 1, 1],
  ].map((draw) => Int32Array.from(draw));
  const { overComparisons, overSubjects } = replicate(mated, nonMated, 0.1, ...draws);
  // All once: T is above 0.5. Without the third subject T is above 0.1. The third draw has no comparison.
  expect([...overComparisons]).toEqual([2 / 3, 1 / 4, 2 / 3]);
  expect([...overSubjects]).toEqual([(1 + 1 / 2) / 2, 1 / 2 / 3, (1 + 1 / 2) / 2]);
});
