import { describe, expect, it } from 'vitest';
import { pairFalseMatches } from '../../../src/metrics/all-pairs/pair-false-matches.js';
import { falseMatchSums, pairSums } from '../../../src/metrics/all-pairs/pair-sums.js';
import { everybody, nonMatedTrials } from '../../../src/metrics/all-pairs/trials.js';
import { subjectSums } from '../../../src/statistics/dependence/subject-sums.js';

/** All false matches of so many people with one sample each, but for those of `others`. */
function allBut(subjects: number, others: readonly string[]) {
  const list = Array.from({ length: subjects }, (_, a) => Array.from({ length: a }, (__, b) => [b, a] as const)).flat();
  const matches = list.filter(([a, b]) => !others.includes(`${a} ${b}`));
  const tail = { first: Int32Array.from(matches, ([a]) => a), second: Int32Array.from(matches, ([, b]) => b) };
  return pairFalseMatches(tail, matches.length, subjects);
}

const alone = (subjects: number) => ({
  samples: new Int32Array(subjects).fill(1),
  failed: new Int32Array(subjects),
});

describe('pairSums', () => {
  it('finds comparisons that share nobody among the few that are no false match', () => {
    const others = (subjects: number, ...list: string[]) =>
      pairSums(allBut(subjects, list), alone(subjects), everybody(subjects)).disjointOthers.counted;
    expect(others(12)).toBe(0);
    expect(others(12, '3 7')).toBe(1);
    // A star: all of them share subject 0.
    expect(others(12, '0 1', '0 2', '0 3', '0 11')).toBe(1);
    // A plain pass takes 0 and 1, and leaves 2 and 3 nobody; 0 with 2 and 1 with 3 is better.
    expect(others(4, '0 1', '0 2', '1 3')).toBe(2);
    expect(others(12, '0 1', '2 3', '4 5', '6 7', '8 9')).toBe(5);
    expect(others(14, '0 1', '2 3', '4 5', '6 7', '8 9', '10 11', '12 13')).toBe(5);
  });

  it('counts failed comparisons as no false match where they count', () => {
    const samplesOf = { samples: Int32Array.of(2, 2), failed: Int32Array.of(1, 0) };
    const tail = { first: Int32Array.of(0, 0), second: Int32Array.of(1, 1) };
    const sums = pairSums(pairFalseMatches(tail, 2, 2), samplesOf, everybody(2));
    expect(sums).toEqual({
      ee: 4,
      en: { counted: 8, excluded: 4 },
      disjoint: 1,
      disjointOthers: { counted: 1, excluded: 0 },
    });
  });

  it('refuses more false matches of two people than they have scores', () => {
    const samplesOf = { samples: Int32Array.of(2, 1), failed: Int32Array.of(1, 0) };
    const tail = { first: Int32Array.of(0, 1), second: Int32Array.of(1, 0) };
    expect(() => pairSums(pairFalseMatches(tail, 2, 2), samplesOf, everybody(2))).toThrow(
      'The tail holds 2 comparisons of subjects 0 and 1, which have 1 with a score; give every one once.',
    );
  });
});

describe('falseMatchSums', () => {
  it('are the sums of all pairs, the many without a false match too', () => {
    const samples = Int32Array.of(1, 2, 3, 1);
    const samplesOf = { samples, failed: new Int32Array(4) };
    const tail = { first: Int32Array.of(0, 2, 2), second: Int32Array.of(1, 1, 1) };
    const sums = pairSums(pairFalseMatches(tail, 3, 4), samplesOf, everybody(4));
    const found = falseMatchSums(
      nonMatedTrials(samples, everybody(4)),
      3,
      Float64Array.of(1, 3, 2, 0),
      sums,
      'counted',
    );
    const { disjoint, ...rest } = subjectSums({
      subjects: 4,
      first: Int32Array.of(0, 0, 0, 1, 1, 2),
      second: Int32Array.of(1, 2, 3, 2, 3, 3),
      errors: Float64Array.of(1, 0, 0, 2, 0, 0),
      trials: Float64Array.of(2, 3, 1, 6, 2, 3),
    });
    expect(found).toMatchObject(rest);
    expect(found.disjoint('trials')).toBe(disjoint('trials'));
    expect(found.disjoint('trials', 1)).toBe(1);
    for (const kind of ['errors', 'others'] as const) expect(found.disjoint(kind, 5)).toBe(disjoint(kind, 5));
    expect(found.disjoint('others', 1)).toBe(1);
    expect(() => found.disjoint('errors')).toThrow('were counted up to 5, not Infinity.');
    expect(() => found.disjoint('others', 6)).toThrow('were counted up to 5, not 6.');
  });
});
