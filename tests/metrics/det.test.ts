import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detCurve } from '../../src/metrics/det.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked, side } from './score-lists.js';

describe('detCurve', () => {
  it('has a point below, between and above the blocks of equal scores', () => {
    const { thresholds, falseMatches, falseNonMatches, ...trials } = detCurve(
      ranked([1, 2, 2], 1),
      ranked([0, 1, 1, 1]),
    );
    expect([...thresholds]).toEqual([0, nextFloat32Up(0), nextFloat32Up(1), nextFloat32Up(2)]);
    expect([...falseMatches]).toEqual([4, 3, 0, 0]);
    expect([...falseNonMatches]).toEqual([1, 1, 2, 4]);
    expect(trials).toEqual({ matedTrials: 4, nonMatedTrials: 4 });
  });

  it('counts at every point as a loop over the scores does', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const curve = detCurve(ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed));
        const distinct = new Set([...mated.scores, ...nonMated.scores]);
        expect(curve.thresholds.length).toBe(distinct.size === 0 ? 0 : distinct.size + 1);
        for (const [i, threshold] of curve.thresholds.entries()) {
          expect(curve.falseMatches[i]).toBe(nonMated.scores.filter((score) => score >= threshold).length);
          expect(curve.falseNonMatches[i]).toBe(
            mated.scores.filter((score) => score < threshold).length + mated.failed,
          );
        }
      }),
    );
  });
});
