import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fmrAt, fnmrAt } from '../../src/metrics/error-rates.js';
import { withoutFailures } from '../../src/metrics/scores.js';
import { rankedPeople } from './people-lists.js';
import { ranked, side } from './score-lists.js';

describe('fmrAt and fnmrAt', () => {
  it('match a score at the threshold, and count failures as matches of nobody', () => {
    const nonMated = ranked([0.1, 0.2, 0.2, 0.3], 1);
    const mated = ranked([0.1, 0.2, 0.2, 0.3], 1);
    const threshold = Math.fround(0.2);
    expect(fmrAt(nonMated, threshold)).toMatchObject({ value: 3 / 5, errors: 3, trials: 5 });
    expect(fnmrAt(mated, threshold)).toMatchObject({ value: 2 / 5, errors: 2, trials: 5 });
    expect(fmrAt(withoutFailures(nonMated), threshold)).toMatchObject({ errors: 3, trials: 4 });
    expect(fnmrAt(withoutFailures(mated), threshold)).toMatchObject({ errors: 1, trials: 4 });
  });

  it('count as a loop over the unsorted scores does; FMR falls and FNMR rises with T', () => {
    const thresholds = fc.array(fc.float({ noNaN: true, min: -1, max: 1 }), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(side, thresholds, ({ scores, failed }, list) => {
        const rankedSide = ranked(scores, failed);
        let lastFmr = Number.POSITIVE_INFINITY;
        let lastFnmr = Number.NEGATIVE_INFINITY;
        for (const threshold of list.toSorted((a, b) => a - b)) {
          const matches = scores.filter((score) => score >= threshold).length;
          const fmr = fmrAt(rankedSide, threshold);
          const fnmr = fnmrAt(rankedSide, threshold);
          const trials = scores.length + failed;
          const counted = (errors: number) => ({ errors: trials === 0 ? null : errors, trials });
          expect(fmr).toMatchObject(counted(matches));
          expect(fnmr).toMatchObject(counted(scores.length - matches + failed));
          if (fmr.state === 'unavailable' || fnmr.state === 'unavailable') continue;
          expect(fmr.errors).toBeLessThanOrEqual(lastFmr);
          expect(fnmr.errors).toBeGreaterThanOrEqual(lastFnmr);
          lastFmr = fmr.errors;
          lastFnmr = fnmr.errors;
        }
      }),
    );
  });

  it('are unavailable for an empty side', () => {
    expect(fmrAt(ranked([]), 0).state).toBe('unavailable');
    expect(fnmrAt(ranked([]), 0).state).toBe('unavailable');
    expect(fnmrAt(ranked([], 3), 0)).toMatchObject({ state: 'resolved', value: 1, errors: 3 });
  });

  it('refuse a threshold that is no number', () => {
    expect(() => fmrAt(ranked([1]), Number.NaN)).toThrow('The threshold must be a number, found NaN');
  });
});

it('counts failures as matches of nobody at the lowest threshold there is, for their subjects too', () => {
  const nonMated = rankedPeople(
    [
      { a: 0, b: 1, score: 0.5 },
      { a: 2, b: 3, score: 0.25 },
      { a: 4, b: 5 },
    ],
    'non-mated',
  );
  expect(fmrAt(nonMated, Number.NEGATIVE_INFINITY)).toEqual(fmrAt(nonMated, -1));
  const mated = rankedPeople(
    [
      { a: 0, b: 0, score: 0.5 },
      { a: 1, b: 1 },
      { a: 2, b: 2, score: 0.25 },
    ],
    'mated',
  );
  expect(fnmrAt(mated, Number.NEGATIVE_INFINITY)).toEqual(fnmrAt(mated, -1));
});
