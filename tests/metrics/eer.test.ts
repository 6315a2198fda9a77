import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detCurve } from '../../src/metrics/det.js';
import { equalErrorRate } from '../../src/metrics/eer.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked, side } from './score-lists.js';

describe('equalErrorRate', () => {
  it('is exact where both rates meet', () => {
    const eer = equalErrorRate(ranked([1, 3, 4, 5]), ranked([0, 1, 2, 3]));
    // Between 2 and 3: one false match (3), one false non-match (1).
    expect(eer).toMatchObject({
      state: 'resolved',
      value: 0.25,
      bracket: { low: 0.25, high: 0.25 },
      at: { threshold: nextFloat32Up(2) },
      trials: 8,
      matedTrials: 4,
      nonMatedTrials: 4,
    });
  });

  it('is the bracket of the better of the two points around the crossing', () => {
    // T in (1, 2]: FMR 2/3, FNMR 1/4. T in (2, 3]: FMR 1/3, FNMR 2/4 (a tie at 2). Sums 11/12 and 10/12.
    const eer = equalErrorRate(ranked([1, 2, 3, 4]), ranked([0, 2, 3]));
    expect(eer.bracket).toEqual({ low: 1 / 3, high: 1 / 2 });
    expect(eer.value).toBeCloseTo(5 / 12, 15);
    expect(eer.at?.threshold).toBe(nextFloat32Up(2));
  });

  it('is the lower of the two points when both are as good', () => {
    // T in (0.5, 2]: FMR 2/4, FNMR 1/4. T in (2, 3]: FMR 1/4, FNMR 2/4.
    const eer = equalErrorRate(ranked([0, 2, 3.5, 4]), ranked([-1, 0.5, 2, 3]));
    expect(eer).toMatchObject({ value: 3 / 8, at: { threshold: nextFloat32Up(0.5) } });
  });

  it('has the outer ends of both exact intervals', () => {
    const eer = equalErrorRate(ranked([1, 2, 3, 4]), ranked([0, 2, 3]));
    expect(eer.interval).toEqual({
      low: Math.min(clopperPearson(1, 3).low, clopperPearson(2, 4).low),
      high: Math.max(clopperPearson(1, 3).high, clopperPearson(2, 4).high),
      level: 0.95,
      method: 'envelope',
    });
  });

  it('is unresolved for perfect separation', () => {
    const eer = equalErrorRate(ranked([2, 3]), ranked([0, 1, 1]));
    expect(eer).toMatchObject({ state: 'unresolved', value: 0, floor: { reason: 'zero-errors', of: 'EER' } });
    expect(eer.floor?.upperBound).toBe(clopperPearson(0, 2).high);
    expect(eer.at?.threshold).toBe(nextFloat32Up(1));
  });

  const nothing = {
    state: 'unresolved',
    interval: { low: 0, high: 1, level: 0.95, method: 'none' },
    floor: { reason: 'no-variation', of: 'EER', upperBound: 1, upperBoundIfIndependent: 1, level: 0.95 },
  };

  it('is unresolved where all scores are equal, with failures too', () => {
    // Accept all: FMR 1, FNMR 0; reject all: 0 and 1. No threshold tells anything apart.
    const equal = equalErrorRate(ranked([1, 1]), ranked([1, 1, 1]));
    expect(equal).toMatchObject({ ...nothing, value: 0.5, bracket: { low: 0, high: 1 } });
    const failed = equalErrorRate(ranked([1, 1, 1], 1), ranked([1], 1));
    expect(failed).toMatchObject({ ...nothing, bracket: { low: 1 / 4, high: 1 / 2 } });
    expect(equalErrorRate(ranked([0]), ranked([-0]))).toMatchObject(nothing);
  });

  it('is unresolved where one rate is 1 and the other 0 at the crossing', () => {
    // Above 1: FMR 1/3 and FNMR 1, worse than accepting all.
    const found = equalErrorRate(ranked([1, 1]), ranked([1, 1, 2]));
    expect(found).toMatchObject({ ...nothing, value: 0.5, bracket: { low: 0, high: 1 } });
    // Every mated score below every non-mated one is no lack of variation.
    expect(equalErrorRate(ranked([0, 0]), ranked([1, 1]))).toMatchObject({ state: 'resolved', value: 1 });
  });

  it('is unavailable where the rates never meet, or a side is empty', () => {
    expect(equalErrorRate(ranked([1], 3), ranked([1, 2], 2))).toMatchObject({
      state: 'unavailable',
      trials: 8,
      value: null,
      reason: 'The failed comparisons alone keep FNMR above FMR at every threshold.',
    });
    expect(equalErrorRate(ranked([]), ranked([1]))).toMatchObject({ state: 'unavailable' });
    expect(equalErrorRate(ranked([1]), ranked([]))).toMatchObject({ state: 'unavailable' });
    expect(equalErrorRate(ranked([], 1), ranked([], 1))).toMatchObject({ state: 'unavailable' });
  });

  it('is unavailable where every comparison of a side failed, which sets no threshold', () => {
    // By counts alone these would be "EER 0" and "EER 1".
    expect(equalErrorRate(ranked([1]), ranked([], 2))).toMatchObject({
      state: 'unavailable',
      reason: 'All 2 non-mated comparisons failed, and an equal error rate needs scores of both kinds.',
    });
    expect(equalErrorRate(ranked([], 2), ranked([1]))).toMatchObject({
      state: 'unavailable',
      reason: 'All 2 mated comparisons failed, and an equal error rate needs scores of both kinds.',
    });
  });

  it('follows its definition on the whole DET, holds the interpolated crossing, and its interval holds it', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const sides = [ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed)] as const;
        const curve = detCurve(...sides);
        const points = [...curve.thresholds].map((threshold, i) => ({
          threshold,
          fmr: (curve.falseMatches[i] ?? 0) / curve.nonMatedTrials,
          fnmr: (curve.falseNonMatches[i] ?? 0) / curve.matedTrials,
        }));
        const before = points.findLast(({ fmr, fnmr }) => fnmr <= fmr);
        const after = points.find(({ fmr, fnmr }) => fnmr >= fmr);
        const eer = equalErrorRate(...sides);
        if (!before || !after || mated.scores.length === 0 || nonMated.scores.length === 0) {
          expect(eer.state).toBe('unavailable');
          return;
        }
        if (eer.state === 'unavailable' || !eer.bracket) throw new Error('expected a rate');
        const { low, high } = eer.bracket;
        // The sums are compared with a margin: here they are doubles, there whole numbers.
        const sums = [before, after].map(({ fmr, fnmr }) => fmr + fnmr);
        expect(low + high).toBeCloseTo(Math.min(...sums), 12);
        const chosen = eer.at?.threshold === before.threshold ? before : after;
        expect([low, high]).toEqual([chosen.fmr, chosen.fnmr].sort((a, b) => a - b));
        expect(chosen.threshold).toBe(eer.at?.threshold);
        const over = before.fmr - before.fnmr;
        const share = over === 0 ? 0 : over / (over + after.fnmr - after.fmr);
        const crossing = before.fmr + share * (after.fmr - before.fmr);
        expect(crossing).toBeGreaterThanOrEqual(low - 1e-12);
        expect(crossing).toBeLessThanOrEqual(high + 1e-12);
        expect(eer.interval.low).toBeLessThanOrEqual(eer.value);
        expect(eer.interval.high).toBeGreaterThanOrEqual(eer.value);
      }),
      { numRuns: 500 },
    );
  });
});
