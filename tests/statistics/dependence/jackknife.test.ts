import fc from 'fast-check';
import { expect, it } from 'vitest';
import { jackknifeError, leaveOneSubjectOut } from '../../../src/statistics/dependence/jackknife.js';
import { standardError } from '../../../src/statistics/mean.js';
import { countsOf, judgedLists, share } from './lists.js';

it('gives the standard error of a mean for values that each leave one out', () => {
  const values = [3, 1, 4, 1, 5, 9];
  const leftOut = values.map((value) => (23 - value) / 5);
  expect(jackknifeError(leftOut)).toBeCloseTo(standardError(values), 14);
});

it('gives nothing for fewer than two values', () => {
  expect([jackknifeError([]), jackknifeError([1])]).toEqual([undefined, undefined]);
});

it.each(['mated', 'non-mated', 'both'] as const)('leaves out one subject with all its comparisons: %s', (kind) => {
  fc.assert(
    fc.property(judgedLists(kind), (list) => {
      const subjects = [...new Set(list.flatMap(({ a, b }) => [a, b]))];
      const rest = (subject: number) => list.filter(({ a, b }) => a !== subject && b !== subject);
      const values = leaveOneSubjectOut(countsOf(list));
      if (subjects.some((subject) => rest(subject).length === 0)) expect(values).toBeUndefined();
      else expect([...(values ?? [])].sort()).toEqual(subjects.map((subject) => share(rest(subject))).sort());
    }),
  );
});
