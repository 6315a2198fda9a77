import fc from 'fast-check';
import { expect, it } from 'vitest';
import { comparisonCounter, pairsOf, samplesInView } from '../../../src/metrics/all-pairs/weighted-trials.js';
import { weightsOf } from '../people-lists.js';
import { everyPair, inView, isMated, kept, people, views } from './every-pair.js';

it('counts comparisons as often as their subjects were drawn', () => {
  fc.assert(
    fc.property(people(), weightsOf(6), views, (list, drawn, view) => {
      const weights = drawn.slice(0, list.length);
      const comparisons = everyPair(list, 1);
      const count = (chosen: typeof comparisons) =>
        chosen.reduce((total, { a, b }) => total + (weights[a] ?? 0) * (a === b ? 1 : (weights[b] ?? 0)), 0);
      const seen = inView(comparisons, view);
      const strangers = seen.filter((one) => !isMated(one));
      const withMates = [...weights.keys()].filter((subject) =>
        seen.some(({ a, b }) => a === subject && b === subject),
      );
      expect(comparisonCounter(kept(list, comparisons, 0), view)(weights)).toEqual({
        nonMated: count(strangers),
        scored: count(strangers.filter(({ score }) => score !== undefined)),
        mated: count(seen.filter(isMated)),
        subjects: withMates.reduce((total, subject) => total + (weights[subject] ?? 0), 0),
      });
    }),
    { numRuns: 300 },
  );
});

it('counts samples that failed in one view only, and no pair of one sample', () => {
  const samplesOf = { samples: Int32Array.of(3, 1), failed: Int32Array.of(1, 0) };
  expect([...samplesInView(samplesOf, 'counted')]).toEqual([3, 1]);
  expect([...samplesInView(samplesOf, 'excluded')]).toEqual([2, 1]);
  expect([0, 1, 2, 5].map(pairsOf)).toEqual([0, 0, 1, 10]);
});
