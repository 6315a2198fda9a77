import { expect, it } from 'vitest';
import { twoLevelReplicates } from '../../../src/statistics/dependence/two-level.js';

const SAMPLES = [[0, 1, 2], [3, 4], []];
const MATED = [
  [
    { comparison: 0, first: 0, second: 1 },
    { comparison: 1, first: 0, second: 2 },
  ],
  [{ comparison: 2, first: 3, second: 4 }],
  [],
];

it('draws, for every time that a subject is drawn, as many samples as it has', () => {
  twoLevelReplicates({ samples: SAMPLES, mated: MATED }, 3, { replicates: 200, seed: 1 }, ({ subjects, samples }) => {
    expect(subjects.reduce((sum, weight) => sum + weight, 0)).toBe(3);
    for (const [subject, own] of SAMPLES.entries()) {
      const drawn = own.reduce((sum, sample) => sum + (samples[sample] ?? 0), 0);
      expect(drawn).toBe((subjects[subject] ?? 0) * own.length);
    }
  });
});

it('weighs a mated comparison by its two samples in one drawing of the subject: 1 - 1/n on average', () => {
  const sums = new Float64Array(3);
  const replicates = 20_000;
  twoLevelReplicates({ samples: SAMPLES, mated: MATED }, 3, { replicates, seed: 2 }, ({ mated }) => {
    for (let k = 0; k < 3; k += 1) sums[k] = (sums[k] ?? 0) + (mated[k] ?? 0);
  });
  // Of n draws the products of two counts are n (n - 1) / n² on average: 2/3 for three samples, 1/2 for two.
  expect((sums[0] ?? 0) / replicates).toBeCloseTo(2 / 3, 1);
  expect((sums[1] ?? 0) / replicates).toBeCloseTo(2 / 3, 1);
  expect((sums[2] ?? 0) / replicates).toBeCloseTo(1 / 2, 1);
});
