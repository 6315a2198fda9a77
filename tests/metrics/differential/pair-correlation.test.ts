import { describe, expect, it } from 'vitest';
import { countByGroup } from '../../../src/metrics/differential/group-counts.js';
import { pairCorrelation, sharedCouples } from '../../../src/metrics/differential/pair-correlation.js';
import { mean } from '../../../src/statistics/mean.js';
import { FMR_3E3, simulate } from './grouped.js';

const pairs = (rows: readonly (readonly [number, number, number, number])[], subjects = 4) => ({
  subjects,
  first: Int32Array.from(rows, ([a]) => a),
  second: Int32Array.from(rows, ([, b]) => b),
  errors: Float64Array.from(rows, ([, , errors]) => errors),
  trials: Float64Array.from(rows, ([, , , trials]) => trials),
});

describe('sharedCouples', () => {
  it('counts ordered couples of different comparisons', () => {
    // Two comparisons of 0 and 1, one of 1 and 2, one of 2 and 3: (a, b) share both; a-c, b-c and c-d share one.
    expect(
      sharedCouples(
        pairs([
          [0, 1, 0, 2],
          [1, 2, 0, 1],
          [2, 3, 0, 1],
        ]),
      ),
    ).toEqual({ one: 6, both: 2 });
  });
});

describe('pairCorrelation', () => {
  it('is 0 without errors, without anything else, and without comparisons', () => {
    const none = { oneShared: 0, bothShared: 0 };
    expect(
      pairCorrelation([
        pairs([
          [0, 1, 0, 1],
          [1, 2, 0, 1],
        ]),
      ]),
    ).toEqual(none);
    expect(
      pairCorrelation([
        pairs([
          [0, 1, 1, 1],
          [1, 2, 1, 1],
        ]),
      ]),
    ).toEqual(none);
    expect(pairCorrelation([pairs([])])).toEqual(none);
    expect(pairCorrelation([])).toEqual(none);
  });

  it('is 1 where the comparisons of a pair of people go all wrong or all right', () => {
    const one = pairs([
      [0, 1, 3, 3],
      [2, 3, 0, 3],
    ]);
    expect(pairCorrelation([one])).toEqual({ oneShared: 0, bothShared: 1 });
    // Seen by hand: sum of d d over couples that share both = 12 / 4 = 3, so (3 / 0.25 + 12 / 6) / (12 - 2^2) = 14 / 8.
    // A small group, that a second one of the same kind brings nearer: (2 x 14) / (2 x 8), still above 1.
    expect(pairCorrelation([one, one]).bothShared).toBe(1);
  });

  it('solves for what was seen', () => {
    // Four comparisons, two of each pair, d = 1/2, -1/2 within both pairs: sum over couples -1, couples 4, spread 1/4;
    // (-1 / 0.25 + 4 / 4) / (4 - 1) = -1, set to 0. With 2 + 1 errors: p = 3/4, the two pairs give 1/8 and -3/8.
    expect(
      pairCorrelation([
        pairs([
          [0, 1, 1, 2],
          [2, 3, 1, 2],
        ]),
      ]).bothShared,
    ).toBe(0);
    const { bothShared } = pairCorrelation([
      pairs([
        [0, 1, 2, 2],
        [2, 3, 1, 2],
      ]),
      pairs([
        [0, 1, 2, 2],
        [2, 3, 0, 2],
      ]),
    ]);
    // Group 1: p = 3/4, sum = 2/16 - 6/16 = -1/4. Group 2: p = 1/2, sum = 1/2 + 1/2 = 1. Pooled p = 5/8, spread 15/64.
    expect(bothShared).toBeCloseTo((0.75 / (15 / 64) + 2) / 6, 12);
  });

  it('finds on average what groups were made with', () => {
    // The correlation of two indicators that share a subject at sd 0.30 is P(both) over the normal correlation 0.09:
    // (P - p^2) / (p - p^2) = 0.0035 at p = 3e-3, from the variance of 24,000 simulated groups of 40 (deff 1.27).
    const found = Array.from({ length: 300 }, (_, seed) => {
      const data = simulate({ sizes: [40, 40, 40], thresholds: [FMR_3E3, FMR_3E3, FMR_3E3], sd: 0.3, seed });
      return pairCorrelation(countByGroup(data).groups.map(({ nonMated }) => nonMated)).oneShared;
    });
    expect(mean(found)).toBeGreaterThan(0.0028);
    expect(mean(found)).toBeLessThan(0.0048);
  });
});
