import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linearisedJackknife } from '../../../src/metrics/all-pairs/linearised-jackknife.js';
import { subjectMean } from '../../../src/metrics/subject-mean.js';
import type { FailureView } from '../../../src/metrics/verification-metric.js';
import { jackknifeInterval, rateInterval } from '../../../src/statistics/dependence/adjusted-wilson.js';
import { type PairCounts, subjectPairs } from '../../../src/statistics/dependence/subject-pairs.js';
import { type Comparison, everyPair, inView, isMated, kept, type Person, people } from './every-pair.js';

const views = fc.constantFrom<FailureView>('counted', 'excluded');

/** The false matches of each subject at a threshold. */
function falseMatches(list: readonly Person[], comparisons: readonly Comparison[], threshold: number): Float64Array {
  const found = new Float64Array(list.length);
  for (const { a, b, score } of comparisons) {
    if (a === b || score === undefined || score < threshold) continue;
    found[a] = (found[a] ?? 0) + 1;
    found[b] = (found[b] ?? 0) + 1;
  }
  return found;
}

const isMiss =
  (threshold: number) =>
  ({ score = Number.NEGATIVE_INFINITY }: Comparison) =>
    score < threshold;

const share = (list: readonly Comparison[], wrong: (one: Comparison) => boolean) =>
  list.filter(wrong).length / list.length;

/** FMR, FNMR over comparisons and FNMR over subjects, by looking at every comparison. */
function rates(list: readonly Comparison[], threshold: number) {
  const mated = list.filter(isMated);
  const subjects = [...new Set(mated.map(({ a }) => a))];
  const own = subjects.map((subject) =>
    share(
      mated.filter(({ a }) => a === subject),
      isMiss(threshold),
    ),
  );
  return {
    fmr: share(
      list.filter((one) => !isMated(one)),
      (one) => !isMiss(threshold)(one),
    ),
    overComparisons: share(mated, isMiss(threshold)),
    overSubjects: own.reduce((total, rate) => total + rate, 0) / own.length,
  };
}

/** The standard error of a jackknife, √((n - 1)/n Σ (value - mean)²). */
function jackknife(values: readonly number[]): number {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const squares = values.reduce((total, value) => total + (value - mean) ** 2, 0);
  return Math.sqrt((squares * (values.length - 1)) / values.length);
}

