import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldAccuracy } from '../../src/metrics/accuracy-10fold.js';
import { areaUnderCurve } from '../../src/metrics/auc.js';
import { logLikelihoodRatioCost, minimumCllr } from '../../src/metrics/cllr.js';
import { decidability } from '../../src/metrics/decidability.js';
import { detCurve } from '../../src/metrics/det.js';
import { minimumDetectionCost } from '../../src/metrics/detection-cost.js';
import { equalErrorRate } from '../../src/metrics/eer.js';
import { fmrAt, fnmrAt } from '../../src/metrics/error-rates.js';
import { fnmrAtOneIn, zeroFmr, zeroFnmr } from '../../src/metrics/fvc-rates.js';
import { convexHull, rocchEqualErrorRate } from '../../src/metrics/rocch.js';
import type { RankedScores } from '../../src/metrics/scores.js';
import { thresholdAtFmr } from '../../src/metrics/threshold.js';
import { mergeAscending } from '../../src/statistics/ascending.js';
import { fromCounts } from '../../src/statistics/counts.js';
import { scoreCounter } from '../../src/statistics/score-counter.js';
import { finiteScores, ranked, side, tiedScores } from './score-lists.js';

const COSTS = { miss: 10, falseAlarm: 1, mated: 0.1 };

/** Every metric that only the order of the scores decides. */
const byOrder = (mated: RankedScores, nonMated: RankedScores) => ({
  targets: [0.01, 0.2, 0.5].map((target) => thresholdAtFmr(nonMated, target)),
  eer: equalErrorRate(mated, nonMated),
  auc: areaUnderCurve(mated, nonMated),
  hull: convexHull(mated, nonMated),
  rocch: rocchEqualErrorRate(mated, nonMated),
  minimumCost: minimumDetectionCost(mated, nonMated, COSTS),
  minimumCllr: minimumCllr(mated, nonMated),
  zeroFmr: zeroFmr(mated, nonMated),
  zeroFnmr: zeroFnmr(mated, nonMated),
  fmr100: fnmrAtOneIn(100, mated, nonMated),
  det: detCurve(mated, nonMated),
});

const everything = (mated: RankedScores, nonMated: RankedScores) => ({
  ...byOrder(mated, nonMated),
  decidability: decidability(mated, nonMated),
  cllr: logLikelihoodRatioCost(mated, nonMated),
});

const withoutThresholds = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part) => (key === 'threshold' || key === 'thresholds' ? undefined : part)));

const rankedSide = ({ scores, failed }: { scores: Float32Array; failed: number }) => ranked(scores, failed);

/** Two folds, the second with the sides in each other's place. */
const swapped = (mated: RankedScores, nonMated: RankedScores) => [
  { mated, nonMated },
  { mated: nonMated, nonMated: mated },
];

/** Counts of a side at thresholds, made in parts. */
function counted(scores: Float32Array, thresholds: Float32Array) {
  const counter = scoreCounter(thresholds);
  counter.add(scores.subarray(0, 3));
  counter.add(scores.subarray(3));
  return counter.counts();
}

