import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, aucOfBlocks } from '../../src/metrics/auc.js';
import { type BlockColumns, columnBlocks, layOutBlocks, rankedBlocks } from '../../src/metrics/blocks.js';
import { cllrOfBlocks, logLikelihoodRatioCost, minimumCllr, minimumCllrOfBlocks } from '../../src/metrics/cllr.js';
import { decidability, decidabilityOfBlocks } from '../../src/metrics/decidability.js';
import { minimumCostOfBlocks, minimumDetectionCost } from '../../src/metrics/detection-cost.js';
import { eerOfBlocks, equalErrorRate } from '../../src/metrics/eer.js';
import { fnmrAt } from '../../src/metrics/error-rates.js';
import { rocchEerOfBlocks, rocchEqualErrorRate } from '../../src/metrics/rocch.js';
import type { RankedScores } from '../../src/metrics/scores.js';
import { fnmrAtFmrOfBlocks, thresholdAtFmr } from '../../src/metrics/threshold.js';
import { ranked, side } from './score-lists.js';

const COSTS = { miss: 10, falseAlarm: 1, mated: 0.05 };
const TARGET = 0.2;

function fnmrAtTarget(mated: RankedScores, nonMated: RankedScores): number | null {
  const found = thresholdAtFmr(nonMated, TARGET);
  return found.state === 'set' ? fnmrAt(mated, found.threshold).value : null;
}

/** Every metric of plain comparisons, and the same of weighted blocks. */
const METRICS = [
  ['EER', (m, n) => equalErrorRate(m, n).value, (c) => eerOfBlocks(columnBlocks(c))],
  ['AUC', (m, n) => areaUnderCurve(m, n).value, (c) => aucOfBlocks(columnBlocks(c))],
  ['FNMR@FMR', fnmrAtTarget, (c) => fnmrAtFmrOfBlocks(c, TARGET)],
  ["d'", (m, n) => decidability(m, n).value, (c) => decidabilityOfBlocks(columnBlocks(c))],
  ['minDCF', (m, n) => minimumDetectionCost(m, n, COSTS).value, (c) => minimumCostOfBlocks(columnBlocks(c), COSTS)],
  ['Cllr', (m, n) => logLikelihoodRatioCost(m, n).value, (c) => cllrOfBlocks(columnBlocks(c))],
  ['minCllr', (m, n) => minimumCllr(m, n).value, (c) => minimumCllrOfBlocks(columnBlocks(c))],
  ['ROCCH-EER', (m, n) => rocchEqualErrorRate(m, n).value, (c) => rocchEerOfBlocks(columnBlocks(c))],
] as const satisfies readonly (readonly [
  string,
  (mated: RankedScores, nonMated: RankedScores) => number | null,
  (columns: BlockColumns) => number | undefined,
])[];

const weight = fc.nat({ max: 3 });
const weighted = fc.record({
  entries: fc.uniqueArray(fc.tuple(fc.integer({ min: -6, max: 6 }), weight, weight), {
    maxLength: 10,
    selector: ([score]) => score,
  }),
  matedFailed: fc.nat({ max: 2 }),
  nonMatedFailed: fc.nat({ max: 2 }),
});

function columnsOf({ entries, ...failed }: { entries: [number, number, number][] } & Record<string, unknown>) {
  const sorted = entries.toSorted(([a], [b]) => a - b);
  return {
    scores: Float32Array.from(sorted, ([score]) => score / 4),
    mated: Float64Array.from(sorted, ([, mated]) => mated),
    nonMated: Float64Array.from(sorted, ([, , nonMated]) => nonMated),
    ...failed,
  } as BlockColumns & { mated: Float64Array; nonMated: Float64Array };
}

const repeated = (columns: BlockColumns, weights: Float64Array, failed: number) =>
  ranked(
    [...columns.scores].flatMap((score, i) => Array<number>(weights[i] ?? 0).fill(score)),
    failed,
  );

