import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missCounter, readyMated } from '../../../src/metrics/all-pairs/weighted-misses.js';
import { weightsOf } from '../people-lists.js';
import { everyPair, inView, isMated, kept, people, views } from './every-pair.js';

const eighths = fc.integer({ min: -1, max: 14 }).map((n) => n / 8);

describe('readyMated', () => {
  it('sorts scores with their subjects, negative ones and zeros too', () => {
    const scores = {
      samples: Int32Array.of(3, 2, 2, 2),
      failed: Int32Array.of(0, 1, 0, 0),
      mated: { scores: Float32Array.of(0.5, -0.25, -0.5, 0, -0), subject: Int32Array.of(0, 0, 0, 3, 2) },
    };
    const { ascending, subject, trials, failed } = readyMated(scores, 'counted');
    expect([...ascending]).toEqual([-0.5, -0.25, -0, 0, 0.5]);
    expect([...subject]).toEqual([0, 0, 2, 3, 0]);
    expect([...trials]).toEqual([3, 1, 1, 1]);
    expect([...failed]).toEqual([0, 1, 0, 0]);
    // A part of a larger array is sorted as it is, and the array is left alone.
    const whole = Float32Array.of(9, ...scores.mated.scores);
    const part = { ...scores, mated: { ...scores.mated, scores: whole.subarray(1) } };
    expect(readyMated(part, 'counted').subject).toEqual(subject);
    expect([...whole]).toEqual([9, 0.5, -0.25, -0.5, 0, -0]);
  });

  it('refuses scores that are not those of all pairs, and a subject beyond its numbers', () => {
    const scores = {
      samples: Int32Array.of(2, 2),
      failed: Int32Array.of(0, 0),
      mated: { scores: Float32Array.of(0.5, 0.5), subject: Int32Array.of(0, 0) },
    };
    expect(() => readyMated(scores, 'counted')).toThrow(
      'Subject 0 needs the 1 mated scores of all pairs of its samples that have a template, found 2.',
    );
    const far = { ...scores, mated: { scores: Float32Array.of(1, 1, 1), subject: Int32Array.of(0, 1, 2 ** 21) } };
    expect(() => readyMated(far, 'counted')).toThrow('There may be 2097152 subjects at most, found number 2097152.');
  });
});

describe('missCounter', () => {
  it('counts the same from wherever it starts', () => {
    fc.assert(
      fc.property(
        people(),
        fc.nat(),
        weightsOf(6),
        views,
        eighths,
        eighths,
        (list, seed, drawn, view, usual, rejected) => {
          const weights = drawn.slice(0, list.length);
          const comparisons = everyPair(list, seed);
          const count = missCounter(readyMated(kept(list, comparisons, 0), view), usual);
          const mated = inView(comparisons, view).filter(isMated);
          const missed = mated.filter(({ score = Number.NEGATIVE_INFINITY }) => score <= rejected);
          const of = (chosen: typeof mated, subject: number) => chosen.filter(({ a }) => a === subject).length;
          const found = count(weights, rejected);
          expect(found.count).toBe(missed.reduce((total, { a }) => total + (weights[a] ?? 0), 0));
          const rates = Array.from(weights, (weight, subject) =>
            of(missed, subject) === 0 ? 0 : (weight * of(missed, subject)) / of(mated, subject),
          );
          expect(found.rates).toBeCloseTo(
            rates.reduce((total, rate) => total + rate, 0),
            12,
          );
          expect(count(weights)).toEqual(count(weights, usual));
          if (found.count === 0) expect(found.rates).toBe(0);
        },
      ),
      { numRuns: 300 },
    );
  });
});