describe('error rates', () => {
  it('FMR falls and FNMR rises with the threshold', () => {
    const threshold = fc.float({ noNaN: true, min: -2, max: 2 });
    fc.assert(
      fc.property(side, side, threshold, threshold, (mated, nonMated, one, other) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const rise = (fnmrAt(rankedSide(mated), high).errors ?? 0) - (fnmrAt(rankedSide(mated), low).errors ?? 0);
        const fall = (fmrAt(rankedSide(nonMated), low).errors ?? 0) - (fmrAt(rankedSide(nonMated), high).errors ?? 0);
        expect(Math.min(rise, fall)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe('every metric', () => {
  it('is the same whatever the order of the comparisons', () => {
    fc.assert(
      fc.property(side, side, fc.nat({ max: 30 }), (mated, nonMated, by) => {
        const turned = ({ scores, failed }: typeof mated) => {
          const at = scores.length === 0 ? 0 : by % scores.length;
          return ranked([...scores.slice(at), ...scores.slice(0, at).reverse()], failed);
        };
        expect(everything(turned(mated), turned(nonMated))).toEqual(
          everything(rankedSide(mated), rankedSide(nonMated)),
        );
      }),
    );
  });

  it('is the same from merged shards', () => {
    fc.assert(
      fc.property(side, side, fc.nat({ max: 25 }), fc.nat({ max: 25 }), (mated, nonMated, a, b) => {
        const merged = ({ scores, failed }: typeof mated): RankedScores => {
          const [from, to] = [Math.min(a, b), Math.max(a, b)];
          const shards = [scores.slice(0, from), scores.slice(from, to), scores.slice(to)];
          return { ascending: mergeAscending(shards.map((shard) => ranked(shard).ascending)), failed };
        };
        expect(everything(merged(mated), merged(nonMated))).toEqual(
          everything(rankedSide(mated), rankedSide(nonMated)),
        );
      }),
    );
  });

  it('is the same from counts at the thresholds of the DET', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom('grid', 'every-score'), (mated, nonMated, resolution) => {
        const sides = [rankedSide(mated), rankedSide(nonMated)] as const;
        const { thresholds } = detCurve(...sides);
        const fromThresholds = ({ scores, failed }: typeof mated): RankedScores => {
          const counts =
            thresholds.length > 0 ? counted(scores, thresholds) : { thresholds, countsFrom: new Float64Array() };
          return { ascending: fromCounts(counts, resolution), failed };
        };
        const found = [fromThresholds(mated), fromThresholds(nonMated)] as const;
        const { zeroFnmr: zeroFound, ...rest } = everything(...found);
        const { zeroFnmr: zeroExpected, ...others } = everything(...sides);
        expect(rest).toEqual(others);
        // On a grid the threshold may stand lower, between two scores of the other side; the rate is the same.
        expect(withoutThresholds(zeroFound)).toEqual(withoutThresholds(zeroExpected));
        if (resolution === 'grid') return;
        expect(zeroFound).toEqual(zeroExpected);
        expect(foldAccuracy(swapped(...found))).toEqual(foldAccuracy(swapped(...sides)));
      }),
    );
  });

  it('is exact at thresholds of a coarse grid, which are the only ones that it names', () => {
    const grid = Float32Array.from({ length: 12 }, (_, k) => (k - 5) / 4);
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const fromGrid = ({ scores, failed }: typeof mated): RankedScores => ({
          ascending: fromCounts(counted(scores, grid)),
          failed,
        });
        const sides = [fromGrid(mated), fromGrid(nonMated)] as const;
        const det = detCurve(...sides);
        for (const [i, threshold] of det.thresholds.entries()) {
          expect(grid).toContain(threshold);
          expect(det.falseMatches[i]).toBe(fmrAt(rankedSide(nonMated), threshold).errors ?? 0);
          expect(det.falseNonMatches[i]).toBe(fnmrAt(rankedSide(mated), threshold).errors ?? 0);
        }
        const { targets, eer, minimumCost, zeroFmr: zero } = byOrder(...sides);
        const named = [...targets, eer.at, minimumCost, zero].flatMap((at) =>
          at && 'threshold' in at && at.threshold !== null ? [at.threshold] : [],
        );
        for (const threshold of named) expect(grid).toContain(threshold);
        const { folds } = foldAccuracy(swapped(...sides));
        const judged = swapped(rankedSide(mated), rankedSide(nonMated));
        for (const [k, { threshold, errors }] of folds.entries()) {
          expect(grid).toContain(threshold);
          const fold = judged[k]!;
          expect(errors).toBe(
            (fnmrAt(fold.mated, threshold).errors ?? 0) + (fmrAt(fold.nonMated, threshold).errors ?? 0),
          );
        }
        for (const found of targets) {
          if (found.state === 'unavailable') continue;
          expect(found.falseMatches).toBe(fmrAt(rankedSide(nonMated), found.threshold).errors);
          // The threshold of the scores themselves is never above it.
          const exact = thresholdAtFmr(rankedSide(nonMated), found.target);
          expect(exact.state === 'set' && exact.threshold <= found.threshold).toBe(true);
        }
      }),
    );
  });

  it('of order or of shape changes nothing but thresholds when scores are multiplied by a power of two', () => {
    fc.assert(
      fc.property(side, side, fc.constantFrom(0.25, 2, 1024), (mated, nonMated, factor) => {
        // Subnormal scores have no exact quarter.
        fc.pre([...mated.scores, ...nonMated.scores].every((score) => score === 0 || Math.abs(score) > 1e-30));
        const times = ({ scores, failed }: typeof mated) =>
          ranked(
            scores.map((score) => score * factor),
            failed,
          );
        const ofOrderOrShape = (one: RankedScores, other: RankedScores) =>
          withoutThresholds({ ...byOrder(one, other), decidability: decidability(one, other) });
        expect(ofOrderOrShape(times(mated), times(nonMated))).toEqual(
          ofOrderOrShape(rankedSide(mated), rankedSide(nonMated)),
        );
      }),
    );
  });

  it('mirrors when the sides change roles', () => {
    const plain = fc.oneof(tiedScores, finiteScores).filter((list) => list.length > 0);
    fc.assert(
      fc.property(plain, plain, (mated, nonMated) => {
        const sides = [ranked(mated), ranked(nonMated)] as const;
        const negated = [ranked(nonMated.map((score) => -score)), ranked(mated.map((score) => -score))] as const;
        const value = (metric: (a: RankedScores, b: RankedScores) => { value: number | null }) => [
          metric(...negated).value ?? -1,
          metric(...sides).value ?? -1,
        ];
        for (const metric of [equalErrorRate, rocchEqualErrorRate, areaUnderCurve, minimumCllr]) {
          const [found, expected] = value(metric);
          expect(found).toBeCloseTo(expected ?? Number.NaN, 12);
        }
        const [mirroredDistance = 0, distance = 0] = value(decidability);
        // It has no upper limit: for large ones digits count, not decimals.
        expect(Math.abs(mirroredDistance - distance)).toBeLessThanOrEqual(1e-12 * Math.max(1, distance));
        const costs = { miss: 1, falseAlarm: 10, mated: 0.9 };
        const [minimum, mirrored] = [minimumDetectionCost(...sides, COSTS), minimumDetectionCost(...negated, costs)];
        expect(mirrored.value).toBeCloseTo(minimum.value ?? Number.NaN, 12);
        const [mated2, nonMated2] = sides;
        expect(areaUnderCurve(nonMated2, mated2).value).toBeCloseTo(1 - (areaUnderCurve(...sides).value ?? 0), 14);
      }),
    );
  });
});
