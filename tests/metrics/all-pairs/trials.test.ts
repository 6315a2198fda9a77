import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allPairsTrials, nonMatedTrials } from '../../../src/metrics/all-pairs/trials.js';
import { countByPair, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';
import { subjectSums } from '../../../src/statistics/dependence/subject-sums.js';
import { type Comparison, everyPair, inView, isMated, kept, people, views } from './every-pair.js';

/** The trials of each subject, and Σ trials² over pairs of two of them, by looking at every comparison. */
function looked(comparisons: readonly Comparison[], subjects: number) {
  const numbers = new Map(Array.from({ length: subjects }, (_, k): [number, number] => [k, k]));
  const pairs = subjectPairs(
    comparisons.map(({ a }) => a),
    comparisons.map(({ b }) => b),
    numbers,
  );
  const { trials, ownTrials, betweenSubjects, disjoint } = subjectSums(countByPair(pairs, () => false));
  return { trials, ownTrials, nn: betweenSubjects.nn, disjoint: disjoint('trials') };
}

describe('allPairsTrials', () => {
  it('counts what a look at every comparison counts', () => {
    fc.assert(
      fc.property(people(9), fc.nat(), views, (list, seed, view) => {
        const comparisons = everyPair(list, seed);
        const seen = inView(comparisons, view);
        const { mated, nonMated } = allPairsTrials(kept(list, comparisons, 0), view);
        const { trials, ownTrials } = looked(seen.filter(isMated), list.length);
        expect(mated).toEqual({ trials, ownTrials, subjects: ownTrials.filter((own) => own > 0).length });
        const strangers = seen.filter((one) => !isMated(one));
        expect(nonMated).toEqual(looked(strangers, list.length));
      }),
    );
  });
});

describe('nonMatedTrials', () => {
  it('counts the comparisons within a group and between two', () => {
    const groupsOf = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(people(9), groupsOf, fc.nat({ max: 2 }), fc.nat({ max: 2 }), (list, groups, g, h) => {
        const groupOf = Int32Array.from(groups.slice(0, list.length));
        const within = everyPair(list, 1).filter(
          (one) => !isMated(one) && [groupOf[one.a], groupOf[one.b]].sort().join() === [g, h].sort().join(),
        );
        const samples = Int32Array.from(list, (one) => one.samples);
        const found = nonMatedTrials(samples, { groupOf, g, h });
        expect(found).toEqual(looked(within, list.length));
      }),
    );
  });
});
