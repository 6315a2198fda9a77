import { describe, expect, it } from 'vitest';
import { countByGroup } from '../../../src/metrics/differential/group-counts.js';
import { ratesByGroup } from '../../../src/metrics/differential/group-rates.js';
import { checkGrouped, type GroupedComparisons } from '../../../src/metrics/differential/grouped-comparisons.js';
import { judged } from './grouped.js';

/** Subjects 0, 1, 2 are in a, 3 and 4 in b, 5 is unknown, 6 in b without a comparison. */
const comparisons: GroupedComparisons = {
  subjects: 7,
  groupOf: Int32Array.of(0, 0, 0, 1, 1, -1, 1),
  groups: ['a', 'b', 'c'],
  mated: judged([
    [0, 0, 1],
    [0, 0, 0],
    [2, 2, 0],
    [3, 3, 1],
    [5, 5, 1],
  ]),
  nonMated: judged([
    [0, 1, 1],
    [1, 0, 0],
    [2, 1, 0],
    [3, 4, 0],
    [0, 3, 1],
    [4, 1, 0],
    [5, 0, 1],
    [1, 5, 0],
  ]),
};
const rates = ratesByGroup(countByGroup(comparisons));
const counted = ({
  errors,
  trials,
  subjects,
}: {
  errors: number | null;
  trials: number;
  subjects?: number | undefined;
}) => [errors, trials, subjects];

describe('ratesByGroup', () => {
  it('counts mated comparisons of the group and non-mated ones within it', () => {
    expect(rates.groups.map(({ group, subjects }) => [group, subjects])).toEqual([
      ['a', 3],
      ['b', 2],
      ['c', 0],
    ]);
    expect(rates.groups.map(({ fnmr }) => counted(fnmr))).toEqual([
      [1, 3, 2],
      [1, 1, 1],
      [null, 0, 0],
    ]);
    expect(rates.groups.map(({ fmr }) => counted(fmr))).toEqual([
      [1, 3, 3],
      [0, 1, 2],
      [null, 0, 0],
    ]);
  });

  it('has the rates between groups in a symmetric matrix', () => {
    expect(rates.cross.map((row) => row.map(({ errors, trials }) => `${errors}/${trials}`))).toEqual([
      ['1/3', '1/2', 'null/0'],
      ['1/2', '0/1', 'null/0'],
      ['null/0', 'null/0', 'null/0'],
    ]);
    expect(rates.cross[0]?.[1]).toBe(rates.cross[1]?.[0]);
    expect(rates.cross[0]?.[0]).toBe(rates.groups[0]?.fmr);
    expect(rates.cross[2]?.[2]).toMatchObject({ state: 'unavailable', value: null });
  });

  it('says how many comparisons are in no rate', () => {
    expect(rates.leftOut).toEqual({ mated: 1, nonMated: 2 });
  });

  it('gives intervals that know of subjects', () => {
    expect(rates.groups[0]?.fnmr.interval?.method).toBe('adjusted-wilson');
  });
});

describe('countByGroup', () => {
  it('puts the comparisons of one pair together, whatever their order', () => {
    const [a] = countByGroup(comparisons).groups;
    expect(a?.nonMated).toMatchObject({ first: Int32Array.of(0, 1), second: Int32Array.of(1, 2) });
    expect([...(a?.nonMated.trials ?? [])]).toEqual([2, 1]);
    expect([...(a?.nonMated.errors ?? [])]).toEqual([1, 0]);
  });
});

describe('checkGrouped', () => {
  it.each<[Partial<GroupedComparisons>, string]>([
    [{ groupOf: Int32Array.of(0) }, 'Each of 7 subjects needs a group, found 1.'],
    [{ groupOf: Int32Array.of(0, 0, 0, 3, 0, 0, 0) }, "A subject's group must be a place among 3 or -1, found 3."],
    [{ groupOf: Int32Array.of(0, 0, 0, -2, 0, 0, 0) }, "A subject's group must be a place among 3 or -1, found -2."],
    [{ groups: ['a', 'b', 'a'] }, 'Two groups have the same name.'],
    [{ mated: judged([[0, 1, 0]]) }, 'Comparison 0 of subjects 0 and 1 stands among the mated ones.'],
    [{ nonMated: judged([[1, 1, 0]]) }, 'Comparison 0 of subjects 1 and 1 stands among the non-mated ones.'],
    [{ nonMated: judged([[0, 7, 0]]) }, 'Comparison 0 is of subjects 0 and 7, and there are 7.'],
    [
      { mated: { ...comparisons.mated, isError: new Uint8Array(2) } },
      'Each comparison needs two subjects and a judgement, found 5, 5, 2.',
    ],
  ])('refuses parts that do not fit together', (change, message) => {
    expect(() => checkGrouped({ ...comparisons, ...change })).toThrow(message);
  });
});
