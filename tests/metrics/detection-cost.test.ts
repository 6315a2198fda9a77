import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bayesThreshold, detectionCostAt, minimumDetectionCost } from '../../src/metrics/detection-cost.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ratePoints } from './reference-curves.js';
import { ranked, side } from './score-lists.js';

/** NIST SRE 2008: a miss costs ten false alarms, one trial in a hundred is a target. */
const SRE08 = { miss: 10, falseAlarm: 1, mated: 0.01 };

describe('detectionCostAt', () => {
  it('weighs misses and false alarms, 1 being the cheaper of accepting and of rejecting all', () => {
    const sides = [ranked([1, 2, 3, 4]), ranked([0, 1, 2, 3])] as const;
    // 10 x 0.01 = 0.1 for misses, 0.99 for false alarms: at T = 2 FNMR is 1/4 and FMR 1/2.
    const found = detectionCostAt(...sides, 2, SRE08);
    expect(found).toMatchObject({ state: 'point', threshold: 2, costs: SRE08, matedTrials: 4, nonMatedTrials: 4 });
    expect(found.value).toBeCloseTo(1 / 4 + 9.9 / 2, 14);
    expect(detectionCostAt(...sides, 5, SRE08).value).toBe(1);
    expect(detectionCostAt(...sides, 0, { ...SRE08, mated: 0.5 }).value).toBe(1);
    expect(detectionCostAt(ranked([1], 1), ranked([2], 3), 1, { miss: 1, falseAlarm: 1, mated: 0.5 }).value).toBe(
      3 / 4,
    );
  });

  it('is unavailable without a score on a side', () => {
    expect(detectionCostAt(ranked([]), ranked([1]), 0, SRE08)).toMatchObject({ state: 'unavailable', threshold: null });
    expect(minimumDetectionCost(ranked([1]), ranked([], 1), SRE08)).toMatchObject({
      state: 'unavailable',
      threshold: null,
      reason: 'All 1 non-mated comparisons failed, and a minimum detection cost needs scores of both kinds.',
    });
  });

  it('refuses what is no cost, no share and no threshold', () => {
    const at = (threshold: number, costs: Partial<typeof SRE08>) => () =>
      detectionCostAt(ranked([1]), ranked([0]), threshold, { ...SRE08, ...costs });
    expect(at(0, { miss: 0 })).toThrow('must be finite and above 0, found 0 and 1.');
    expect(at(0, { falseAlarm: Number.POSITIVE_INFINITY })).toThrow(
      'must be finite and above 0, found 10 and Infinity.',
    );
    expect(at(0, { mated: 1 })).toThrow('must lie strictly between 0 and 1, found 1;');
    expect(at(0, { mated: Number.NaN })).toThrow('must lie strictly between 0 and 1, found NaN;');
    expect(at(Number.NaN, {})).toThrow('The threshold must be a number, found NaN');
  });
});

describe('minimumDetectionCost', () => {
  it('is the lowest cost with its lowest threshold', () => {
    // FMR + FNMR above 0.5: 2/4 + 0; above 1: 1/4 + 1/4; above 3: 0 + 2/4; elsewhere more.
    const equal = { miss: 1, falseAlarm: 1, mated: 0.5 };
    const found = minimumDetectionCost(ranked([1, 2, 5, 6]), ranked([0, 0.5, 1, 3]), equal);
    expect(found.value).toBe(1 / 2);
    expect(found.threshold).toBe(nextFloat32Up(0.5));
    expect(minimumDetectionCost(ranked([1]), ranked([1]), SRE08)).toMatchObject({
      value: 1,
      threshold: nextFloat32Up(1),
    });
    expect(minimumDetectionCost(ranked([2]), ranked([1]), SRE08)).toMatchObject({
      value: 0,
      threshold: nextFloat32Up(1),
    });
  });

  it('is the smallest of the costs at all points, and its threshold has it', () => {
    const share = fc.constantFrom(0.001, 0.01, 0.5, 0.9);
    fc.assert(
      fc.property(side, side, share, fc.integer({ min: 1, max: 10 }), (mated, nonMated, matedShare, miss) => {
        const costs = { miss, falseAlarm: 1, mated: matedShare };
        const sides = [ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed)] as const;
        const found = minimumDetectionCost(...sides, costs);
        if (found.value === null) return;
        const [ofMiss, ofAlarm] = [miss * matedShare, 1 - matedShare];
        const all = ratePoints(mated, nonMated).map(({ fmr, fnmr }) => ofMiss * fnmr + ofAlarm * fmr);
        expect(found.value).toBeCloseTo(Math.min(...all) / Math.min(ofMiss, ofAlarm), 12);
        expect(detectionCostAt(...sides, found.threshold ?? Number.NaN, costs).value).toBe(found.value);
      }),
    );
  });
});

describe('bayesThreshold', () => {
  it('is the logarithm of the odds that a false alarm is dearer', () => {
    expect(bayesThreshold({ miss: 1, falseAlarm: 1, mated: 0.5 })).toBe(0);
    expect(bayesThreshold(SRE08)).toBeCloseTo(Math.log(9.9), 15);
    expect(() => bayesThreshold({ ...SRE08, mated: 0 })).toThrow('strictly between 0 and 1');
  });
});
