import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type AllPairsOperatingPoint,
  allPairsFnmrAtFmr,
  differentViews,
} from '../../../src/metrics/all-pairs/fnmr-at-fmr.js';
import { linearisedJackknife } from '../../../src/metrics/all-pairs/linearised-jackknife.js';
import { allPairsFnmr } from '../../../src/metrics/all-pairs/rates.js';
import { allPairsThresholdAtFmr } from '../../../src/metrics/all-pairs/threshold.js';
import { bootstrapSides } from '../../../src/metrics/bootstrap-sides.js';
import { operatingPointMetrics } from '../../../src/metrics/operating-point-metrics.js';
import { guard, type Interval } from '../../../src/metrics/rate.js';
import { subjectMean } from '../../../src/metrics/subject-mean.js';
import type { FailureView } from '../../../src/metrics/verification-metric.js';
import { countByPair } from '../../../src/statistics/dependence/subject-pairs.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { gaussian } from '../../support/gaussian.js';
import { asLists, everyPair, kept, type Person, people, views } from './every-pair.js';
import { drawScores, smooth, thresholdOf } from './populations.js';

const targets = fc.constantFrom(0.001, 0.02, 0.1, 0.2, 0.25, 0.3, 0.5, 0.9);
const draws = { replicates: 99, seed: 5 };

/** The rows that a list of all comparisons gives. */
function listed(list: readonly Person[], comparisons: ReturnType<typeof everyPair>, target: number, view: FailureView) {
  const { mated, nonMated } = asLists(list, comparisons, view);
  const sides = { mated, nonMated, calibration: nonMated };
  const replicates = bootstrapSides(sides, [target], draws, false)?.fnmr.get(target);
  return operatingPointMetrics(sides, target, 0.95, { failures: view, thresholdFrom: 'self' }, replicates);
}

/** What may be missed above every non-mated score, over subjects. */
function beyondOverSubjects(list: readonly Person[], comparisons: ReturnType<typeof everyPair>, view: FailureView) {
  const { mated, nonMated } = asLists(list, comparisons, view);
  const highest = Math.max(...nonMated.subjects.scores);
  const { pairs, scores } = mated.subjects;
  const counts = countByPair(pairs, (k) => !((scores[k] ?? Number.NEGATIVE_INFINITY) > highest));
  return subjectMean(counts, 'FNMR').interval?.high ?? 1;
}

/** Sums of rates come out alike but for their last bits. */
const closely = (interval: Interval | null) =>
  interval && { ...interval, low: expect.closeTo(interval.low, 12), high: expect.closeTo(interval.high, 12) };

