import fc from 'fast-check';
import { expect, it } from 'vitest';
import { areaUnderCurve } from '../../src/metrics/auc.js';
import { minimumCllr } from '../../src/metrics/cllr.js';
import { decidability } from '../../src/metrics/decidability.js';
import { minimumDetectionCost } from '../../src/metrics/detection-cost.js';
import { equalErrorRate } from '../../src/metrics/eer.js';
import { rocchEqualErrorRate } from '../../src/metrics/rocch.js';
import { type BlockStatistic, statisticsBootstrap } from '../../src/metrics/statistic-replicates.js';
import { SUMMARY_COSTS } from '../../src/metrics/summary-costs.js';
import { matedList, nonMatedList, rankedPeople, type Scored, scoredFirst, type WithSubjects } from './people-lists.js';

/** What the public functions give. */
const PUBLIC: Readonly<Record<BlockStatistic, (mated: WithSubjects, nonMated: WithSubjects) => number | null>> = {
  EER: (mated, nonMated) => equalErrorRate(mated, nonMated).value,
  'EER-ROCCH': (mated, nonMated) => rocchEqualErrorRate(mated, nonMated).value,
  AUC: (mated, nonMated) => areaUnderCurve(mated, nonMated).value,
  'd-prime': (mated, nonMated) => decidability(mated, nonMated).value,
  minDCF: (mated, nonMated) => minimumDetectionCost(mated, nonMated, SUMMARY_COSTS).value,
  minCllr: (mated, nonMated) => minimumCllr(mated, nonMated).value,
};
const NAMES = Object.keys(PUBLIC) as BlockStatistic[];

const sides = (mated: Scored[], nonMated: Scored[]) =>
  [rankedPeople(mated, 'mated'), rankedPeople(nonMated, 'non-mated')] as const;
const times = (list: readonly Scored[], weights: Int32Array) =>
  scoredFirst(list).flatMap((one, k) => Array.from({ length: weights[k] ?? 0 }, () => one));
const weightsFor = (list: readonly Scored[], seed: number) =>
  Int32Array.from(list, (_, k) => ((k + 1) * (seed + 3)) % 4);

it('gives with unit weights what the public functions give, and nothing where they give nothing', () => {
  fc.assert(
    fc.property(matedList(), nonMatedList(), (mated, nonMated) => {
      const [m, n] = sides(mated, nonMated);
      const bootstrap = statisticsBootstrap(m.subjects, n.subjects);
      bootstrap.add(new Int32Array(mated.length).fill(1), new Int32Array(nonMated.length).fill(1));
      const found = bootstrap.result();
      for (const name of NAMES) {
        const expected = PUBLIC[name](m, n);
        expect([name, ...found[name]]).toEqual([name, ...(expected === null ? [] : [expect.closeTo(expected, 12)])]);
      }
    }),
    { numRuns: 300 },
  );
});

it('gives with whole weights what repeated comparisons give, one replicate after the other', () => {
  fc.assert(
    fc.property(matedList(2), nonMatedList(2), fc.nat({ max: 9 }), (mated, nonMated, seed) => {
      const [m, n] = sides(mated, nonMated);
      const bootstrap = statisticsBootstrap(m.subjects, n.subjects);
      bootstrap.add(weightsFor(mated, seed + 1), weightsFor(nonMated, seed + 1));
      const before = bootstrap.result();
      const [ofMated, ofNonMated] = [weightsFor(mated, seed), weightsFor(nonMated, seed)];
      bootstrap.add(ofMated, ofNonMated);
      const [m2, n2] = sides(times(mated, ofMated), times(nonMated, ofNonMated));
      for (const name of NAMES) {
        const expected = PUBLIC[name](m2, n2);
        const found = bootstrap.result()[name].slice(before[name].length);
        expect([name, ...found]).toEqual([name, ...(expected === null ? [] : [expect.closeTo(expected, 10)])]);
      }
    }),
    { numRuns: 300 },
  );
});
