import fc from 'fast-check';
import { expect, it } from 'vitest';
import { falseMatchesAt } from '../../../src/metrics/all-pairs/false-matches.js';
import { falseMatchesByGroup } from '../../../src/metrics/all-pairs/group-false-matches.js';
import { everyPair, kept, people, thresholds } from './every-pair.js';

it('has the false matches of everybody where all are of one group, and none of people without one', () => {
  fc.assert(
    fc.property(people(), fc.nat(), thresholds, (list, seed, threshold) => {
      const scores = kept(list, everyPair(list, seed), 0);
      const all = falseMatchesAt(scores, threshold);
      const { ee, en, disjoint, disjointOthers, bySubject } = all;
      const groupOf = new Int32Array(list.length);
      expect(falseMatchesByGroup(scores, { groupOf, groups: ['all'] }, threshold)).toEqual({
        threshold,
        bySubject,
        cells: [[{ ee, en, disjoint, disjointOthers }]],
      });
      const nobody = falseMatchesByGroup(scores, { groupOf: groupOf.fill(-1), groups: ['all'] }, threshold);
      expect(nobody.bySubject.every((own) => own === 0)).toBe(true);
      expect(nobody.cells[0]?.[0]).toMatchObject({ ee: 0, disjoint: 0, disjointOthers: { counted: 0, excluded: 0 } });
    }),
  );
});
