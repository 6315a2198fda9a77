import { expect, it } from 'vitest';
import { equalGroups } from '../../../src/metrics/differential/equal-groups.js';
import { bootstrapGroups } from '../../../src/metrics/differential/group-bootstrap.js';
import { countByGroup } from '../../../src/metrics/differential/group-counts.js';
import type { GroupSample } from '../../../src/metrics/differential/group-sample.js';
import { measureList } from '../../../src/metrics/differential/measure-list.js';
import { percentileEnds, reachEquality } from '../../../src/metrics/differential/open-interval.js';
import { pairTotals } from '../../../src/metrics/differential/pair-totals.js';
import { nullReference } from '../../../src/metrics/differential/reference.js';
import { normalQuantile } from '../../../src/statistics/normal.js';
import { simulate } from './grouped.js';

/** How often the interval, and the plain percentiles, hold the truth of groups with these multiples of FMR 3e-3. */
function coverage(size: number, multiples: readonly number[], repetitions: number) {
  const measures = measureList(0.5).filter(({ name }) => name.startsWith('FMR'));
  const held = measures.map(({ name }) => ({ name, given: 0, interval: 0, percentile: 0 }));
  const thresholds = multiples.map((multiple) => -normalQuantile(0.003 * multiple));
  for (let seed = 0; seed < repetitions; seed += 1) {
    const { groups } = countByGroup(simulate({ sizes: multiples.map(() => size), thresholds, sd: 0.3, seed }));
    const fmr = groups.map(({ nonMated }) => pairTotals(nonMated)).map(({ errors, trials }) => errors / trials);
    const drawn = bootstrapGroups(groups, { replicates: 399, seed });
    const equal = equalGroups(groups, { replicates: 199, seed: seed + 1 });
    measures.forEach((measure, place) => {
      const truth = measure.value({ fmr: multiples, fnmr: [] }) ?? 0;
      const value = measure.value({ fmr, fnmr: [] });
      const count = held[place];
      if (value === undefined || count === undefined) return;
      const measured = (sample: GroupSample) =>
        measure.value({ fmr: sample.fmr.flatMap((rate) => rate ?? []), fnmr: [] }) ??
        (measure.ratio ? Number.POSITIVE_INFINITY : undefined);
      const percentile = percentileEnds(drawn.map(measured), 0.95);
      const holds = ({ low, high }: { low: number | null; high: number | null }) =>
        (low ?? 0) <= truth + 1e-12 && truth <= (high ?? Number.MAX_VALUE) ? 1 : 0;
      count.given += 1;
      const reference = nullReference(value, equal.map(measured), measure.worse, 0.95);
      const rejected = reference.state === 'resolved' && reference.pValue <= 0.05;
      count.interval += holds(reachEquality(percentile, value, measure, rejected));
      count.percentile += holds(percentile);
    });
  }
  return held.map(({ name, given, interval, percentile }) => [name, interval / given, percentile / given] as const);
}

it.each([
  [100, [4, 1], 100],
  [100, [4, 1, 1, 1, 1, 1], 80],
  [100, [1, 1, 1, 1, 1, 1], 80],
] as const)(
  'with %d subjects in groups of FMR %o the interval holds the truth',
  (size, multiples, repetitions) => {
    for (const [name, interval] of coverage(size, multiples, repetitions)) {
      expect(interval, name).toBeGreaterThanOrEqual(0.88);
    }
  },
  120_000,
);

it('plain percentiles never hold the truth of equal groups', () => {
  for (const [name, , percentile] of coverage(60, [1, 1, 1, 1], 40)) expect(percentile, name).toBeLessThan(0.2);
});