describe('allPairsFnmrAtFmr', () => {
  it('is what operatingPointMetrics gives for the list of all comparisons', () => {
    fc.assert(
      fc.property(people(), fc.nat(), targets, views, (list, seed, target, view) => {
        const comparisons = everyPair(list, seed);
        const [found] = allPairsFnmrAtFmr(kept(list, comparisons, 0), [{ target }], view, draws);
        const [fnmrAtFmr, ...rows] = listed(list, comparisons, target, view);
        if (!found || fnmrAtFmr?.metric !== 'FNMR@FMR') return expect.fail();
        if (found.operatingPoint.state === 'unavailable') {
          expect(fnmrAtFmr.operatingPoint.state).toBe('unavailable');
          expect(found.fnmrAtFmr.overComparisons).toMatchObject({ state: 'unavailable', value: null });
          expect(found.fnmrAtFmr.overSubjects).toMatchObject({ state: 'unavailable', over: 'subjects' });
          return;
        }
        expect(found.operatingPoint).toEqual(fnmrAtFmr.operatingPoint);
        const of = (metric: string, over: string) =>
          rows.find((row) => row.metric === metric && row.result.over === over)?.result ?? expect.fail();
        expect(found.fmr).toEqual(of('FMR', 'comparisons'));
        expect(found.fnmr.overComparisons).toEqual(of('FNMR', 'comparisons'));
        expect(found.fnmr.overSubjects).toEqual(of('FNMR', 'subjects'));
        // Without replicates a list keeps the interval at the threshold as it is; all pairs have the other one.
        if (found.fnmrAtFmr.overComparisons.interval?.method === 'linearised-jackknife') return;
        expect(found.fnmrAtFmr.overComparisons).toEqual(fnmrAtFmr.result);
        const mean = of('FNMR@FMR', 'subjects');
        const { interval, ...rest } = found.fnmrAtFmr.overSubjects;
        expect(rest).toEqual({ ...mean, interval: undefined });
        if (mean.floor?.reason !== 'few-false-matches') expect(interval).toEqual(closely(mean.interval));
        else expect(interval?.high).toBeGreaterThanOrEqual(beyondOverSubjects(list, comparisons, view));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for every target as for one alone, in the order of the targets', () => {
    const list = Array.from({ length: 12 }, (_, k) => ({ samples: 2 + (k % 3), failed: k === 4 ? 1 : 0 }));
    const scores = kept(list, everyPair(list, 3), 0);
    const all = [0.3, 0.02, 0.02, 0.1].map((target) => ({ target }));
    const together = allPairsFnmrAtFmr(scores, all, 'counted', draws);
    expect(together.map(({ target }) => target)).toEqual([0.3, 0.02, 0.02, 0.1]);
    expect(together).toEqual(all.map((one) => allPairsFnmrAtFmr(scores, [one], 'counted', draws)[0]));
    expect(allPairsFnmrAtFmr(scores, [], 'counted')).toEqual([]);
  });

  /** 60 people; false matches are counted in a long tail, of which a part is stored. */
  const long = drawScores(smooth, { subjects: 60, target: 0.01 }, Math.fround(thresholdOf(smooth, 0.4)), gaussian(1));
  const run = { ...long, subjects: 60 };
  const stored = (length: number) => {
    const { scores, first, second } = run.tail;
    const part = {
      scores: scores.subarray(0, length),
      first: first.subarray(0, length),
      second: second.subarray(0, length),
    };
    return { ...run, tail: { from: scores[length - 1] ?? 0, ...part } };
  };
  const at = (target: number) => ({
    target,
    falseMatches: allPairsThresholdAtFmr(run, target, 'counted').falseMatches,
  });

  const intervalsOf = ({ fnmrAtFmr: { overComparisons, overSubjects } }: AllPairsOperatingPoint) => [
    overComparisons.interval,
    overSubjects.interval,
  ];

  it('takes the bootstrap where the stored tail is long enough, and then depends on no more of it', () => {
    const point = at(0.01);
    const set = point.falseMatches?.atRejected ?? 0;
    const [whole] = allPairsFnmrAtFmr(run, [point], 'counted', draws);
    const [enough] = allPairsFnmrAtFmr(stored(4 * set), [point], 'counted', draws);
    const [short] = allPairsFnmrAtFmr(stored(4 * set - 1), [point], 'counted', draws);
    expect(whole?.fnmrAtFmr.overComparisons.interval?.method).toBe('subject-bootstrap');
    expect(enough).toEqual(whole);
    expect(short?.fnmrAtFmr.overComparisons.interval?.method).toBe('linearised-jackknife');
    expect(short?.fnmrAtFmr.overSubjects.interval?.method).toBe('linearised-jackknife');
    expect(short).toMatchObject({ fmr: whole?.fmr, fnmr: whole?.fnmr, operatingPoint: whole?.operatingPoint });
  });

  it('takes the linearised jackknife where the threshold lies below the stored tail', () => {
    const point = at(0.1);
    const scores = stored(150);
    const [found] = allPairsFnmrAtFmr(scores, [point], 'counted', { ...draws, level: 0.9 });
    if (!found || !point.falseMatches) return expect.fail();
    const { threshold, bySubject } = point.falseMatches;
    expect(threshold).toBeLessThan(scores.tail.from);
    const left = linearisedJackknife(scores, { threshold, falseMatches: bySubject }, 'counted', 0.9) ?? expect.fail();
    for (const over of ['overComparisons', 'overSubjects'] as const) {
      const [moving, fixed] = [found.fnmrAtFmr[over], found.fnmr[over]];
      if (fixed.state === 'unavailable') return expect.fail();
      expect(moving).toMatchObject({ state: 'resolved', value: fixed.value, floor: null });
      expect(moving.interval).toEqual({
        ...guard(left[over].interval, fixed),
        level: 0.9,
        method: 'linearised-jackknife',
      });
      expect(moving.interval?.low).toBeLessThan(fixed.interval.low);
      expect(moving.interval?.high).toBeGreaterThan(fixed.interval.high);
    }
    // A jackknife at the threshold as it is would be too narrow to stand beside it.
    expect(found.fnmrAtFmr.overComparisons.jackknife).toBeNull();
    expect(found.fnmr.overComparisons.jackknife).not.toBeNull();
  });

  it('takes the linearised jackknife for more confidence than the replicates can give', () => {
    const [found] = allPairsFnmrAtFmr(run, [at(0.01)], 'counted', { replicates: 20 });
    expect(found && intervalsOf(found).map((interval) => interval?.method)).toEqual([
      'linearised-jackknife',
      'linearised-jackknife',
    ]);
  });

  it('keeps the interval at the threshold as it is where nothing else is defined', () => {
    // Two people, of whom one stands in all mated comparisons, and hardly a replicate.
    const list = [
      { samples: 3, failed: 0 },
      { samples: 1, failed: 0 },
    ];
    const scores = kept(list, everyPair(list, 1), 0);
    const [found] = allPairsFnmrAtFmr(scores, [{ target: 0.4 }], 'counted', { replicates: 3 });
    const { overComparisons, overSubjects } = found?.fnmrAtFmr ?? expect.fail();
    expect(overComparisons).toMatchObject({ state: 'unresolved', floor: { reason: 'few-false-matches' } });
    expect(overComparisons.interval?.method).toBe('adjusted-wilson');
    expect(overSubjects.interval?.method).toBe('t');
  });

  it('promises nothing where no false match was allowed', () => {
    const [found] = allPairsFnmrAtFmr(run, [at(1e-6)], 'counted', draws);
    expect(found).toMatchObject({ operatingPoint: { state: 'set', falseMatches: 0, resolvable: false } });
    const { overComparisons, overSubjects } = found?.fnmrAtFmr ?? expect.fail();
    for (const one of [overComparisons, overSubjects]) {
      expect(one).toMatchObject({ state: 'unresolved', floor: { reason: 'target-below-one-trial', of: 'FMR' } });
      expect(one.interval?.high).toBe(1);
    }
    expect(found?.fnmr.overComparisons.state).toBe('resolved');
  });

  it('reaches to what may be missed above every score where few false matches set the threshold', () => {
    // Three of some 36,000 may match.
    const [found] = allPairsFnmrAtFmr(run, [at(1e-4)], 'counted', draws);
    if (found?.operatingPoint.state !== 'set') return expect.fail();
    const { achieved, falseMatches } = found.operatingPoint;
    expect(falseMatches).toBeGreaterThan(0);
    expect(falseMatches).toBeLessThan(5);
    const highest = nextFloat32Up(run.tail.scores[0] ?? 0);
    const beyond = allPairsFnmr(run, highest, 'counted');
    const { overComparisons, overSubjects } = found.fnmrAtFmr;
    expect(overComparisons).toMatchObject({
      state: 'unresolved',
      floor: { reason: 'few-false-matches', of: 'FMR', upperBoundIfIndependent: achieved.independent?.exact.high },
    });
    expect(overComparisons.interval?.high).toBeGreaterThanOrEqual(beyond.overComparisons.interval?.high ?? 1);
    expect(overSubjects.interval?.high).toBeGreaterThanOrEqual(beyond.overSubjects.interval?.high ?? 1);
  });

  it('says why there is no threshold, and what the rates would have been of', () => {
    const [found] = allPairsFnmrAtFmr(stored(150), [{ target: 0.1, falseMatches: null }], 'counted');
    expect(found?.operatingPoint).toMatchObject({ state: 'unavailable', target: 0.1 });
    const trials = run.mated.scores.length;
    expect(found?.fnmrAtFmr.overComparisons).toMatchObject({ state: 'unavailable', trials, over: 'comparisons' });
    expect(found?.fnmrAtFmr.overSubjects).toMatchObject({ state: 'unavailable', subjects: 60, comparisons: trials });
    expect(found?.fmr).toMatchObject({ state: 'unavailable', trials: run.nonMated.countsFrom[0] });
    expect(found?.fnmr).toBe(found?.fnmrAtFmr);
  });

  it('refuses false matches of another target, view or run', () => {
    const counts = at(0.01).falseMatches ?? expect.fail();
    const find = (target: number, falseMatches = counts, scores = run) =>
      allPairsFnmrAtFmr(scores, [{ target, falseMatches }], 'counted', draws);
    expect(() => find(0.02)).toThrow('which is another threshold');
    expect(() => find(0)).toThrow('A target FMR must lie strictly between 0 and 1, found 0;');
    const { scores, first, second } = run.tail;
    const without = { ...run.tail, scores: scores.subarray(1), first: first.subarray(1), second: second.subarray(1) };
    const matches = counts.falseMatches;
    expect(() => find(0.01, counts, { ...run, tail: without })).toThrow(
      `The tail holds ${matches - 1} non-mated comparisons from ${counts.threshold} on, and ${matches} false matches were counted there; give the tail and the counts of one run.`,
    );
    const bySubject = counts.bySubject.slice();
    bySubject[0] = (bySubject[0] ?? 0) + 1;
    expect(() => find(0.01, { ...counts, bySubject })).toThrow(
      `Each of ${matches} false matches counts for two of 60 subjects, found ${2 * matches + 1} in the counts of 60.`,
    );
  });
});

describe('differentViews', () => {
  it('are one where no sample failed, as both give the same', () => {
    const whole = { samples: Int32Array.of(2, 3), failed: Int32Array.of(0, 0) };
    expect(differentViews(whole)).toEqual(['counted']);
    expect(differentViews({ ...whole, failed: Int32Array.of(0, 1) })).toEqual(['counted', 'excluded']);
    const list = Array.from({ length: 8 }, () => ({ samples: 3, failed: 0 }));
    const scores = kept(list, everyPair(list, 2), 0);
    const [counted, excluded] = (['counted', 'excluded'] as const).map((view) =>
      allPairsFnmrAtFmr(scores, [{ target: 0.1 }], view, draws),
    );
    expect(counted).toEqual(excluded);
  });
});
