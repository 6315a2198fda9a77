import { expect, it } from 'vitest';
import { numberSubjects } from '../../../src/statistics/dependence/number-subjects.js';
import {
  countByPair,
  subjectPairs,
  subjectsIn,
  takeComparisons,
} from '../../../src/statistics/dependence/subject-pairs.js';

const FIRST = ['ann', 'bob', 'ann', 'cy'];
const SECOND = ['bob', 'ann', 'ann', 'bob'];

it('puts comparisons of the same two subjects together, in whichever order', () => {
  const pairs = subjectPairs(FIRST, SECOND);
  expect([...pairs.pairOf]).toEqual([0, 0, 1, 2]);
  expect([[...pairs.first], [...pairs.second]]).toEqual([
    [0, 0, 1],
    [1, 0, 2],
  ]);
  const { errors, trials } = countByPair(pairs, (k) => k !== 1);
  expect([[...errors], [...trials]]).toEqual([
    [1, 1, 1],
    [2, 1, 1],
  ]);
  expect(subjectsIn(pairs)).toBe(3);
});

it('takes the first comparisons alone, and subjects keep their numbers', () => {
  const pairs = takeComparisons(subjectPairs(['dee', ...FIRST], ['eve', ...SECOND]), 1);
  expect(pairs).toMatchObject({ subjects: 5, pairs: 1 });
  const last = takeComparisons(subjectPairs(FIRST, SECOND), 2);
  expect([last.pairs, [...last.pairOf], subjectsIn(last)]).toEqual([1, [0, 0], 2]);
});

it('numbers subjects by their labels, not by the order of the comparisons', () => {
  const numbers = numberSubjects([{ first: ['cy', 'bob', 2], second: ['ann', 'cy', 10] }, undefined]);
  expect([...numbers]).toEqual([
    [2, 0],
    [10, 1],
    ['ann', 2],
    ['bob', 3],
    ['cy', 4],
  ]);
  expect(subjectPairs(['bob'], ['ann'], numbers)).toMatchObject({
    first: Int32Array.of(2),
    second: Int32Array.of(3),
    subjects: 5,
  });
});

it('refuses lists of different length', () => {
  expect(() => subjectPairs(['ann'], [])).toThrow('two subjects, found 1 and 0');
});
