import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { equalFalseMatches, equalFalseNonMatches } from '../../../src/metrics/differential/equal-groups.js';
import { mean, standardDeviation } from '../../../src/statistics/mean.js';
import { seededRandom } from '../../../src/statistics/seeded.js';

/** Comparisons of which no two share a subject: nothing but chance is between them. */
const disjoint = (errors: number, trials: number) => ({
  subjects: 2 * trials,
  first: Int32Array.from({ length: trials }, (_, pair) => 2 * pair),
  second: Int32Array.from({ length: trials }, (_, pair) => 2 * pair + 1),
  errors: Float64Array.from({ length: trials }, (_, pair) => (pair < errors ? 1 : 0)),
  trials: new Float64Array(trials).fill(1),
});
const mated = (errors: readonly number[], trials: readonly number[]) => ({
  subjects: errors.length,
  first: Int32Array.from(errors.keys()),
  second: Int32Array.from(errors.keys()),
  errors: Float64Array.from(errors),
  trials: Float64Array.from(trials),
});

describe('equalFalseMatches', () => {
  it('deals the same false matches out to independent comparisons as a multinomial', () => {
    const draw = equalFalseMatches([disjoint(8, 100), disjoint(2, 300)]);
    const random = seededRandom(1);
    const draws = Array.from({ length: 5000 }, () => draw(random));
    expect(draws.every(([a = 0, b = 0]) => Math.abs(a * 100 + b * 300 - 10) < 1e-9)).toBe(true);
    const first = draws.map(([a = 0]) => a * 100);
    expect(mean(first)).toBeCloseTo(2.5, 1);
    expect(standardDeviation(first)).toBeCloseTo(Math.sqrt(10 * 0.25 * 0.75), 1);
  });

  it('varies more where comparisons share subjects that go wrong together', () => {
    const star = { subjects: 41, first: new Int32Array(40), second: Int32Array.from({ length: 40 }, (_, i) => i + 1) };
    const hub = (errors: number) => ({
      ...star,
      ...disjoint(errors, 40),
      subjects: 41,
      first: star.first,
      second: star.second,
    });
    const spread = (groups: Parameters<typeof equalFalseMatches>[0]) => {
      const draw = equalFalseMatches(groups);
      const random = seededRandom(2);
      return standardDeviation(Array.from({ length: 3000 }, () => draw(random)[0] ?? 0));
    };
    const starred = [hub(12), hub(0), hub(0), hub(0)];
    const apart = [disjoint(12, 40), disjoint(0, 40), disjoint(0, 40), disjoint(0, 40)];
    expect(spread(starred)).toBeGreaterThan(1.5 * spread(apart));
  });

  it('gives rates in [0, 1] for any counts, and none for a group without comparisons', () => {
    const group = fc.tuple(fc.nat({ max: 12 }), fc.nat({ max: 12 }));
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 5 }), fc.nat(), (sizes, seed) => {
        const groups = sizes.map(([a, b]) => disjoint(Math.min(a, b), Math.max(a, b)));
        const rates = equalFalseMatches(groups)(seededRandom(seed));
        rates.forEach((rate, place) => {
          if (groups[place]?.first.length === 0) expect(rate).toBeUndefined();
          else expect(rate !== undefined && rate >= 0 && rate <= 1).toBe(true);
        });
      }),
    );
  });
});

describe('equalFalseNonMatches', () => {
  it('exchanges labels and keeps every subject with its comparisons', () => {
    const draw = equalFalseNonMatches([mated([1, 0], [1, 1]), mated([0, 0, 0], [1, 1, 1])]);
    const random = seededRandom(3);
    const rates = Array.from({ length: 5000 }, () => draw(random));
    expect(new Set(rates.map((pair) => pair.join()))).toEqual(new Set(['0.5,0', `0,${1 / 3}`]));
    expect(mean(rates.map(([a = 0]) => (a > 0 ? 1 : 0)))).toBeCloseTo(0.4, 1);
  });

  it('leaves a subject with most of the comparisons where it is', () => {
    const draw = equalFalseNonMatches([mated([90, 0], [100, 1]), mated([0, 1], [1, 1])]);
    const random = seededRandom(4);
    for (let i = 0; i < 100; i += 1) {
      const [a = 0, b = 0] = draw(random);
      expect([90 / 101, 91 / 101]).toContain(a);
      expect([0, 0.5]).toContain(b);
    }
  });

  it('gives no rate to a group without mated comparisons', () => {
    expect(equalFalseNonMatches([mated([1], [2]), mated([], [])])(seededRandom(1))).toEqual([0.5, undefined]);
  });
});
