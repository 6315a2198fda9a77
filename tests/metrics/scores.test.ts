import { describe, expect, it } from 'vitest';
import { noScores, rankScores, trialsOf, withoutFailures } from '../../src/metrics/scores.js';

describe('rankScores', () => {
  it('sorts a copy and keeps the counts', () => {
    const scores = Float32Array.of(3, -1, 2);
    const side = rankScores({ scores, failed: 4 }, 'mated');
    expect([...side.ascending.scores]).toEqual([-1, 2, 3]);
    expect([...scores]).toEqual([3, -1, 2]);
    expect(trialsOf(side)).toBe(7);
    expect(side.failed).toBe(4);
  });

  it('numbers the subjects of scored and failed comparisons, as other lists do', () => {
    const numbers = new Map([['cy', 0]]);
    const subjects = { first: ['ann', 'cy', 'ann'], second: ['ann', 'cy', 'ann'] };
    const side = rankScores({ scores: Float32Array.of(2, 1), failed: 1, subjects }, 'mated', numbers);
    expect(side.subjects).toMatchObject({ known: true, first: Int32Array.of(1, 0, 1), scores: Float32Array.of(2, 1) });
    expect(side.subjects?.pairs.pairs).toBe(2);
  });

  it.each([
    [
      'mated',
      ['a', 'b'],
      ['a', 'b'],
      'Every mated comparison needs two subjects, failed ones last: expected 3, found 2',
    ],
    ['mated', ['a', 'b', 'c'], ['a', 'b', 'd'], 'The mated comparison 2 is of subjects c and d'],
    ['non-mated', ['a', 'b', 'c'], ['b', 'b', 'd'], 'The non-mated comparison 1 is of subjects b and b'],
  ] as const)('refuses subjects that contradict %s comparisons', (what, first, second, message) => {
    const comparisons = { scores: Float32Array.of(1, 2), failed: 1, subjects: { first, second } };
    expect(() => rankScores(comparisons, what)).toThrow(message);
  });

  it('takes an empty side', () => {
    expect(trialsOf(rankScores({ scores: new Float32Array(), failed: 0 }, 'mated'))).toBe(0);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
    'refuses %d and says where it is',
    (bad) => {
      const scores = Float32Array.of(0.5, bad, 0.25);
      expect(() => rankScores({ scores, failed: 0 }, 'non-mated')).toThrow(
        `The non-mated score at index 1 must be a finite number, found ${bad}`,
      );
    },
  );

  it.each([-1, 0.5, Number.NaN])('refuses %d failures', (failed) => {
    expect(() => rankScores({ scores: new Float32Array(), failed }, 'mated')).toThrow('must be a whole number');
  });
});

describe('withoutFailures', () => {
  const scores = Float32Array.of(3, -1, 2);

  it('keeps the counts where nothing failed', () => {
    const side = rankScores({ scores, failed: 0 }, 'mated');
    expect(withoutFailures(side)).toEqual(side);
  });

  it('has the subjects of the scored comparisons alone, under their numbers', () => {
    const first = ['ann', 'bob', 'cy', 'dee'];
    const subjects = { first, second: ['bob', 'cy', 'ann', 'eve'] };
    const side = withoutFailures(rankScores({ scores, failed: 1, subjects }, 'non-mated'));
    expect(side).toMatchObject({ failed: 0, subjects: { first: Int32Array.of(0, 1, 2) } });
    expect(side.subjects?.pairs.pairs).toBe(3);
    expect(withoutFailures(rankScores({ scores, failed: 4 }, 'mated')).subjects).toBeUndefined();
  });
});

describe('noScores', () => {
  const ranked = (scores: number[], failed: number) =>
    rankScores({ scores: Float32Array.from(scores), failed }, 'mated');

  it('says which side has no score, and why', () => {
    expect(noScores('an AUC', ranked([1], 3), ranked([0], 0))).toBeUndefined();
    expect(noScores('an AUC', ranked([], 0), ranked([0], 0))).toBe(
      'There are no mated comparisons, and an AUC needs both kinds.',
    );
    expect(noScores('an AUC', ranked([1], 0), ranked([], 3))).toBe(
      'All 3 non-mated comparisons failed, and an AUC needs scores of both kinds.',
    );
  });
});
