import { describe, expect, it } from 'vitest';
import { rankScores, trialsOf, withoutFailures } from '../../src/metrics/scores.js';

describe('rankScores', () => {
  it('sorts a copy and keeps the counts', () => {
    const scores = Float32Array.of(3, -1, 2);
    const side = rankScores({ scores, failed: 4, subjects: 5, disjoint: 2 }, 'mated');
    expect([...side.ascending]).toEqual([-1, 2, 3]);
    expect([...scores]).toEqual([3, -1, 2]);
    expect(trialsOf(side)).toBe(7);
    expect(withoutFailures(side)).toEqual({ ...side, failed: 0 });
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