describe('linearisedJackknife', () => {
  it('leaves out one subject after the other, and moves FNMR along the chord', () => {
    fc.assert(
      fc.property(people(), fc.nat(), views, fc.integer({ min: 0, max: 11 }), (list, seed, view, eighths) => {
        const threshold = eighths / 8;
        const comparisons = everyPair(list, seed);
        const seen = inView(comparisons, view);
        const matches = falseMatches(list, comparisons, threshold);
        const scores = kept(list, comparisons, 0);
        const found = linearisedJackknife(scores, { threshold, falseMatches: matches }, view);
        fc.pre(found !== undefined);
        const present = [...new Set(seen.flatMap(({ a, b }) => [a, b]))];
        const without = present.map((subject) =>
          rates(
            seen.filter(({ a, b }) => a !== subject && b !== subject),
            threshold,
          ),
        );
        const here = rates(seen, threshold);
        const trials = seen.filter(isMated).length;
        const subjects = new Set(seen.filter(isMated).map(({ a }) => a)).size;
        // The window: thresholds of the grid, the nearest beyond the interval of FMR.
        const strangers = seen.length - trials;
        const bounds = rateInterval(
          here.fmr,
          jackknife(without.map(({ fmr }) => fmr)),
          strangers,
          present.length,
          0.95,
        );
        const grid = [...scores.nonMated.thresholds].map((at) => ({ at, fmr: rates(seen, at).fmr }));
        const low = grid.filter(({ at, fmr }) => at < threshold && fmr >= bounds.high).at(-1) ?? grid[0];
        const high = grid.find(({ at, fmr }) => at > threshold && fmr <= bounds.low) ?? grid.at(-1);
        if (!low || !high) return expect.fail();
        for (const name of ['overComparisons', 'overSubjects'] as const) {
          const slope = (rates(seen, low.at)[name] - rates(seen, high.at)[name]) / (low.fmr - high.fmr);
          const error = jackknife(without.map((one) => one[name] - slope * (one.fmr - here.fmr)));
          const result = found?.[name];
          expect(result?.value).toBeCloseTo(here[name], 12);
          expect(result?.slope).toBeCloseTo(slope, 12);
          expect(result?.slope).toBeLessThanOrEqual(0);
          expect(result?.error).toBeCloseTo(error, 9);
          const interval = rateInterval(here[name], result?.error ?? 0, trials, subjects, 0.95);
          expect(result?.interval).toEqual({
            low: expect.closeTo(interval.low, 9),
            high: expect.closeTo(interval.high, 9),
          });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is the plain jackknife of FNMR where no mated score is near the threshold', () => {
    const list = Array.from({ length: 9 }, (_, k) => ({ samples: 2 + (k % 3), failed: 0 }));
    // Half of the mated scores are far above all others, half far below.
    const comparisons = everyPair(list, 4).map((one, k) => ({
      ...one,
      score: isMated(one) ? (k % 2 === 0 ? -0.1 : 1.5) : (one.score ?? 0),
    }));
    const mated = comparisons.filter(isMated);
    const pairs = subjectPairs(
      mated.map(({ a }) => a),
      mated.map(({ a }) => a),
    );
    const counts: PairCounts = {
      ...pairs,
      trials: Float64Array.from(pairs.first, (subject) => mated.filter(({ a }) => a === subject).length),
      errors: Float64Array.from(
        pairs.first,
        (subject) => mated.filter(({ a, score }) => a === subject && score < 0).length,
      ),
    };
    const at = { threshold: 0.75, falseMatches: falseMatches(list, comparisons, 0.75) };
    const found = linearisedJackknife(kept(list, comparisons, 0), at, 'counted', 0.9);
    expect(found?.overComparisons.slope).toBeCloseTo(0, 12);
    const plain = jackknifeInterval(counts, 0.9);
    expect(found?.overComparisons.interval.low).toBeCloseTo(plain?.low ?? Number.NaN, 12);
    expect(found?.overComparisons.interval.high).toBeCloseTo(plain?.high ?? Number.NaN, 12);
    const mean = subjectMean(counts, 'FNMR', 0.9).interval;
    expect(found?.overSubjects.interval.low).toBeCloseTo(mean?.low ?? Number.NaN, 12);
    expect(found?.overSubjects.interval.high).toBeCloseTo(mean?.high ?? Number.NaN, 12);
  });

  /** Three people with two samples each: 12 non-mated comparisons. */
  const three = {
    samples: Int32Array.of(2, 2, 2),
    failed: Int32Array.of(0, 0, 0),
    mated: { scores: Float32Array.of(0.25, 0.5, 0.75), subject: Int32Array.of(0, 1, 2) },
    nonMated: { thresholds: Float32Array.of(0, 0.5, 1), countsFrom: Float64Array.of(12, 6, 0) },
  };

  it('agrees with a calculation by hand', () => {
    // Of six false matches at 0.5, four are of subjects 0 and 1, one of 0 and 2, one of 1 and 2.
    const found = linearisedJackknife(three, { threshold: 0.5, falseMatches: [5, 5, 2] }, 'counted');
    // From threshold 0 to 1 FMR falls from 1 to 0 and FNMR rises from 0 to 1.
    expect(found?.overComparisons.slope).toBe(-1);
    expect(found?.overComparisons.value).toBeCloseTo(1 / 3, 15);
    // Without each subject FNMR is 0, 1/2, 1/2 and FMR 1/4, 1/4, 1: the sums less 1/2 are -1/4, 1/4, 1, their mean is 1/3.
    const squares = (7 / 12) ** 2 + (1 / 12) ** 2 + (2 / 3) ** 2;
    expect(found?.overComparisons.error).toBeCloseTo(Math.sqrt((2 / 3) * squares), 12);
    expect(found?.overSubjects).toEqual(found?.overComparisons);
  });

  it('refuses false matches that contradict the grid, and knows nothing without a second person', () => {
    const once = { threshold: 0.5, falseMatches: [2.5, 2.5, 1] };
    expect(() => linearisedJackknife(three, once, 'counted')).toThrow(
      'must add up to twice the 6 non-mated scores at 0.5 or above, found twice 3;',
    );
    const one = {
      ...three,
      samples: Int32Array.of(2, 1, 1),
      mated: { scores: Float32Array.of(0.25), subject: Int32Array.of(0) },
      nonMated: { thresholds: Float32Array.of(0, 0.5, 1), countsFrom: Float64Array.of(5, 2, 0) },
    };
    expect(linearisedJackknife(one, { threshold: 0.5, falseMatches: [2, 1, 1] }, 'counted')).toBeUndefined();
    const nobody = { ...one, failed: Int32Array.of(0, 1, 1) };
    expect(linearisedJackknife(nobody, { threshold: 0.25, falseMatches: [0, 0, 0] }, 'excluded')).toBeUndefined();
    const empty = { ...three, nonMated: { thresholds: Float32Array.of(0, 1), countsFrom: Float64Array.of(0, 0) } };
    expect(linearisedJackknife(empty, { threshold: 0.5, falseMatches: [0, 0, 0] }, 'counted')).toBeUndefined();
  });
});
