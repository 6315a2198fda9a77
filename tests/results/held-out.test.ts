import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { splitBySubject } from '../../src/results/held-out.js';
import { PEOPLE, peopleTables } from '../support/people.js';

const { comparisons } = peopleTables();
const subjectsIn = (list: readonly Comparison[]) =>
  new Set(list.flatMap(({ subjectA, subjectB }) => [subjectA, subjectB]));

describe('splitBySubject', () => {
  it('divides the people: nobody stands on both sides, and what stands between them is counted', () => {
    const { calibration, report, between } = splitBySubject(comparisons, 0.5, 1);
    const [ours, theirs] = [subjectsIn(calibration), subjectsIn(report)];
    expect([ours.size, theirs.size]).toEqual([12, 12]);
    expect([...ours].filter((subject) => theirs.has(subject))).toEqual([]);
    // Of 12 people each: 36 mated and 66 non-mated comparisons; 12 x 12 are between them.
    expect([calibration.length, report.length, between]).toEqual([102, 102, 144]);
  });

  it('takes the share that sets thresholds, and leaves the order as it is', () => {
    const { calibration, report } = splitBySubject(comparisons, 0.25, 1);
    expect([subjectsIn(calibration).size, subjectsIn(report).size]).toEqual([6, 18]);
    for (const part of [calibration, report]) {
      expect(part).toEqual(comparisons.filter((one) => part.includes(one)));
    }
  });

  it('draws the same people for a seed, whatever the order of the comparisons, and others for another', () => {
    const people = (list: readonly Comparison[], seed: number) =>
      [...subjectsIn(splitBySubject(list, 0.5, seed).calibration)].sort();
    expect(people([...comparisons].reverse(), 1)).toEqual(people(comparisons, 1));
    expect(people(comparisons, 2)).not.toEqual(people(comparisons, 1));
  });

  it('adds up for every share', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.nat({ max: 99 }), (share, seed) => {
        const { calibration, report, between } = splitBySubject(comparisons, share, seed);
        expect(calibration.length + report.length + between).toBe(comparisons.length);
        const own = Math.round(share * PEOPLE);
        expect(calibration).toHaveLength(3 * own + (own * (own - 1)) / 2);
      }),
      { numRuns: 50 },
    );
  });

  it('takes pictures for people where nobody knows them', () => {
    const unknown = comparisons.filter(({ mated }) => !mated).map((one) => ({ ...one, subjectA: '', subjectB: '' }));
    const { calibration, report } = splitBySubject(unknown, 0.5, 1);
    expect([calibration.length, report.length]).toEqual([66, 66]);
    const pictures = (list: readonly Comparison[]) => list.flatMap(({ a, b }) => [a, b]);
    expect(pictures(calibration).filter((one) => pictures(report).includes(one))).toEqual([]);
  });
});
