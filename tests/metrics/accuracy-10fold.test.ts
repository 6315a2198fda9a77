import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestThreshold, foldAccuracy } from '../../src/metrics/accuracy-10fold.js';
import { withoutFailures } from '../../src/metrics/scores.js';
import { ascendingCopy } from '../../src/statistics/ascending.js';
import { clopperPearson } from '../../src/statistics/clopper-pearson.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked, side, someScores } from './score-lists.js';

const ascending = (...scores: number[]) => ascendingCopy(Float32Array.from(scores));
const errorsAt = (mated: Iterable<number>, nonMated: Iterable<number>, threshold: number) =>
  [...mated].filter((score) => score < threshold).length + [...nonMated].filter((score) => score >= threshold).length;

/** The definition, word by word, over a list of gaps. */
function bruteForce(mated: readonly number[], nonMated: readonly number[]): number | undefined {
  const distinct = [...new Set([...mated, ...nonMated])].sort((a, b) => a - b);
  const [lowest] = distinct;
  if (lowest === undefined) return undefined;
  const inGap = distinct.map((score, i) => {
    const above = distinct[i + 1];
    const next = nextFloat32Up(score);
    return above === undefined ? next : Math.max(next, Math.fround((score + above) / 2) + 0);
  });
  const thresholds = [lowest, ...inGap];
  const errors = thresholds.map((threshold) => errorsAt(mated, nonMated, threshold));
  const best = thresholds.filter((_, i) => errors[i] === Math.min(...errors));
  return best[Math.ceil(best.length / 2) - 1];
}