describe.each(METRICS)('%s of blocks', (_, plain, ofColumns) => {
  it('is that of scores repeated as often as their weight says', () => {
    fc.assert(
      fc.property(weighted, (drawn) => {
        const columns = columnsOf(drawn);
        const mated = repeated(columns, columns.mated, columns.matedFailed);
        const nonMated = repeated(columns, columns.nonMated, columns.nonMatedFailed);
        const expected = plain(mated, nonMated);
        const found = ofColumns(columns);
        if (expected === null) expect(found).toBeUndefined();
        else expect(found).toBeCloseTo(expected, 13);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the unit of the weights of a side', () => {
    fc.assert(
      fc.property(weighted, fc.constantFrom(0.5, 8), fc.constantFrom(0.25, 2), (drawn, a, b) => {
        const columns = columnsOf(drawn);
        const scaled = {
          scores: columns.scores,
          mated: columns.mated.map((w) => w * a),
          matedFailed: columns.matedFailed * a,
          nonMated: columns.nonMated.map((w) => w * b),
          nonMatedFailed: columns.nonMatedFailed * b,
        };
        expect(ofColumns(scaled)).toBe(ofColumns(columns));
      }),
    );
  });

  it('takes weights that are not whole', () => {
    fc.assert(
      fc.property(weighted, (drawn) => {
        const columns = columnsOf(drawn);
        const tenths = (weights: Float64Array) => weights.map((w) => w * 0.1);
        const found = ofColumns({ ...columns, mated: tenths(columns.mated), nonMated: tenths(columns.nonMated) });
        expect(found === undefined || (Number.isFinite(found) && found >= 0)).toBe(true);
      }),
    );
  });

  it('is undefined without a block or without weight on both sides', () => {
    const none = { scores: new Float32Array(), mated: new Float64Array(), nonMated: new Float64Array() };
    expect(ofColumns({ ...none, matedFailed: 0, nonMatedFailed: 0 })).toBeUndefined();
    const zero = { scores: Float32Array.of(1, 2), mated: new Float64Array(2), nonMated: new Float64Array(2) };
    expect(ofColumns({ ...zero, matedFailed: 0, nonMatedFailed: 0 })).toBeUndefined();
  });
});

describe('layOutBlocks', () => {
  it('says in which block every comparison stands, and weighs each once', () => {
    const { columns, matedBlock, nonMatedBlock } = layOutBlocks(
      { scores: Float32Array.of(3, 1, 3, 0), failed: 2 },
      { scores: Float32Array.of(-0, 2), failed: 1 },
    );
    expect([...columns.scores]).toEqual([0, 1, 2, 3]);
    expect([...matedBlock]).toEqual([3, 1, 3, 0]);
    expect([...nonMatedBlock]).toEqual([0, 2]);
    expect([...columns.mated]).toEqual([1, 1, 0, 2]);
    expect([...columns.nonMated]).toEqual([1, 0, 1, 0]);
    expect([columns.matedFailed, columns.nonMatedFailed]).toEqual([2, 1]);
  });

  it('walks as the ranked scores do', () => {
    fc.assert(
      fc.property(side, side, (mated, nonMated) => {
        const visitsOf = (blocks: ReturnType<typeof columnBlocks>) => {
          const visits: number[][] = [[blocks.mated, blocks.nonMated, blocks.matedFailed, blocks.nonMatedFailed]];
          for (const { scores, mated, nonMated, length } of blocks.chunks()) {
            for (let i = 0; i < length; i += 1) visits.push([scores[i]!, mated[i]!, nonMated[i]!]);
          }
          return visits;
        };
        const sides = [ranked(mated.scores, mated.failed), ranked(nonMated.scores, nonMated.failed)] as const;
        expect(visitsOf(columnBlocks(layOutBlocks(mated, nonMated).columns))).toEqual(visitsOf(rankedBlocks(...sides)));
      }),
    );
  });
});
