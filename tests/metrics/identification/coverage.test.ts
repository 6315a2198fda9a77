import { expect, it } from 'vitest';
import { fpirAt } from '../../../src/metrics/identification/rates.js';
import { normalCdf, normalQuantile } from '../../../src/statistics/normal.js';
import { randomBelow, seededRandom } from '../../../src/statistics/seeded.js';
import { searches } from './score-matrix.js';

it('the interval of FPIR covers where each subject gives several searches, the naive one does not', () => {
  const random = seededRandom(20);
  const normal = () => normalQuantile((randomBelow(random, 2 ** 30) + 0.5) / 2 ** 30);
  const [subjects, each, between, threshold, repetitions] = [60, 5, 0.7, 1.5, 500];
  const truth = 1 - normalCdf(threshold);
  const covered = { aware: 0, jackknife: 0, naive: 0 };
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const own = Array.from({ length: subjects }, () => Math.sqrt(between) * normal());
    const found = searches(
      1,
      Array.from({ length: subjects * each }, (_, s) => {
        const subject = s % subjects;
        return [1 + subject, (own[subject] ?? 0) + Math.sqrt(1 - between) * normal()] as const;
      }),
    );
    const rate = fpirAt(found, threshold);
    const holds = (interval?: { low: number; high: number } | null) =>
      Number(interval != null && interval.low <= truth && truth <= interval.high);
    covered.aware += holds(rate.interval) / repetitions;
    covered.jackknife += holds(rate.jackknife) / repetitions;
    covered.naive += holds(rate.independent?.wilson) / repetitions;
  }
  expect(covered.naive).toBeLessThan(0.85);
  expect(covered.aware).toBeGreaterThan(0.92);
  expect(covered.jackknife).toBeGreaterThan(0.92);
  expect(covered.aware).toBeLessThan(0.99);
});
