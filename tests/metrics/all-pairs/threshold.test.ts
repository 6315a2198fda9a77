import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseMatchesAt } from '../../../src/metrics/all-pairs/false-matches.js';
import { allPairsThresholdAtFmr, targetThresholdOf } from '../../../src/metrics/all-pairs/threshold.js';
import { thresholdAtFmr } from '../../../src/metrics/threshold.js';
import { nextFloat32Up } from '../../../src/statistics/float32.js';
import { asLists, everyPair, kept, people, views } from './every-pair.js';

const targets = fc.constantFrom(0.001, 0.02, 0.1, 0.2, 0.25, 0.3, 0.5, 0.9);

describe('allPairsThresholdAtFmr', () => {
  it('is what the list of all comparisons gives, with blocks of equal scores and failures', () => {
    fc.assert(
      fc.property(people(10), fc.nat(), targets, views, (list, seed, target, view) => {
        const comparisons = everyPair(list, seed);
        const scores = kept(list, comparisons, 0);
        const expected = thresholdAtFmr(asLists(list, comparisons, view).nonMated, target, 0.9);
        const { operatingPoint, falseMatches } = allPairsThresholdAtFmr(scores, target, view, 0.9);
        expect(operatingPoint).toEqual(expected);
        expect(falseMatches === null).toBe(operatingPoint.state === 'unavailable');
        if (!falseMatches || operatingPoint.state !== 'set') return;
        expect(falseMatches).toEqual(falseMatchesAt(scores, operatingPoint.threshold));
        // What was kept says the same without the tail.
        expect(targetThresholdOf(scores, falseMatches, target, view, 0.9)).toEqual(expected);
      }),
      { numRuns: 400 },
    );
  });

  it('depends on no more of the tail than what sets it, and is not there without that', () => {
    fc.assert(
      fc.property(people(), fc.nat(), targets, views, fc.nat({ max: 12 }), (list, seed, target, view, eighths) => {
        const comparisons = everyPair(list, seed);
        const whole = allPairsThresholdAtFmr(kept(list, comparisons, 0), target, view);
        const scores = kept(list, comparisons, eighths / 8);
        const found = allPairsThresholdAtFmr(scores, target, view);
        const rejected = whole.falseMatches?.rejected ?? Number.POSITIVE_INFINITY;
        if (rejected >= eighths / 8) expect(found).toEqual(whole);
        else expect(found).toMatchObject({ operatingPoint: { state: 'unavailable', target }, falseMatches: null });
      }),
      { numRuns: 300 },
    );
  });

  /** Three people with one sample each, and one with two of which one failed: 9 non-mated comparisons, 6 with a score. */
  const scores = {
    subjects: 4,
    samples: Int32Array.of(1, 1, 1, 2),
    failed: Int32Array.of(0, 0, 0, 1),
    mated: { scores: new Float32Array(), subject: new Int32Array() },
    nonMated: { thresholds: Float32Array.of(0, 0.5, 1), countsFrom: Float64Array.of(6, 3, 0) },
    tail: {
      from: 0.5,
      scores: Float32Array.of(0.75, 0.5, 0.5),
      first: Int32Array.of(0, 1, 0),
      second: Int32Array.of(1, 2, 3),
    },
  };

  it('says why there is none', () => {
    const reasonOf = (target: number, view: 'counted' | 'excluded', from = scores) => {
      const { operatingPoint, falseMatches } = allPairsThresholdAtFmr(from, target, view);
      expect(falseMatches).toBeNull();
      return operatingPoint.state === 'unavailable' ? operatingPoint.reason : expect.fail();
    };
    expect(reasonOf(0.5, 'excluded')).toBe(
      'The threshold lies below the 3 highest of 6 non-mated scores, which alone were kept; 4 of them set it.',
    );
    expect(reasonOf(0.7, 'counted')).toBe(
      'Only 6 of 9 non-mated comparisons have a score: FMR is within the target at every threshold.',
    );
    const alone = { ...scores, samples: Int32Array.of(1, 0, 0, 0), failed: Int32Array.of(0, 0, 0, 0) };
    expect(reasonOf(0.5, 'counted', alone)).toBe('There are no non-mated comparisons.');
  });

  it('rejects or accepts a block as a whole', () => {
    // Two of six may match at 1/3, and the second is one of two equal scores.
    const { operatingPoint, falseMatches } = allPairsThresholdAtFmr(scores, 1 / 3, 'excluded');
    expect(operatingPoint).toMatchObject({
      threshold: nextFloat32Up(0.5),
      falseMatches: 1,
      trials: 6,
      resolvable: true,
    });
    expect(falseMatches).toMatchObject({ rejected: 0.5, atRejected: 3 });
    // None may at 0.1.
    expect(allPairsThresholdAtFmr(scores, 0.1, 'excluded').operatingPoint).toMatchObject({
      threshold: nextFloat32Up(0.75),
      falseMatches: 0,
      resolvable: false,
      floor: { reason: 'target-below-one-trial' },
    });
  });

  it.each([0, 1, -0.1, 1.5, Number.NaN])('refuses the target %s', (target) => {
    const message = `A target FMR must lie strictly between 0 and 1, found ${target};`;
    expect(() => allPairsThresholdAtFmr(scores, target, 'counted')).toThrow(message);
    const counts = falseMatchesAt(scores, 0.6);
    expect(() => targetThresholdOf(scores, counts, target, 'counted')).toThrow(message);
  });

  it('refuses false matches at another threshold than the target’s', () => {
    // Two of six may match at 1/3, one at 1/6.
    const counts = allPairsThresholdAtFmr(scores, 1 / 3, 'excluded').falseMatches ?? expect.fail();
    expect(targetThresholdOf(scores, counts, 1 / 6, 'excluded')).toMatchObject({ falseMatches: 1 });
    const find =
      (target: number, other = counts) =>
      () =>
        targetThresholdOf(scores, other, target, 'excluded');
    // Too many match; so few that a lower threshold would do; and one that is higher than it need be.
    expect(find(0.1)).toThrow(
      `At FMR 0.1 0 of 6 non-mated comparisons may match; 1 do at ${nextFloat32Up(0.5)}, and 3 from 0.5 on, which is another threshold.`,
    );
    expect(find(0.5)).toThrow('At FMR 0.5 3 of 6 non-mated comparisons may match; 1 do at');
    expect(find(1 / 3, falseMatchesAt(scores, 0.6))).toThrow('1 do at 0.6, and 3 from 0.5 on, which is another');
    expect(find(0.5, falseMatchesAt(scores, 0.5))).toThrow('3 do at 0.5, and 3 from null on, which is another');
  });
});
