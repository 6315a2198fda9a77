import { expect, it } from 'vitest';
import { bootstrapSides } from '../../src/metrics/bootstrap-sides.js';
import { decidability } from '../../src/metrics/decidability.js';
import { minimumDetectionCost } from '../../src/metrics/detection-cost.js';
import { equalErrorRate } from '../../src/metrics/eer.js';
import { summaryMetrics } from '../../src/metrics/summary-metrics.js';
import { percentileInterval } from '../../src/statistics/dependence/bootstrap.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { rankedPeople, type Scored } from './people-lists.js';
import { ranked } from './score-lists.js';

const people = Array.from({ length: 6 }, (_, a) => a);
/** 0.25 to 0.75, and 0 to 0.5 in steps of 1/32: they overlap. */
const MATED: Scored[] = people.flatMap((a) => [0, 1].map((again) => ({ a, b: a, score: 0.25 + (2 * a + again) / 22 })));
const NON_MATED: Scored[] = people.flatMap((a) => people.slice(a + 1).map((b) => ({ a, b, score: (5 * a + b) / 58 })));
const [mated, nonMated] = [rankedPeople(MATED, 'mated'), rankedPeople(NON_MATED, 'non-mated')];
const sides = { mated, nonMated, calibration: nonMated };
const replicates = bootstrapSides(sides, [], { replicates: 200, seed: 1 });
const eer = equalErrorRate(mated, nonMated);
const metrics = summaryMetrics(sides, eer, replicates?.statistics, 0.95, 'counted');
const find = (name: string) => metrics.find(({ metric }) => metric === name);

it('lists the ends of the curve, then the summaries, with the costs of minDCF as its point', () => {
  expect(metrics.map(({ metric, at, failures }) => [metric, at, failures])).toEqual([
    ['zero-FMR', null, 'counted'],
    ['zero-FNMR', null, 'counted'],
    ['EER-ROCCH', null, 'counted'],
    ['d-prime', null, 'counted'],
    ['minDCF', 'mated 0.01', 'counted'],
    ['minCllr', null, 'counted'],
  ]);
});

it('gives the misses above every non-mated score and the false matches from the lowest mated one, never resolved', () => {
  const highest = Math.max(...nonMated.subjects.scores);
  const lowest = Math.min(...mated.subjects.scores);
  expect(find('zero-FMR')).toMatchObject({
    threshold: nextFloat32Up(highest),
    thresholdFrom: 'self',
    result: {
      state: 'unresolved',
      errors: MATED.filter(({ score = 0 }) => Math.fround(score) <= highest).length,
      trials: 12,
      // Six people make three comparisons that share nobody.
      floor: { of: 'FMR', reason: 'zero-errors', upperBound: expect.closeTo(1 - 0.025 ** (1 / 3), 12) },
    },
  });
  expect(find('zero-FNMR')).toMatchObject({
    threshold: lowest,
    result: {
      state: 'unresolved',
      errors: NON_MATED.filter(({ score = 0 }) => Math.fround(score) >= lowest).length,
      trials: 15,
      floor: { of: 'FNMR', reason: 'zero-errors', upperBound: expect.closeTo(1 - 0.025 ** (1 / 6), 12) },
    },
  });
});

it('gives every summary the percentile interval of its own replicates or a wider one, and its denominator', () => {
  const drawn = (name: 'd-prime' | 'minDCF') => percentileInterval(replicates?.statistics?.[name] ?? [], 0.95);
  expect(find('d-prime')?.result).toMatchObject({
    state: 'resolved',
    value: decidability(mated, nonMated).value,
    trials: 27,
    interval: { ...drawn('d-prime'), method: 'subject-bootstrap' },
  });
  const cost = minimumDetectionCost(mated, nonMated, { miss: 1, falseAlarm: 1, mated: 0.01 });
  const { value, trials, interval } = find('minDCF')?.result ?? {};
  expect([value, trials]).toEqual([cost.value, 27]);
  expect(interval?.low).toBeLessThanOrEqual(drawn('minDCF')?.low ?? 0);
  expect(interval?.high).toBeGreaterThanOrEqual(drawn('minDCF')?.high ?? 1);
});

it('gives no summary without an interval', () => {
  expect(summaryMetrics(sides, eer, undefined, 0.95, 'excluded').map(({ metric }) => metric)).toEqual([
    'zero-FMR',
    'zero-FNMR',
  ]);
  const few = summaryMetrics(
    sides,
    eer,
    bootstrapSides(sides, [], { replicates: 38, seed: 1 })?.statistics,
    0.95,
    'counted',
  );
  expect(few.find(({ metric }) => metric === 'd-prime')?.result).toMatchObject({
    state: 'unavailable',
    reason: 'Too few replicates of the bootstrap have a value to give an interval.',
    trials: 27,
  });
});

it('has no ends of the curve without scores, and no zero-FNMR where a mated comparison failed', () => {
  const noMated = summaryMetrics({ ...sides, mated: ranked([]) }, eer, undefined, 0.95, 'counted');
  for (const { threshold, thresholdFrom, result } of noMated) {
    expect([threshold, thresholdFrom, result.state]).toEqual([null, null, 'unavailable']);
  }
  const [, zeroFnmr] = summaryMetrics({ ...sides, mated: ranked([0.5], 1) }, eer, undefined, 0.95, 'counted');
  expect(zeroFnmr?.result).toMatchObject({
    state: 'unavailable',
    reason: '1 mated comparisons failed, which are false non-matches at every threshold.',
  });
});
