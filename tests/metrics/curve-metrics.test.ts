import { describe, expect, it } from 'vitest';
import { bootstrapSides } from '../../src/metrics/bootstrap-sides.js';
import { curveMetrics } from '../../src/metrics/curve-metrics.js';
import { equalErrorRate } from '../../src/metrics/eer.js';
import { percentileInterval } from '../../src/statistics/dependence/bootstrap.js';
import { gaussian } from '../support/gaussian.js';
import { rankedPeople } from './people-lists.js';

const PEOPLE = 30;
const normal = gaussian(11);
const everybody = Array.from({ length: PEOPLE }, (_, a) => a);
const mated = rankedPeople(
  everybody.flatMap((a) => [0, 1, 2].map(() => ({ a, b: a, score: Math.fround(normal() + 1) }))),
  'mated',
  PEOPLE,
);
const nonMated = rankedPeople(
  everybody.flatMap((a) => everybody.slice(a + 1).map((b) => ({ a, b, score: Math.fround(normal()) }))),
  'non-mated',
  PEOPLE,
);
const sides = { mated, nonMated, calibration: nonMated };
const statistics = bootstrapSides(sides, [], { replicates: 100, seed: 1 })?.statistics;

describe('curveMetrics', () => {
  const metrics = curveMetrics(sides, statistics, 0.9, 'counted');
  const plain = equalErrorRate(mated, nonMated, 0.9);

  it('gives the EER the outer ends of its replicates and of the two rates at its threshold', () => {
    const drawn = percentileInterval(statistics?.EER ?? [], 0.9);
    const [eer] = metrics;
    expect(plain.state).toBe('resolved');
    expect(eer).toMatchObject({
      metric: 'EER',
      threshold: plain.at?.threshold,
      thresholdFrom: 'self',
      result: {
        value: plain.value,
        interval: {
          low: Math.min(drawn?.low ?? 1, plain.interval?.low ?? 1),
          high: Math.max(drawn?.high ?? 0, plain.interval?.high ?? 0),
          method: 'subject-bootstrap',
        },
      },
    });
  });

  it('keeps the intervals as they are without replicates', () => {
    const [eer] = curveMetrics(sides, undefined, 0.9, 'counted');
    expect(eer?.result).toEqual(plain);
  });

  it('resolves neither EER nor AUC where few errors stand behind the crossing', () => {
    const apart = { ...sides, nonMated: rankedPeople([{ a: 0, b: 1, score: -9 }], 'non-mated', PEOPLE) };
    const found = curveMetrics(apart, undefined, 0.9, 'counted');
    const states = found.map(({ metric, result }) => [metric, result.state]);
    expect(states.slice(0, 2)).toEqual([
      ['EER', 'unresolved'],
      ['AUC', 'unresolved'],
    ]);
  });
});
