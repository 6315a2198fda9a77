import { describe, expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { failuresOf, foldsOf, scoresOf, subjectsOf } from '../../src/results/task-scores.js';

const one = (a: string, b: string, subjectA: string, subjectB: string, rest: Partial<Comparison> = {}): Comparison => ({
  a,
  b,
  subjectA,
  subjectB,
  mated: false,
  failure: '',
  score: 0.5,
  ...rest,
});
const failed = (comparison: Comparison): Comparison => {
  const { score: _, ...rest } = comparison;
  return { ...rest, failure: 'a:no-face' };
};

describe('scoresOf', () => {
  it('puts scored comparisons first and failed ones last, subjects and samples with them', () => {
    const found = scoresOf([
      failed(one('a1', 'b1', 'a', 'b')),
      one('c1', 'd1', 'c', 'd', { score: 0.25 }),
      one('e1', 'e2', 'e', 'e', { mated: true, score: 0.75 }),
    ]);
    expect(found).toEqual({
      scores: Float32Array.of(0.25, 0.75),
      failed: 1,
      subjects: {
        first: ['c', 'e', 'a'],
        second: ['d', 'e', 'b'],
        known: true,
        samples: { first: ['c1', 'e1', 'a1'], second: ['d1', 'e2', 'b1'] },
      },
    });
  });
});

describe('subjectsOf', () => {
  it('names a subject that nobody knows after its picture, which no subject is called', () => {
    expect(
      subjectsOf([one('a1', 'b1', '', ''), one('a1', 'c1', '', 'c'), one('p', 'q', '', '', { mated: true })]),
    ).toMatchObject({
      first: ['picture\ta1', 'picture\ta1', 'picture\tp'],
      second: ['picture\tb1', 'c', 'picture\tp'],
      known: false,
    });
  });

  it('takes what is known of either picture for both of a mated comparison', () => {
    expect(
      subjectsOf([one('p', 'q', '', 's', { mated: true }), one('p', 'q', 's', '', { mated: true })]),
    ).toMatchObject({ first: ['s', 's'], second: ['s', 's'], known: false });
    expect(subjectsOf([one('p', 'q', 's', 's', { mated: true })]).known).toBe(true);
  });
});

it('failuresOf counts samples, and says whether anybody knows who is on them', () => {
  const sample = (name: string, subject: string, failure = '') => ({
    sample: name,
    subject,
    faces: failure ? 0 : 1,
    failure,
  });
  expect(failuresOf([sample('a1', 'a'), sample('b1', '', 'no-face')])).toEqual({
    failed: [false, true],
    subjects: ['a', 'picture\tb1'],
    subjectsKnown: true,
  });
  expect(failuresOf([sample('b1', '')]).subjectsKnown).toBe(false);
});

describe('foldsOf', () => {
  const folded = [10, 2, 2].map((fold, k) => one(`${k}`, 'x', `${k}`, 'x', { fold, score: k / 4, mated: false }));

  it('divides by fold, in the order of their numbers, mated and non-mated apart', () => {
    const folds = foldsOf([...folded, one('m1', 'm2', 'm', 'm', { mated: true, fold: 10, score: 1 })]);
    expect(folds?.map(({ mated, nonMated }) => [[...mated.scores], [...nonMated.scores]])).toEqual([
      [[], [0.25, 0.5]],
      [[1], [0]],
    ]);
  });

  it('is nothing with one fold, and where a comparison has none', () => {
    expect(foldsOf(folded.filter(({ fold }) => fold === 2))).toBeUndefined();
    expect(foldsOf([...folded, one('p', 'q', 'p', 'q')])).toBeUndefined();
    expect(foldsOf([])).toBeUndefined();
  });
});
