import { describe, expect, it } from 'vitest';
import { noScores, rankScores, trialsOf, withoutFailures } from '../../src/metrics/scores.js';

describe('rankScores', () => {
  it('sorts a copy and keeps the counts', () => {
    const scores = Float32Array.of(3, -1, 2);
    const side = rankScores({ scores, failed: 4, subjects: 5, disjoint: 2 }, 'mated');
    expect([...side.ascending]).toEqual([-1, 2, 3]);
    expect([...scores]).toEqual([3, -1, 2]);
    expect(trialsOf(side)).toBe(7);
    expect(side).toMatchObject({ failed: 4, subjects: 5, disjoint: 2 });
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
    const side = rankScores({ scores, failed: 0, subjects: 5, disjoint: 2 }, 'mated');
    expect(withoutFailures(side)).toEqual(side);
  });

  it('has the subjects of the scored comparisons, and none where nobody counted them', () => {
    const side = rankScores({ scores, failed: 4, subjects: 5, subjectsScored: 3, disjoint: 2 }, 'mated');
    expect(withoutFailures(side)).toMatchObject({ failed: 0, subjects: 3, disjoint: 2 });
    const unknown = withoutFailures(rankScores({ scores, failed: 4, subjects: 5, disjoint: 2 }, 'mated'));
    expect(unknown.subjects).toBeUndefined();
    expect(unknown).toMatchObject({ failed: 0, disjoint: 2 });
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
