import { expect, it } from 'vitest';
import { makeRate } from '../../src/metrics/rate.js';
import { verificationMetrics } from '../../src/metrics/verification.js';
import { percentileInterval, rateReplicates } from '../../src/statistics/dependence/bootstrap.js';
import { countByPair, subjectPairs } from '../../src/statistics/dependence/subject-pairs.js';
import { normalCdf, normalQuantile } from '../../src/statistics/normal.js';
import { gaussian } from '../support/gaussian.js';

/*
 * How often a 95% interval holds the true FMR when everybody is compared with everybody once and comparisons share
 * people: score = u_i + u_j + e, u ~ N(0, sd²), e ~ N(0, 1 - 2 sd²), so that a score is standard normal and the true FMR
 * at T is 1 - Φ(T). 2,000 repetitions pin a coverage of 95% to ± 1 point.
 */
const REPETITIONS = 2000;
const REPLICATES = 199;
const MINUTES = 60_000;

function coverage(subjects: number, sd: number, threshold: number) {
  const truth = normalCdf(-threshold);
  const first: number[] = [];
  const second: number[] = [];
  for (let a = 0; a < subjects; a += 1) {
    for (let b = a + 1; b < subjects; b += 1) {
      first.push(a);
      second.push(b);
    }
  }
  const pairs = subjectPairs(first, second);
  const normal = gaussian(1);
  const own = Math.sqrt(1 - 2 * sd * sd);
  const held = { naive: 0, adjusted: 0, jackknife: 0, bootstrap: 0, above: 0 };
  for (let repetition = 0; repetition < REPETITIONS; repetition += 1) {
    const u = Float64Array.from({ length: subjects }, () => sd * normal());
    let errors = 0;
    const counts = countByPair(pairs, (k) => {
      const error = (u[first[k] ?? 0] ?? 0) + (u[second[k] ?? 0] ?? 0) + own * normal() >= threshold;
      if (error) errors += 1;
      return error;
    });
    const options = { of: 'FMR', over: 'comparisons', counts } as const;
    const rate = makeRate(errors, first.length, options);
    const drawn = percentileInterval(rateReplicates(counts, { replicates: REPLICATES, seed: repetition }), 0.95);
    const holds = (interval: { low: number; high: number } | null | undefined) =>
      interval && interval.low <= truth && truth <= interval.high ? 1 : 0;
    held.naive += holds(rate.independent?.wilson);
    held.adjusted += holds(rate.interval);
    held.jackknife += holds(rate.jackknife);
    held.bootstrap += holds(drawn);
    // The one-sided 95% bound is the upper end of the two-sided 90% interval.
    held.above += (makeRate(errors, first.length, { ...options, level: 0.9 }).jackknife?.high ?? 0) >= truth ? 1 : 0;
  }
  return Object.fromEntries(Object.entries(held).map(([name, count]) => [name, (100 * count) / REPETITIONS]));
}

it.each([
  [100, 0.3, 2.3, 78.5],
  [100, 0.45, 2.3, 60.8],
  [200, 0.3, 3.006, 85.5],
])(
  '%d subjects, sd %d, T = %d: the intervals that know of subjects cover, the naive one does not',
  (subjects, sd, threshold, naive) => {
    const found = coverage(subjects, sd, threshold);
    console.log(`coverage in per cent with ${subjects} subjects, sd ${sd}, T = ${threshold}: ${JSON.stringify(found)}`);
    expect(Math.abs((found.naive ?? 0) - naive)).toBeLessThan(4);
    expect(found.adjusted).toBeGreaterThanOrEqual(90);
    expect(found.adjusted).toBeLessThanOrEqual(97);
    expect(found.bootstrap).toBeGreaterThanOrEqual(93);
    expect(found.bootstrap).toBeLessThanOrEqual(99.5);
    expect(found.jackknife).toBeGreaterThanOrEqual(94);
    expect(found.jackknife).toBeLessThanOrEqual(99);
    expect(found.above).toBeGreaterThanOrEqual(93);
  },
  20 * MINUTES,
);

/*
 * FNMR at a target FMR: the threshold is uncertain too. 150 people, each compared with 20 others and four times with
 * themselves; non-mated scores as above, mated ones m + v_i + e of variance 1. The truth is FNMR at the threshold that
 * the whole population would set.
 */
it(
  'the interval of FNMR at a target FMR carries how uncertain the threshold is',
  () => {
    const [subjects, each, own, sd, target] = [150, 20, 4, 0.3, 1e-2];
    const reach = -normalQuantile(target);
    const truth = 0.05;
    const shift = reach - normalQuantile(truth);
    const normal = gaussian(2);
    const strangers = Array.from({ length: (subjects * each) / 2 }, (_, k) => [
      k % subjects,
      (k + 1 + Math.floor(k / subjects)) % subjects,
    ]);
    const mated = Array.from({ length: subjects * own }, (_, k) => k % subjects);
    const held = { asItIs: 0, bootstrap: 0 };
    const repetitions = 400;
    for (let repetition = 0; repetition < repetitions; repetition += 1) {
      const u = Float64Array.from({ length: subjects }, () => sd * normal());
      const v = Float64Array.from({ length: subjects }, () => 0.5 * normal());
      const nonMated = Float32Array.from(
        strangers,
        ([a = 0, b = 0]) => (u[a] ?? 0) + (u[b] ?? 0) + Math.sqrt(1 - 2 * sd * sd) * normal(),
      );
      const scores = Float32Array.from(mated, (a) => shift + (v[a] ?? 0) + Math.sqrt(0.75) * normal());
      const metrics = verificationMetrics({
        mated: { scores, failed: 0, subjects: { first: mated, second: mated } },
        nonMated: {
          scores: nonMated,
          failed: 0,
          subjects: { first: strangers.map(([a = 0]) => a), second: strangers.map(([, b = 0]) => b) },
        },
        operatingPoints: [target],
        bootstrap: { replicates: 199, seed: repetition },
      });
      const holds = (name: string) => {
        const interval = metrics.find(({ metric }) => metric === name)?.result.interval;
        return interval && interval.low <= truth && truth <= interval.high ? 1 : 0;
      };
      held.bootstrap += holds('FNMR@FMR');
      held.asItIs += holds('FNMR');
    }
    const share = (count: number) => (100 * count) / repetitions;
    console.log(`coverage of FNMR at FMR 1e-2 in per cent: ${share(held.bootstrap)}, as it is ${share(held.asItIs)}`);
    expect(share(held.bootstrap)).toBeGreaterThanOrEqual(92);
    expect(share(held.asItIs)).toBeLessThan(80);
  },
  20 * MINUTES,
);
