import { expect, it } from 'vitest';
import { type GridScores, linearisedJackknife } from '../../../src/metrics/all-pairs/linearised-jackknife.js';
import {
  type TailReplicates,
  type TailScores,
  thresholdReplicates,
} from '../../../src/metrics/all-pairs/threshold-replicates.js';
import { guard, makeRate } from '../../../src/metrics/rate.js';
import { subjectMean } from '../../../src/metrics/subject-mean.js';
import { allowedErrors } from '../../../src/metrics/threshold.js';
import { percentileInterval } from '../../../src/statistics/dependence/bootstrap.js';
import { countByPair, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import type { Bounds } from '../../../src/statistics/level.js';
import { gaussian } from '../../support/gaussian.js';
import { animals, drawScores, GRID, type Population, type Setting, smooth, thresholdOf } from './populations.js';

/*
 * How often a 95% interval holds the true FNMR at a target FMR when every sample is compared with every other. A
 * non-mated score is u_a + u_b + q_s + q_t + e, a mated one v_a + q_s + q_t + e: u makes lambs and wolves, v makes goats,
 * q is the sample's own, and subjects have 3 to 6 samples. The truth is FNMR where the population's FMR is the target.
 * 600 repetitions pin a coverage of 95% to ± 1.8 points.
 */
const REPETITIONS = 600;
const REPLICATES = 399;
const MINUTES = 60_000;

/** The rates at a threshold as it is: what an interval that sets it anew is never narrower than. */
function atThreshold({ mated }: TailScores, threshold: number) {
  const pairs = subjectPairs(mated.subject, mated.subject);
  const counts = countByPair(pairs, (k) => (mated.scores[k] ?? 0) < threshold);
  const misses = counts.errors.reduce((total, own) => total + own, 0);
  const rate = makeRate(misses, mated.scores.length, { of: 'FNMR', over: 'comparisons', counts });
  const mean = subjectMean(counts, 'FNMR');
  if (rate.state === 'unavailable' || mean.state === 'unavailable') return expect.fail();
  return { rate, mean };
}

function falseMatches({ samples, tail }: TailScores, threshold: number): Float64Array {
  const found = new Float64Array(samples.length);
  for (let k = 0; k < tail.scores.length && (tail.scores[k] ?? 0) >= threshold; k += 1) {
    for (const subject of [tail.first[k] ?? 0, tail.second[k] ?? 0]) found[subject] = (found[subject] ?? 0) + 1;
  }
  return found;
}

/** The same with a tail of so many comparisons, blocks of equal scores whole. */
function cutTail<Scores extends TailScores>(scores: Scores, length: number): Scores {
  const { tail } = scores;
  const from = tail.scores[length - 1] ?? tail.from;
  const end = tail.scores.findLastIndex((score) => score >= from) + 1;
  const [first, second] = [tail.first.subarray(0, end), tail.second.subarray(0, end)];
  return { ...scores, tail: { from, scores: tail.scores.subarray(0, end), first, second } };
}

/** The interval of the replicates: its high end from what is the most where the tail does not tell. */
function ends(drawn: TailReplicates, over: 'overComparisons' | 'overSubjects'): Bounds {
  const low = percentileInterval(drawn[over], 0.95)?.low;
  const high = percentileInterval(drawn.atMost[over], 0.95)?.high;
  return low === undefined || high === undefined ? expect.fail('too few replicates') : { low, high };
}

/** Every interval of one sample. */
function intervalsOf(scores: TailScores & GridScores, { target, reach = 4 }: Setting, seed: number) {
  const { countsFrom } = scores.nonMated;
  const allowed = allowedErrors(countsFrom[0] ?? 0, target);
  const rejected = scores.tail.scores[allowed] ?? expect.fail('the tail is too short');
  const fixed = atThreshold(scores, nextFloat32Up(rejected));
  const cut = cutTail(scores, Math.ceil(reach * allowed));
  const options = { replicates: REPLICATES, seed };
  const drawn = thresholdReplicates(cut, [target], 'counted', options).get(target) ?? expect.fail();
  // Beyond the tail the threshold is one of the grid.
  const threshold = GRID[countsFrom.findIndex((matches) => matches <= allowed)] ?? expect.fail();
  const at = { threshold, falseMatches: falseMatches(scores, threshold) };
  const left = linearisedJackknife(scores, at, 'counted') ?? expect.fail();
  const onGrid = atThreshold(scores, threshold);
  const ranOut = drawn.ranOut / REPLICATES;
  return {
    ranOut,
    naive: fixed.rate.independent.wilson,
    'as it is': fixed.rate.interval,
    bootstrap: guard(ends(drawn, 'overComparisons'), fixed.rate),
    'bootstrap over subjects': guard(ends(drawn, 'overSubjects'), fixed.mean),
    jackknife: guard(left.overComparisons.interval, onGrid.rate),
    'jackknife over subjects': guard(left.overSubjects.interval, onGrid.mean),
  };
}

/** The coverage of every interval in per cent, its mean width as a multiple of the truth, and what ran out of the tail. */
function coverage(population: Population, setting: Setting) {
  const truth = population.fnmr(thresholdOf(population, setting.target));
  const from = Math.fround(thresholdOf(population, Math.min(0.9, 6 * setting.target)));
  const normal = gaussian(setting.subjects);
  const held: Record<string, number> = {};
  const width: Record<string, number> = {};
  let out = 0;
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const { ranOut, ...intervals } = intervalsOf(drawScores(population, setting, from, normal), setting, repetition);
    out += ranOut / REPETITIONS;
    for (const [name, { low, high }] of Object.entries(intervals)) {
      held[name] = (held[name] ?? 0) + (low <= truth && truth <= high ? 100 / REPETITIONS : 0);
      width[name] = (width[name] ?? 0) + (high - low) / truth / REPETITIONS;
    }
  }
  return { truth, held, width, ranOut: out };
}

