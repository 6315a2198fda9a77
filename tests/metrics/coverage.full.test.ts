import { expect, it } from 'vitest';
import { makeRate } from '../../src/metrics/rate.js';
import { percentileInterval, rateReplicates } from '../../src/statistics/dependence/bootstrap.js';
import { countByPair, subjectPairs } from '../../src/statistics/dependence/subject-pairs.js';
import { normalCdf } from '../../src/statistics/normal.js';
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
