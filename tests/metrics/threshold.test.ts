import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutFailures } from '../../src/metrics/scores.js';
import { thresholdAtFmr } from '../../src/metrics/threshold.js';
import { nextFloat32Down, nextFloat32Up } from '../../src/statistics/float32.js';
import { ranked, side } from './score-lists.js';

const targets = fc.oneof(
  fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
  fc.tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 29, max: 30 })).map(([k, n]) => k / n),
);

describe('thresholdAtFmr', () => {
  it('is the next float32 above the highest score to be rejected', () => {
    const nonMated = ranked([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
    const found = thresholdAtFmr(nonMated, 0.2);
    expect(found).toMatchObject({
      state: 'set',
      target: 0.2,
      falseMatches: 2,
      trials: 10,
      resolvable: true,
      floor: null,
    });
    expect(found.state === 'set' && found.threshold).toBe(nextFloat32Up(Math.fround(0.8)));
    expect(found.state === 'set' && found.achieved).toMatchObject({ value: 0.2, errors: 2, trials: 10 });
  });

  it('rejects a block of equal scores as a whole, and says what was achieved', () => {
    const found = thresholdAtFmr(ranked([0, 0, 0, 0, 0, 0, 0.5, 0.5, 0.5, 1]), 0.3);
    expect(found).toMatchObject({ threshold: nextFloat32Up(0.5), falseMatches: 1, achieved: { value: 0.1 } });
  });

  it('allows exactly target x trials errors, whatever the product rounds to', () => {
    const scores = Float32Array.from({ length: 3000 }, (_, i) => i);
    expect(thresholdAtFmr(ranked(scores), 1e-3)).toMatchObject({ falseMatches: 3, resolvable: true });
    expect(thresholdAtFmr(ranked(scores), 0.29)).toMatchObject({ falseMatches: 870 });
    // 0.29 x 100 is 28.999999999999996.
    expect(thresholdAtFmr(ranked(scores.subarray(0, 100)), 0.29)).toMatchObject({ falseMatches: 29 });
    // 0.07 x 100 is 7.000000000000001, 7 / 100 is 0.07.
    expect(thresholdAtFmr(ranked(scores.subarray(0, 100)), 0.07)).toMatchObject({ falseMatches: 7 });
  });

  it('allows one error fewer for a target one step below a whole number of them', () => {
    const hundred = ranked(Float32Array.from({ length: 100 }, (_, i) => i));
    for (let errors = 2; errors < 100; errors += 1) {
      const target = errors / 100;
      expect(thresholdAtFmr(hundred, target)).toMatchObject({ falseMatches: errors });
      expect(thresholdAtFmr(hundred, target * (1 - 2 ** -53))).toMatchObject({ falseMatches: errors - 1 });
    }
  });

  it('marks a target below one false match of all trials, with the bound that zero errors leave', () => {
    const scores = Float32Array.from({ length: 3000 }, (_, i) => i / 4096);
    const found = thresholdAtFmr(ranked(scores), 1e-4);
    expect(found).toMatchObject({
      state: 'set',
      threshold: nextFloat32Up(2999 / 4096),
      falseMatches: 0,
      resolvable: false,
    });
    if (found.state !== 'set') return;
    expect(found.floor?.reason).toBe('target-below-one-trial');
    expect(found.floor?.upperBound).toBeCloseTo(1.2288708038255118e-3, 15);
    expect(thresholdAtFmr(ranked(scores), 1 / 3000)).toMatchObject({ resolvable: true, falseMatches: 1, floor: null });
  });

  it('keeps failed comparisons in the denominator, so each view has its own threshold', () => {
    const nonMated = ranked([1, 2, 3, 4, 5], 5);
    expect(thresholdAtFmr(nonMated, 0.2)).toMatchObject({ threshold: nextFloat32Up(3), falseMatches: 2, trials: 10 });
    expect(thresholdAtFmr(withoutFailures(nonMated), 0.2)).toMatchObject({
      threshold: nextFloat32Up(4),
      falseMatches: 1,
      trials: 5,
    });
  });

  it('is the smallest float32 with FMR(T) <= target, and moves by no permutation', () => {
    fc.assert(
      fc.property(side, targets, ({ scores, failed }, target) => {
        const trials = scores.length + failed;
        const fmr = (threshold: number) => scores.filter((score) => score >= threshold).length / trials;
        const found = thresholdAtFmr(ranked(scores, failed), target);
        if (found.state === 'unavailable') {
          expect(trials === 0 || scores.length / trials <= target).toBe(true);
          return;
        }
        expect(fmr(found.threshold)).toBeLessThanOrEqual(target);
        expect(fmr(nextFloat32Down(found.threshold))).toBeGreaterThan(target);
        // Brute force over every float32 at which the count can change.
        const candidates = [...scores].flatMap((score) => [score, nextFloat32Up(score)]);
        expect(found.threshold).toBe(Math.min(...candidates.filter((threshold) => fmr(threshold) <= target)));
        expect(thresholdAtFmr(ranked(scores.toReversed(), failed), target)).toEqual(found);
      }),
      { numRuns: 500 },
    );
  });

  it('scales with the scores by a power of two, nothing else changes', () => {
    fc.assert(
      fc.property(side, targets, fc.integer({ min: -3, max: 3 }), ({ scores, failed }, target, power) => {
        const factor = 2 ** power;
        // Subnormal scores have no exact half.
        fc.pre(scores.every((score) => score === 0 || Math.abs(score) > 1e-30));
        const found = thresholdAtFmr(ranked(scores, failed), target);
        const scaled = thresholdAtFmr(
          ranked(
            scores.map((score) => score * factor),
            failed,
          ),
          target,
        );
        if (found.state === 'unavailable' || scaled.state === 'unavailable') {
          expect(scaled).toEqual(found);
          return;
        }
        const { threshold: _, ...others } = found;
        expect(scaled).toMatchObject(others);
        if (nextFloat32Down(found.threshold) !== 0) expect(scaled.threshold).toBe(found.threshold * factor);
      }),
    );
  });

  it('goes over the largest float32 to Infinity, which every finite score stays below', () => {
    const largest = 3.4028234663852886e38;
    expect(thresholdAtFmr(ranked([largest, largest]), 0.4)).toMatchObject({
      threshold: Number.POSITIVE_INFINITY,
      falseMatches: 0,
    });
  });

  it('with every score equal rejects them all', () => {
    expect(thresholdAtFmr(ranked([0.5, 0.5, 0.5, 0.5]), 0.75)).toMatchObject({
      threshold: nextFloat32Up(0.5),
      falseMatches: 0,
      resolvable: true,
      achieved: { state: 'unresolved' },
    });
  });

  it('is unavailable, with the reason, where no score sets it', () => {
    expect(thresholdAtFmr(ranked([]), 0.1)).toEqual({
      state: 'unavailable',
      target: 0.1,
      trials: 0,
      reason: 'There are no non-mated comparisons.',
    });
    expect(thresholdAtFmr(ranked([1], 99), 0.1)).toMatchObject({ state: 'unavailable', trials: 100 });
  });

  it.each([0, 1, -0.1, 2, Number.NaN])('refuses a target of %d', (target) => {
    expect(() => thresholdAtFmr(ranked([1]), target)).toThrow(
      `A target FMR must lie strictly between 0 and 1, found ${target}`,
    );
  });
});
