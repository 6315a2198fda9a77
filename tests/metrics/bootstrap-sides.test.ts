import { describe, expect, it } from 'vitest';
import { areaUnderCurve } from '../../src/metrics/auc.js';
import { bootstrapSides } from '../../src/metrics/bootstrap-sides.js';
import { fnmrAt } from '../../src/metrics/error-rates.js';
import { thresholdAtFmr } from '../../src/metrics/threshold.js';
import { subjectReplicates } from '../../src/statistics/dependence/bootstrap.js';
import { gaussian } from '../support/gaussian.js';
import { rankedPeople, repeated, type Scored } from './people-lists.js';

const PEOPLE = 8;
const normal = gaussian(3);
const all = Array.from({ length: PEOPLE }, (_, a) => a);
const MATED: Scored[] = all.flatMap((a) => [0, 1].map(() => ({ a, b: a, score: Math.fround(normal() + 2) })));
const NON_MATED: Scored[] = all.flatMap((a) =>
  all.slice(a + 1).map((b) => ({ a, b, ...(a === 1 && b === 2 ? {} : { score: Math.fround(normal()) }) })),
);
const mated = rankedPeople(MATED, 'mated', 2 * PEOPLE);
const nonMated = rankedPeople(NON_MATED, 'non-mated', 2 * PEOPLE);
/** Other people, who set thresholds. */
const OTHERS = NON_MATED.map(({ a, b, score = 0 }) => ({
  a: a + PEOPLE,
  b: b + PEOPLE,
  score: Math.fround(score + 1),
}));
const calibration = rankedPeople(OTHERS, 'non-mated', 2 * PEOPLE);
const sides = { mated, nonMated, calibration: nonMated };
const options = { replicates: 60, seed: 5 };

/** FNMR in each replicate by the definition: comparisons repeated, the threshold set on those of `from`. */
function fnmrReplicates(from: readonly Scored[], target: number): number[] {
  const values: number[] = [];
  subjectReplicates(2 * PEOPLE, options, (weights) => {
    const strangers = rankedPeople(repeated(from, weights, false), 'non-mated', 2 * PEOPLE);
    const set = thresholdAtFmr(strangers, target);
    const drawn = repeated(MATED, weights, true);
    if (set.state === 'unavailable' || drawn.length === 0) return;
    values.push(fnmrAt(rankedPeople(drawn, 'mated', 2 * PEOPLE), set.threshold).value ?? Number.NaN);
  });
  return values;
}

describe('bootstrapSides', () => {
  it('sets the threshold of each replicate anew, and takes every figure from the same replicates', () => {
    const found = bootstrapSides(sides, [0.1, 0.3], options);
    expect([...(found?.fnmr.get(0.1)?.overComparisons ?? [])]).toEqual(fnmrReplicates(NON_MATED, 0.1));
    expect([...(found?.fnmr.get(0.3)?.overComparisons ?? [])]).toEqual(fnmrReplicates(NON_MATED, 0.3));
    const auc: number[] = [];
    subjectReplicates(2 * PEOPLE, options, (weights) => {
      const m = rankedPeople(repeated(MATED, weights, true), 'mated', 2 * PEOPLE);
      const n = rankedPeople(repeated(NON_MATED, weights, false), 'non-mated', 2 * PEOPLE);
      const { value } = areaUnderCurve(m, n);
      if (value !== null) auc.push(value);
    });
    expect([...(found?.statistics?.AUC ?? [])]).toEqual(auc.map((value) => expect.closeTo(value, 12)));
  });

  it('sets it on the comparisons that calibrate, and leaves the other figures to its own', () => {
    const found = bootstrapSides({ ...sides, calibration }, [0.1], options);
    expect([...(found?.fnmr.get(0.1)?.overComparisons ?? [])]).toEqual(fnmrReplicates(OTHERS, 0.1));
    expect(found?.statistics).toEqual(bootstrapSides(sides, [0.1], options)?.statistics);
  });

  it('leaves out the figures of the whole curve where nobody asks for them', () => {
    const found = bootstrapSides(sides, [0.1], options, false);
    expect(found?.statistics).toBeUndefined();
    expect(found?.fnmr).toEqual(bootstrapSides(sides, [0.1], options)?.fnmr);
  });

  it('needs to know the subjects of every side, and two of them', () => {
    const { subjects: _, ...unknown } = nonMated;
    expect(bootstrapSides({ ...sides, mated: { ...mated, subjects: undefined } }, [0.1])).toBeUndefined();
    expect(bootstrapSides({ mated, nonMated: unknown, calibration: unknown }, [0.1])).toBeUndefined();
    expect(bootstrapSides({ ...sides, calibration: unknown }, [0.1])).toBeUndefined();
    const one = rankedPeople([{ a: 0, b: 0, score: 1 }], 'mated', 1);
    const nobody = rankedPeople([], 'non-mated', 1);
    expect(bootstrapSides({ mated: one, nonMated: nobody, calibration: nobody }, [0.1])).toBeUndefined();
  });
});
