import { expect, it } from 'vitest';
import { falseMatchesAt } from '../../../src/metrics/all-pairs/false-matches.js';
import { linearisedJackknife } from '../../../src/metrics/all-pairs/linearised-jackknife.js';
import { allPairsThresholdAtFmr } from '../../../src/metrics/all-pairs/threshold.js';
import { thresholdIntervals } from '../../../src/metrics/all-pairs/threshold-intervals.js';
import { thresholdReplicates } from '../../../src/metrics/all-pairs/threshold-replicates.js';
import { percentileInterval } from '../../../src/statistics/dependence/bootstrap.js';
import { gaussian } from '../../support/gaussian.js';
import { drawScores, smooth, thresholdOf } from './populations.js';

const options = { level: 0.9, replicates: 99, seed: 5 };
const from = Math.fround(thresholdOf(smooth, 0.1));
const run = { ...drawScores(smooth, { subjects: 40, target: 0.01 }, from, gaussian(2)), subjects: 40 };
const { scores, first, second } = run.tail;

/** The same with the highest part of the tail. */
const cut = (length: number) => ({
  ...run,
  tail: {
    from: scores[length - 1] ?? expect.fail(),
    scores: scores.subarray(0, length),
    first: first.subarray(0, length),
    second: second.subarray(0, length),
  },
});

/** The target that so many comparisons set, its highest rejected one among them. */
function setBy(count: number) {
  const target = (count - 0.5) / (run.nonMated.countsFrom[0] ?? 0);
  const falseMatches = allPairsThresholdAtFmr(run, target, 'counted').falseMatches ?? expect.fail();
  expect(falseMatches.atRejected).toBe(count);
  return { target, falseMatches };
}

const find = (length: number, count: number, other = options) => {
  const one = setBy(count);
  return thresholdIntervals(cut(length), [one], 'counted', other).get(one.target);
};

it.each([
  ['few set the threshold, however short the tail is', 25, 24, 'subject-bootstrap'],
  ['many do, and the tail is four times as long', 100, 25, 'subject-bootstrap'],
  ['many do, and the tail is shorter', 99, 25, 'linearised-jackknife'],
] as const)('takes what is right where %s', (_, length, count, method) => {
  expect(find(length, count)?.method).toBe(method);
});

it('takes the low end from what is known of replicates, and the high one from the most that they can be', () => {
  for (const length of [150, 22]) {
    const { target } = setBy(20);
    const drawn = thresholdReplicates(cut(length), [target], 'counted', options).get(target) ?? expect.fail();
    expect(drawn.ranOut > 4).toBe(length === 22);
    const found = find(length, 20);
    for (const over of ['overComparisons', 'overSubjects'] as const) {
      expect(found?.[over]).toEqual({
        low: percentileInterval(drawn[over], 0.9)?.low,
        high: percentileInterval(drawn.atMost[over], 0.9)?.high,
      });
      expect(found?.[over].low === 0).toBe(length === 22);
    }
  }
});

it('takes the linearised jackknife as it is, from the counts alone where the tail ends above the threshold', () => {
  const { falseMatches } = setBy(60);
  const { threshold, bySubject } = falseMatches;
  const left = linearisedJackknife(run, { threshold, falseMatches: bySubject }, 'counted', 0.9) ?? expect.fail();
  const { overComparisons, overSubjects } = left;
  const expected = {
    method: 'linearised-jackknife',
    overComparisons: overComparisons.interval,
    overSubjects: overSubjects.interval,
  };
  expect(find(30, 60)).toEqual(expected);
  // So few replicates have no ends at 90%.
  expect(find(scores.length, 60, { ...options, replicates: 18 })).toEqual(expected);
});

it('has nothing where neither exists', () => {
  const alone = {
    subjects: 2,
    samples: Int32Array.of(2, 1),
    failed: Int32Array.of(0, 0),
    mated: { scores: Float32Array.of(0.5), subject: Int32Array.of(0) },
    nonMated: { thresholds: Float32Array.of(0, 1), countsFrom: Float64Array.of(2, 0) },
    tail: { from: 0, scores: Float32Array.of(0.5, 0.25), first: Int32Array.of(0, 0), second: Int32Array.of(1, 1) },
  };
  const one = { target: 0.5, falseMatches: falseMatchesAt(alone, 0.3) };
  expect(thresholdIntervals(alone, [one], 'counted', { ...options, replicates: 3 }).size).toBe(0);
  expect(thresholdIntervals(alone, [], 'counted', options).size).toBe(0);
});
