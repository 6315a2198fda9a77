import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldAccuracy } from '../../src/metrics/accuracy-10fold.js';
import { weightedFoldAccuracy } from '../../src/metrics/accuracy-replicates.js';
import { matedList, nonMatedList, rankedPeople, repeated, type Scored, weightsOf } from './people-lists.js';

const folds = fc.array(fc.record({ mated: matedList(0), nonMated: nonMatedList(0) }), { minLength: 2, maxLength: 5 });
const ONES = new Int32Array(6).fill(1);
const bySubject = (list: readonly { mated: Scored[]; nonMated: Scored[] }[]) =>
  list.map(({ mated, nonMated }) => ({
    mated: rankedPeople(mated, 'mated').subjects,
    nonMated: rankedPeople(nonMated, 'non-mated').subjects,
  }));
/** The accuracy of the comparisons repeated as often as they weigh, folds without any left out. */
function plainAccuracy(list: readonly { mated: Scored[]; nonMated: Scored[] }[], weights: Int32Array) {
  const drawn = list
    .map(({ mated, nonMated }) => ({
      mated: repeated(mated, weights, true),
      nonMated: repeated(nonMated, weights, false),
    }))
    .filter(({ mated, nonMated }) => mated.length + nonMated.length > 0);
  if (drawn.length < 2) return null;
  return foldAccuracy(
    drawn.map(({ mated, nonMated }) => ({
      mated: rankedPeople(mated, 'mated'),
      nonMated: rankedPeople(nonMated, 'non-mated'),
    })),
  ).value;
}

it('is exactly the accuracy over folds when everybody weighs one, with ties and failures', () => {
  fc.assert(
    fc.property(folds, (list) => {
      const expected = plainAccuracy(list, ONES);
      fc.pre(expected !== null);
      expect(weightedFoldAccuracy(bySubject(list))(ONES)).toBe(expected);
    }),
    { numRuns: 500 },
  );
});

it('is that of the comparisons repeated as often as their subjects were drawn, one draw after the other', () => {
  fc.assert(
    fc.property(folds, fc.array(weightsOf(6), { minLength: 1, maxLength: 4 }), (list, draws) => {
      const accuracy = weightedFoldAccuracy(bySubject(list));
      for (const weights of draws) {
        const [expected, found] = [plainAccuracy(list, weights), accuracy(weights)];
        if (expected !== null) expect(found).toBe(expected);
      }
    }),
    { numRuns: 500 },
  );
});

it('has no value without a drawn comparison, and without a score to set a threshold on', () => {
  const list = [0, 1].map(() => ({ mated: [{ a: 0, b: 0, score: 0.5 }], nonMated: [{ a: 1, b: 2, score: 0.1 }] }));
  expect(weightedFoldAccuracy(bySubject(list))(new Int32Array(6))).toBeUndefined();
  expect(weightedFoldAccuracy([])(ONES)).toBeUndefined();
  const failed = list.map(({ nonMated }) => ({
    mated: [{ a: 0, b: 0 }],
    nonMated: nonMated.map(({ a, b }) => ({ a, b })),
  }));
  expect(weightedFoldAccuracy(bySubject(failed))(ONES)).toBeUndefined();
});
