import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DetCurve, detCurve } from '../../../src/metrics/det.js';
import { rankScores } from '../../../src/metrics/scores.js';
import { thinCurve } from '../../../src/report/figures/thin-curve.js';
import { normalQuantile } from '../../../src/statistics/normal.js';
import { gaussian } from '../../support/gaussian.js';

const score = fc.integer({ min: -40, max: 40 }).map((tenth) => Math.fround(tenth / 10));
const scores = fc.array(score, { minLength: 1, maxLength: 60 });
const curves = fc
  .record({ mated: scores, nonMated: scores, failed: fc.nat(3), failedToo: fc.nat(3) })
  .map(({ mated, nonMated, failed, failedToo }) =>
    detCurve(
      rankScores({ scores: Float32Array.from(mated), failed }, 'mated'),
      rankScores({ scores: Float32Array.from(nonMated), failed: failedToo }, 'non-mated'),
    ),
  );

/** The points that can be drawn on normal-deviate axes: both errors have been seen, and both successes. */
function drawable({ thresholds, falseMatches, falseNonMatches, matedTrials, nonMatedTrials }: DetCurve) {
  return Array.from(thresholds, (threshold, k) => {
    const [matches, misses] = [falseMatches[k] ?? 0, falseNonMatches[k] ?? 0];
    const [x, y] = [normalQuantile(matches / nonMatedTrials), normalQuantile(misses / matedTrials)];
    return { threshold, falseMatches: matches, falseNonMatches: misses, x, y };
  }).filter(({ x, y }) => Number.isFinite(x) && Number.isFinite(y));
}

describe('thinCurve', () => {
  it('keeps points as they are, the first and the last of those that can be drawn among them', () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 1e-3, max: 3, noNaN: true }), (curve, step) => {
        const all = drawable(curve);
        const kept = thinCurve(curve, step);
        const byThreshold = new Map(all.map((point) => [point.threshold, point]));
        for (const point of kept) expect(point).toEqual(byThreshold.get(point.threshold));
        expect(kept[0]).toEqual(all[0]);
        expect(kept.at(-1)).toEqual(all.at(-1));
        for (const [k, { threshold }] of kept.entries()) {
          if (k > 0) expect(threshold).toBeGreaterThan(kept[k - 1]?.threshold ?? 0);
        }
      }),
    );
  });

  it('leaves out nothing that is a step away from the point before, and keeps nothing nearer but the last', () => {
    fc.assert(
      fc.property(curves, fc.double({ min: 1e-3, max: 3, noNaN: true }), (curve, step) => {
        const kept = thinCurve(curve, step);
        const away = (a: { x: number; y: number }, b: { x: number; y: number }) =>
          Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y));
        for (const point of drawable(curve)) {
          const before = kept.filter(({ threshold }) => threshold <= point.threshold).at(-1);
          if (!before) throw new Error('the first point is not kept');
          if (before.threshold !== point.threshold) expect(away(before, point)).toBeLessThan(step);
        }
        for (const [k, point] of kept.slice(1, -1).entries()) {
          const before = kept[k];
          if (before) expect(away(before, point)).toBeGreaterThanOrEqual(step);
        }
      }),
    );
  });

  it('is empty where no point can be drawn', () => {
    const apart = detCurve(
      rankScores({ scores: Float32Array.of(1, 2), failed: 0 }, 'mated'),
      rankScores({ scores: Float32Array.of(-1, -2), failed: 0 }, 'non-mated'),
    );
    expect(thinCurve(apart, 0.03)).toEqual([]);
  });

  it('makes few points of many', () => {
    const normal = gaussian(5);
    const draw = (apart: number) => Float32Array.from({ length: 20_000 }, () => normal() + apart);
    const curve = detCurve(
      rankScores({ scores: draw(2), failed: 0 }, 'mated'),
      rankScores({ scores: draw(0), failed: 0 }, 'non-mated'),
    );
    expect(curve.thresholds.length).toBeGreaterThan(30_000);
    expect(thinCurve(curve, 0.03).length).toBeLessThan(400);
  });
});
