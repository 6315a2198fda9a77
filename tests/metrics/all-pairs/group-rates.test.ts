import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseMatchesByGroup } from '../../../src/metrics/all-pairs/group-false-matches.js';
import { allPairsRatesByGroup } from '../../../src/metrics/all-pairs/group-rates.js';
import { countByGroup } from '../../../src/metrics/differential/group-counts.js';
import { ratesByGroup } from '../../../src/metrics/differential/group-rates.js';
import { judged } from '../differential/grouped.js';
import { type Comparison, everyPair, inView, isMated, kept, people, thresholds, views } from './every-pair.js';

const names = ['one', 'two', 'nobody'];
/** Two groups and strangers; the third group has nobody. */
const groupsOf = fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 14, maxLength: 14 });

const rowsOf = (list: readonly Comparison[], wrong: (one: Comparison) => boolean) =>
  judged(list.map((one) => [one.a, one.b, wrong(one) ? 1 : 0] as const));

describe('allPairsRatesByGroup', () => {
  it('is what the list of all comparisons gives, within groups and between them', () => {
    fc.assert(
      fc.property(people(14), groupsOf, fc.nat(), views, thresholds, (list, places, seed, view, threshold) => {
        const comparisons = everyPair(list, seed);
        const seen = inView(comparisons, view);
        const scores = kept(list, comparisons, 0);
        const named = { groupOf: Int32Array.from(places.slice(0, list.length)), groups: names };
        const isMatch = ({ score }: Comparison) => score !== undefined && score >= threshold;
        const expected = countByGroup({
          subjects: list.length,
          ...named,
          mated: rowsOf(seen.filter(isMated), (one) => !isMatch(one)),
          nonMated: rowsOf(
            seen.filter((one) => !isMated(one)),
            isMatch,
          ),
        });
        const counts = falseMatchesByGroup(scores, named, threshold);
        const found = allPairsRatesByGroup(scores, named, counts, view, 0.9);
        expect(found).toEqual(ratesByGroup(expected, 0.9));
      }),
      { numRuns: 300 },
    );
  });

  /** Four people with one sample each, two of each group; false matches at 0.5 are 0-1, 0-2 and 1-2. */
  const scores = {
    subjects: 4,
    samples: Int32Array.of(1, 1, 1, 1),
    failed: new Int32Array(4),
    mated: { scores: new Float32Array(), subject: new Int32Array() },
    nonMated: { thresholds: Float32Array.of(0, 0.5, 1), countsFrom: Float64Array.of(6, 3, 0) },
    tail: {
      from: 0.5,
      scores: Float32Array.of(0.75, 0.5, 0.5),
      first: Int32Array.of(0, 2, 1),
      second: Int32Array.of(1, 0, 2),
    },
  };
  const named = { groupOf: Int32Array.of(0, 0, 1, 1), groups: ['one', 'two'] };
  const counts = falseMatchesByGroup(scores, named, 0.5);

  it('agrees with a calculation by hand', () => {
    expect([...counts.bySubject]).toEqual([1, 1, 1, 1, 2, 0, 0, 0]);
    expect(counts.cells.map((row) => row.map(({ ee }) => ee))).toEqual([[1, 2], [0]]);
    const { groups, cross, leftOut } = allPairsRatesByGroup(scores, named, counts, 'counted');
    expect(groups.map(({ group, subjects }) => [group, subjects])).toEqual([
      ['one', 2],
      ['two', 2],
    ]);
    const shares = cross.map((row) => row.map(({ errors, trials }) => [errors, trials]));
    expect(shares).toEqual([
      [
        [1, 1],
        [2, 4],
      ],
      [
        [2, 4],
        [0, 1],
      ],
    ]);
    expect(groups[0]?.fmr).toBe(cross[0]?.[0]);
    expect(groups[0]?.fnmr.state).toBe('unavailable');
    expect(leftOut).toEqual({ mated: 0, nonMated: 0 });
  });

  it('refuses groups that do not fit, and a threshold below the tail', () => {
    const find =
      (other: Partial<typeof named>, threshold = 0.5) =>
      () =>
        falseMatchesByGroup(scores, { ...named, ...other }, threshold);
    expect(find({ groupOf: Int32Array.of(0, 0, 1) })).toThrow('Each of 4 subjects needs a group, found 3.');
    expect(find({ groupOf: Int32Array.of(0, 0, 1, 2) })).toThrow('must be a place among 2 or -1, found 2.');
    expect(find({ groups: ['one', 'one'] })).toThrow('Two groups have the same name.');
    expect(find({}, 0.25)).toThrow('The threshold 0.25 lies below the tail');
    expect(find({}, Number.NaN)).toThrow('The threshold must be a number, found NaN;');
  });

  it('refuses false matches of other groups, and such that contradict themselves', () => {
    const find =
      (other: Partial<typeof counts>, groups = named) =>
      () =>
        allPairsRatesByGroup(scores, groups, { ...counts, ...other }, 'counted');
    expect(find({}, { ...named, groups: ['one', 'two', 'three'] })).toThrow(
      'The false matches of 4 subjects with 3 groups need 12 counts and sums for each two groups, found 8 counts and sums of 2 groups.',
    );
    expect(find({ cells: [counts.cells[0] ?? [], []] })).toThrow('found 8 counts and sums of 2 groups.');
    // Seen from group one there are three with group two, from there two.
    expect(find({ bySubject: Int32Array.of(1, 2, 1, 1, 2, 0, 0, 0) })).toThrow(
      'Groups 0 and 1 must have as many false matches with each other from either side, found 3 and 2.',
    );
    expect(find({ bySubject: Int32Array.of(2, 1, 1, 1, 2, 0, 0, 0) })).toThrow('Groups 0 and 0 must have');
    expect(find({ threshold: Number.NaN })).toThrow('The threshold must be a number, found NaN;');
  });
});