describe('bestThreshold', () => {
  it('is the middle of the gap', () => {
    expect(bestThreshold(ascending(3, 4), ascending(0, 1))).toBe(2);
  });

  it('is in the middle one of equally good gaps', () => {
    // Two errors each in (1, 2], (3, 4] and (5, 6]; then one each in (1, 2] and (3, 4].
    expect(bestThreshold(ascending(2, 4, 6), ascending(1, 3, 5))).toBe(3.5);
    expect(bestThreshold(ascending(2, 4), ascending(1, 3))).toBe(1.5);
  });

  it('takes neighbouring floats, one side only, equal scores and none', () => {
    expect(bestThreshold(ascending(nextFloat32Up(1)), ascending(1))).toBe(nextFloat32Up(1));
    expect(bestThreshold(ascending(1, 2), ascending())).toBe(1);
    expect(bestThreshold(ascending(), ascending(1, 2))).toBe(nextFloat32Up(2));
    expect(bestThreshold(ascending(1, 1), ascending(1))).toBe(1);
    expect(bestThreshold(ascending(), ascending())).toBeUndefined();
  });

  it('is 0 and never -0', () => {
    expect(bestThreshold(ascending(0), ascending(-(2 ** -149), 0))).toBe(0);
    expect(bestThreshold(ascending(-0), ascending())).toBe(0);
  });

  it('is what the definition says, and no float32 at a score or above it does better', () => {
    fc.assert(
      fc.property(someScores, someScores, (mated, nonMated) => {
        const found = bestThreshold(ascendingCopy(mated), ascendingCopy(nonMated));
        expect(found).toBe(bruteForce([...mated], [...nonMated]));
        if (found === undefined) return;
        const fewest = errorsAt(mated, nonMated, found);
        for (const score of [...mated, ...nonMated]) {
          expect(errorsAt(mated, nonMated, score)).toBeGreaterThanOrEqual(fewest);
          expect(errorsAt(mated, nonMated, nextFloat32Up(score))).toBeGreaterThanOrEqual(fewest);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('foldAccuracy', () => {
  const fold = (mated: number[], nonMated: number[], failed = 0) => ({
    mated: ranked(mated, failed),
    nonMated: ranked(nonMated),
  });

  it('sets the threshold on the other folds and gives mean, standard error and t interval', () => {
    const found = foldAccuracy([fold([4, 5], [1, 2]), fold([5, 6], [0, 3]), fold([2.5, 6], [0, 1])]);
    // For the first fold (1, 2.5] and (3, 5] are equally good, with one error each: the lower one.
    expect(found.folds.map(({ threshold }) => threshold)).toEqual([1.75, 2.25, 3.5]);
    expect(found.folds.map(({ errors }) => errors)).toEqual([1, 1, 1]);
    expect(found).toMatchObject({ value: 0.75, errors: 3, trials: 12, standardError: 0 });
    expect(found.interval?.method).toBe('clopper-pearson');

    const other = foldAccuracy([fold([4, 5], [0, 1]), fold([4, 5], [0, 1]), fold([4, 0], [0, 5])]);
    expect(other.folds.map(({ accuracy }) => accuracy)).toEqual([1, 1, 0.5]);
    expect(other.value).toBeCloseTo(5 / 6, 15);
    expect(other.standardError).toBeCloseTo(1 / 6, 15);
    // t with 2 degrees of freedom is 4.3027.
    expect(other.interval?.low).toBeCloseTo(5 / 6 - 4.302652729749462 / 6, 12);
    expect(other.interval).toMatchObject({ high: 1, level: 0.95, method: 't' });
  });

  it('is unresolved without any error', () => {
    const found = foldAccuracy([fold([4], [0]), fold([4], [0])]);
    expect(found).toMatchObject({ state: 'unresolved', value: 1, floor: { reason: 'zero-errors', of: 'error-rate' } });
    expect(found.floor?.upperBound).toBe(clopperPearson(0, 4).high);
    expect(found.interval).toEqual({
      low: 1 - clopperPearson(0, 4).high,
      high: 1,
      level: 0.95,
      method: 'clopper-pearson',
    });
  });

  it('counts a failed mated comparison as an error and a failed non-mated one as right', () => {
    const folds = [0, 1].map(() => ({ mated: ranked([4, 5], 1), nonMated: ranked([0], 2) }));
    expect(foldAccuracy(folds)).toMatchObject({ errors: 2, trials: 12, value: 10 / 12 });
    const excluded = folds.map(({ mated, nonMated }) => ({
      mated: withoutFailures(mated),
      nonMated: withoutFailures(nonMated),
    }));
    expect(foldAccuracy(excluded)).toMatchObject({ errors: 0, trials: 6, value: 1 });
  });

  it('agrees with brute force on any folds, and its interval holds it', () => {
    const anyFold = fc.record({ mated: side, nonMated: side });
    fc.assert(
      fc.property(fc.array(anyFold, { minLength: 2, maxLength: 5 }), (folds) => {
        const found = foldAccuracy(
          folds.map(({ mated, nonMated }) => ({
            mated: ranked(mated.scores, mated.failed),
            nonMated: ranked(nonMated.scores, nonMated.failed),
          })),
        );
        const expected = folds.map(({ mated, nonMated }, index) => {
          const others = folds.filter((_, other) => other !== index);
          const threshold = bruteForce(
            others.flatMap((other) => [...other.mated.scores]),
            others.flatMap((other) => [...other.nonMated.scores]),
          );
          const trials = mated.scores.length + mated.failed + nonMated.scores.length + nonMated.failed;
          if (threshold === undefined || trials === 0) return undefined;
          const errors = mated.failed + errorsAt(mated.scores, nonMated.scores, threshold);
          return { threshold, errors, trials, accuracy: (trials - errors) / trials };
        });
        if (expected.includes(undefined)) {
          expect(found.state).toBe('unavailable');
          return;
        }
        expect(found.folds).toEqual(expected);
        expect(found.interval?.low).toBeLessThanOrEqual((found.value ?? Number.NaN) + 1e-15);
        expect(found.interval?.high).toBeGreaterThanOrEqual((found.value ?? Number.NaN) - 1e-15);
      }),
      { numRuns: 300 },
    );
  });

  it('refuses one fold, and has no number for an empty one', () => {
    expect(() => foldAccuracy([fold([1], [0])])).toThrow('at least two folds, found 1');
    expect(foldAccuracy([fold([1], [0]), fold([], [])])).toMatchObject({
      state: 'unavailable',
      value: null,
      errors: null,
      trials: 2,
    });
    expect(foldAccuracy([fold([], [], 1), fold([], [], 1)])).toMatchObject({
      state: 'unavailable',
      errors: null,
      trials: 2,
    });
  });
});
