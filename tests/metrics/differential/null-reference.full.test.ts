import { expect, it } from 'vitest';
import { equalFalseMatches, equalFalseNonMatches } from '../../../src/metrics/differential/equal-groups.js';
import { countByGroup } from '../../../src/metrics/differential/group-counts.js';
import { gini, maxOverGeoMean, maxOverMin } from '../../../src/metrics/differential/measures.js';
import { pairTotals } from '../../../src/metrics/differential/pair-totals.js';
import { nullReference } from '../../../src/metrics/differential/reference.js';
import { seededRandom } from '../../../src/statistics/seeded.js';
import { FMR_3E3, simulate } from './grouped.js';

const MEASURES = { maxOverMin, maxOverGeoMean, gini };
const SIX = [40, 40, 40, 40, 40, 40];

/** Simulates equal groups again and again: how the measures are spread, and how often their reference says "unequal". */
function simulateEqual(sizes: readonly number[], sd: number, repetitions: number, kind: 'mated' | 'nonMated') {
  const thresholds = sizes.map(() => FMR_3E3);
  const found = { maxOverMin: empty(), maxOverGeoMean: empty(), gini: empty() };
  for (let seed = 0; seed < repetitions; seed += 1) {
    const mated = kind === 'mated' ? { mated: { each: 4, threshold: 1.3 } } : {};
    const data = simulate({ sizes, thresholds, sd, seed, ...mated });
    const counts = countByGroup(data).groups.map((group) => group[kind]);
    const rates = counts.map(pairTotals).map(({ errors, trials }) => errors / trials);
    const draw = kind === 'mated' ? equalFalseNonMatches(counts) : equalFalseMatches(counts);
    const random = seededRandom(seed);
    const draws = Array.from({ length: 199 }, () => draw(random).flatMap((rate) => rate ?? []));
    for (const [name, measure] of Object.entries(MEASURES)) {
      const value = measure(rates);
      const here = found[name as keyof typeof found];
      if (value === undefined) continue;
      here.values.push(value);
      const reference = nullReference(value, draws.map(measure), 'higher', 0.95);
      if (reference.state !== 'resolved') continue;
      here.medians.push(reference.median);
      here.rejected += reference.pValue <= 0.05 ? 1 : 0;
    }
  }
  return found;
}
const empty = () => ({ values: [] as number[], medians: [] as number[], rejected: 0 });
const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

it('six equal groups of 40 subjects at FMR 3e-3, comparisons independent: median Max/GeoMean 1.9', () => {
  const { maxOverGeoMean: found } = simulateEqual(SIX, 0, 1000, 'nonMated');
  // Only where every group has an error, which is in about 55% of the samples.
  expect(found.values.length / 1000).toBeGreaterThan(0.5);
  expect(found.values.length / 1000).toBeLessThan(0.6);
  expect(median(found.values)).toBeGreaterThan(1.85);
  expect(median(found.values)).toBeLessThan(2);
  expect(median(found.medians) / median(found.values)).toBeCloseTo(1, 1);
  expect(found.rejected / found.values.length).toBeLessThan(0.08);
});

it.each([
  [0.3, SIX, 1500],
  [0.45, SIX, 1500],
  [0.3, [100, 100], 500],
] as const)(
  'false matches: at sd %d the reference is where equal groups are, and is passed by at most 8%%',
  (sd, sizes, repetitions) => {
    const found = simulateEqual(sizes, sd, repetitions, 'nonMated');
    for (const { values, medians, rejected } of Object.values(found)) {
      // A ratio of two counts of a few takes few values, so its medians may lie a step apart.
      expect(median(medians) / median(values)).toBeGreaterThan(0.85);
      expect(median(medians) / median(values)).toBeLessThan(1.15);
      expect(rejected / values.length).toBeGreaterThan(0.005);
      expect(rejected / values.length).toBeLessThan(0.08);
    }
    expect(found.gini.rejected / found.gini.values.length).toBeGreaterThan(0.02);
  },
  120_000,
);

it('false non-matches: the reference is passed by 5%', () => {
  const found = simulateEqual(SIX, 0.3, 500, 'mated');
  for (const { values, rejected } of Object.values(found)) {
    expect(rejected / values.length).toBeGreaterThan(0.02);
    expect(rejected / values.length).toBeLessThan(0.08);
  }
}, 120_000);
