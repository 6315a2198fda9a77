import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankReads, wholeBlocks } from '../../../src/metrics/plates/confidence-blocks.js';
import { readsAtCoverage, riskCoverageArea } from '../../../src/metrics/plates/coverage.js';
import { calibrationError, reliabilityCurve } from '../../../src/metrics/plates/reliability.js';

/** Reads of scenes of their own; a mark says whether each is right. */
const ranked = (confidences: readonly number[], right: string) =>
  rankReads(confidences.map((confidence, scene) => ({ scene, confidence, right: right[scene] === '+' })));

const ten = ranked([1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1], '+++++-+-+-');

it('puts the share of right reads beside the confidence, in bins of equal count', () => {
  const bins = reliabilityCurve(ten);
  expect(bins.map(({ from, to, meanConfidence, right }) => [from, to, meanConfidence, right.value])).toEqual(
    [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4, 0.3, 0.2, 0.1].map((c, k) => [c, c, c, '+++++-+-+-'[k] === '+' ? 1 : 0]),
  );
  // |0 .1 .2 .3 .4 .5 .6 .3 .8 .1| / 10.
  expect(calibrationError(ten, 10).value).toBeCloseTo(0.33, 12);
});

it('never cuts a block of equal confidence', () => {
  const tied = ranked([0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5], '+++++-+---');
  expect(reliabilityCurve(tied).map(({ right }) => [right.errors, right.trials])).toEqual([
    [5, 6],
    [1, 4],
  ]);
  expect(calibrationError(tied, 10).value).toBeCloseTo((6 * (0.9 - 5 / 6) + 4 * (0.5 - 0.25)) / 10, 12);
  expect(readsAtCoverage(tied).map(({ coverage, confidence, right }) => [coverage, confidence, right.trials])).toEqual([
    [1, 0.5, 10],
    [0.9, 0.5, 10],
    [0.8, 0.5, 10],
    [0.5, 0.9, 6],
  ]);
});

it('counts right reads among the most confident ones', () => {
  expect(readsAtCoverage(ten).map(({ right }) => [right.errors, right.trials])).toEqual([
    [7, 10],
    [7, 9],
    [6, 8],
    [5, 5],
  ]);
});

it('gives the mean of the risks', () => {
  const risks = [0, 0, 0, 0, 0, 1 / 6, 1 / 7, 2 / 8, 2 / 9, 3 / 10];
  expect(riskCoverageArea(ten, 10).value).toBeCloseTo(risks.reduce((a, b) => a + b) / 10, 12);
  const unranked = ranked([0.5, 0.5, 0.5, 0.5], '++--');
  expect(riskCoverageArea(unranked, 4).value).toBe(0.5);
});

it('has nothing for no reads', () => {
  const none = rankReads([]);
  expect(reliabilityCurve(none)).toEqual([]);
  expect(calibrationError(none, 3).value).toBeUndefined();
  expect(riskCoverageArea(none, 3).value).toBeUndefined();
  expect(readsAtCoverage(none)[0]).toMatchObject({ confidence: null, right: { state: 'unavailable' } });
});

const anyReads = fc.array(
  fc.record({
    scene: fc.integer({ min: 0, max: 4 }),
    confidence: fc.integer({ min: 0, max: 5 }).map((fifths) => fifths / 5),
    right: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
);

it('weighs a scene drawn twice as its reads twice', () => {
  fc.assert(
    fc.property(
      anyReads,
      fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }),
      (reads, weights) => {
        const drawn = reads.flatMap((read) => Array.from({ length: weights[read.scene] ?? 0 }, () => read));
        const once = new Int32Array(5).fill(1);
        const value = riskCoverageArea(rankReads(reads), 5).statistic(Int32Array.from(weights));
        const plain = riskCoverageArea(rankReads(drawn), 5).statistic(once);
        if (drawn.length === 0) expect(value).toBeUndefined();
        else expect(value).toBeCloseTo(plain ?? Number.NaN, 10);
      },
    ),
  );
});

it('keeps at least what was asked for, in whole blocks and no block more', () => {
  fc.assert(
    fc.property(anyReads, fc.constantFrom(1, 0.9, 0.8, 0.5), (reads, coverage) => {
      const all = rankReads(reads);
      const kept = wholeBlocks(all, coverage * reads.length);
      expect(kept).toBeGreaterThanOrEqual(coverage * reads.length - 1e-9);
      expect(all.reads[kept]?.confidence).not.toBe(all.reads[kept - 1]?.confidence);
      expect(reliabilityCurve(all).reduce((sum, { right }) => sum + right.trials, 0)).toBe(reads.length);
    }),
  );
});
