import { expect, it } from 'vitest';
import { allPairsFnmrAtFmr } from '../../../src/metrics/all-pairs/fnmr-at-fmr.js';
import { allPairsThresholdAtFmr } from '../../../src/metrics/all-pairs/threshold.js';
import { normalCdf } from '../../../src/statistics/normal.js';
import { gaussian } from '../../support/gaussian.js';
import { drawScores, type Population, type Setting, smooth, thresholdOf } from './populations.js';

/*
 * How often the default 95% interval of FNMR at a target FMR holds the truth where little is known: few false matches,
 * few misses, one subject with more than half of the mated comparisons, and wolves so rare that a sample may have none.
 * See coverage.full.test.ts for the populations; 300 repetitions pin a coverage of 95% to ± 2.5 points.
 */
const REPETITIONS = 300;
const MINUTES = 60_000;

/** Hardly anybody is missed. */
const easy: Population = {
  ...smooth,
  draw(normal) {
    const { u, v } = smooth.draw(normal);
    return { u, v: v + 1.6 };
  },
  fnmr: (threshold) => smooth.fnmr(threshold - 1.6),
};

/** One in fifty is a wolf, with whom all others are mistaken. */
const spread = Math.sqrt(smooth.own ** 2 + 2 * 0.3 ** 2);
const rareWolves: Population = {
  own: smooth.own,
  draw: (normal) => ({ u: normalCdf(normal()) < 0.02 ? 2 : 0, v: 3 + 0.5 * normal() }),
  fmr: (threshold) =>
    0.98 ** 2 * normalCdf(-threshold / spread) +
    2 * 0.98 * 0.02 * normalCdf((2 - threshold) / spread) +
    0.02 ** 2 * normalCdf((4 - threshold) / spread),
  fnmr: (threshold) => normalCdf((threshold - 3) / Math.hypot(0.5, spread)),
};

/** In per cent: intervals that hold the truth, resolved figures, and resolved figures whose interval holds it. */
function coverage(population: Population, setting: Setting, kept: (atRejected: number) => number) {
  const { target, subjects } = setting;
  const truth = population.fnmr(thresholdOf(population, target));
  const from = Math.fround(thresholdOf(population, Math.min(0.9, 8 * target + 0.002)));
  const normal = gaussian(subjects + 7);
  const found = { held: 0, resolved: 0, resolvedAndHeld: 0, falseMatches: 0 };
  for (let seed = 0; seed < REPETITIONS; seed += 1) {
    const scores = { ...drawScores(population, setting, from, normal), subjects };
    const { falseMatches } = allPairsThresholdAtFmr(scores, target, 'counted');
    if (!falseMatches) continue;
    const { tail } = scores;
    const end = Math.min(tail.scores.length, kept(falseMatches.atRejected));
    const cut = {
      from: tail.scores[end - 1] ?? tail.from,
      scores: tail.scores.subarray(0, end),
      first: tail.first.subarray(0, end),
      second: tail.second.subarray(0, end),
    };
    const options = { replicates: 399, seed };
    const [point] = allPairsFnmrAtFmr({ ...scores, tail: cut }, [{ target, falseMatches }], 'counted', options);
    const { state, interval } = point?.fnmrAtFmr.overComparisons ?? expect.fail();
    const holds = interval !== null && interval.low <= truth && truth <= interval.high;
    found.held += holds ? 100 / REPETITIONS : 0;
    found.resolved += state === 'resolved' ? 100 / REPETITIONS : 0;
    found.resolvedAndHeld += state === 'resolved' && holds ? 100 / REPETITIONS : 0;
    found.falseMatches += falseMatches.falseMatches / REPETITIONS;
  }
  return found;
}

it.each<[string, Population, Setting]>([
  ['6 false matches', smooth, { subjects: 80, target: 1e-4 }],
  ['20 false matches', smooth, { subjects: 80, target: 3e-4 }],
  ['10 misses', easy, { subjects: 80, target: 1e-2 }],
  ['one subject with half of the mated comparisons', smooth, { subjects: 60, target: 1e-2, most: 35 }],
])(
  '%s: the default interval covers, from a long tail and from a short one',
  (name, population, setting) => {
    const long = coverage(population, setting, () => Number.POSITIVE_INFINITY);
    const short = coverage(population, setting, (atRejected) => Math.min(99, atRejected + 2));
    console.log(`${name}: ${JSON.stringify({ long, short })}`);
    for (const { held, resolved, resolvedAndHeld } of [long, short]) {
      expect(held).toBeGreaterThanOrEqual(92.5);
      expect(resolvedAndHeld).toBeGreaterThanOrEqual(0.925 * resolved);
    }
  },
  20 * MINUTES,
);

it(
  'no interval knows of wolves that were not drawn',
  () => {
    // One sample in five has no wolf.
    const found = coverage(rareWolves, { subjects: 80, target: 1e-2 }, () => Number.POSITIVE_INFINITY);
    console.log(`rare wolves: ${JSON.stringify(found)}`);
    expect(found.held).toBeGreaterThan(70);
    expect(found.held).toBeLessThan(85);
  },
  20 * MINUTES,
);