it.each<[string, Population, Setting]>([
  ['60 subjects, FMR 1e-2', smooth, { subjects: 60, target: 1e-2 }],
  ['60 subjects, FMR 1e-1', smooth, { subjects: 60, target: 1e-1 }],
  ['200 subjects, FMR 1e-2', smooth, { subjects: 200, target: 1e-2 }],
  ['100 subjects, FMR 1e-3', smooth, { subjects: 100, target: 1e-3 }],
  ['60 subjects, some of them wolves or goats, FMR 1e-2', animals, { subjects: 60, target: 1e-2 }],
  ['100 subjects, one of 30 samples, FMR 1e-2', smooth, { subjects: 100, target: 1e-2, most: 30 }],
])(
  '%s: intervals that set the threshold anew cover, those that take it as given do not',
  (name, population, setting) => {
    const { truth, held, width } = coverage(population, setting);
    const table = Object.keys(held).map((of) => `${of} ${held[of]?.toFixed(1)}% (${width[of]?.toFixed(2)})`);
    console.log(`${name}, FNMR ${truth.toFixed(3)}; coverage (width / FNMR): ${table.join(', ')}`);
    expect(held.naive).toBeLessThan(80);
    for (const of of ['bootstrap', 'bootstrap over subjects', 'jackknife', 'jackknife over subjects']) {
      expect(held[of], of).toBeGreaterThanOrEqual(88);
      expect(held[of], of).toBeLessThanOrEqual(98.5);
      expect(held[of], of).toBeGreaterThan(held['as it is'] ?? 100);
    }
  },
  20 * MINUTES,
);

it(
  'a tail that some replicates run out of makes the interval wider, and no less true',
  () => {
    const long = coverage(smooth, { subjects: 60, target: 1e-2 });
    const short = coverage(smooth, { subjects: 60, target: 1e-2, reach: 1.2 });
    const all = [short, long].map(({ ranOut, held, width }) => ({
      ranOut,
      held: held.bootstrap,
      width: width.bootstrap,
    }));
    console.log(`tails of 1.2 and 4 times the target: ${JSON.stringify(all)}`);
    expect(long.ranOut).toBeLessThan(1e-3);
    expect(short.ranOut).toBeGreaterThan(0.05);
    expect(short.width.bootstrap).toBeGreaterThan(long.width.bootstrap ?? 0);
    expect(short.held.bootstrap).toBeGreaterThanOrEqual(long.held.bootstrap ?? 100);
  },
  20 * MINUTES,
);
