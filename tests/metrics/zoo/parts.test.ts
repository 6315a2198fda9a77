import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOf } from '../../../src/metrics/zoo/chance.js';
import { centredMidRanks } from '../../../src/metrics/zoo/mid-ranks.js';
import { rankByRate } from '../../../src/metrics/zoo/ranking.js';
import { bySubject, dealer, unitsOf } from '../../../src/metrics/zoo/units.js';
import { seededRandom } from '../../../src/statistics/seeded.js';

const rows = { first: Int32Array.of(1, 0, 2, 1), second: Int32Array.of(0, 1, 1, 1) };
const values = [1, 2, 4, 8];

describe('unitsOf', () => {
  it('keeps the comparisons of two people together, and mated ones apart', () => {
    const units = unitsOf(rows, (k) => values[k] ?? 0, false);
    expect(units).toEqual({
      first: Int32Array.of(0, 1, 1),
      second: Int32Array.of(1, 2, 1),
      values: Float64Array.of(3, 4, 8),
      trials: Float64Array.of(2, 1, 1),
    });
    const again = { first: Int32Array.of(1, 1), second: Int32Array.of(1, 1) };
    expect([...unitsOf(again, () => 1, false).trials]).toEqual([1, 1]);
  });

  it('tells directions apart where they mean something', () => {
    expect([...unitsOf(rows, (k) => values[k] ?? 0, true).values]).toEqual([1, 2, 4, 8]);
  });
});

describe('bySubject', () => {
  it('adds up by role', () => {
    const units = unitsOf(rows, (k) => values[k] ?? 0, true);
    expect([...bySubject(3, units, units.values, 'both')]).toEqual([3, 15, 4]);
    expect([...bySubject(3, units, units.values, 'first')]).toEqual([2, 9, 4]);
    expect([...bySubject(3, units, units.values, 'second')]).toEqual([1, 14, 0]);
  });
});

describe('dealer', () => {
  it('deals values out among units with as many comparisons, every order equally likely', () => {
    // Subjects 0-1, 0-2 and 1-2 with one comparison each and one value of 1; 0-3 with two comparisons keeps its 5.
    const list = { first: Int32Array.of(0, 0, 1, 0, 0), second: Int32Array.of(1, 2, 2, 3, 3) };
    const units = unitsOf(list, (k) => [1, 0, 0, 5, 0][k] ?? 0, false);
    const deal = dealer(4, units, 'both');
    const random = seededRandom(1);
    const seen = new Map<string, number>();
    for (let i = 0; i < 3000; i += 1) {
      const key = deal(random).join();
      seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['5,1,1,5', '6,0,1,5', '6,1,0,5']);
    for (const times of seen.values()) expect(Math.abs(times - 1000)).toBeLessThan(110);
  });
});

describe('centredMidRanks', () => {
  it('shares ranks among equal scores and puts failures lowest', () => {
    const failed = Number.NEGATIVE_INFINITY;
    expect([...centredMidRanks(Float32Array.of(0.5, failed, 0.5, failed, 1))]).toEqual([0.5, -1.5, 0.5, -1.5, 2]);
    expect([...centredMidRanks(new Float32Array(3))]).toEqual([0, 0, 0]);
    expect([...centredMidRanks(new Float32Array(0))]).toEqual([]);
  });

  it('sums to 0', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 30 }), (list) => {
        expect(centredMidRanks(Float32Array.from(list)).reduce((sum, rank) => sum + rank, 0)).toBe(0);
      }),
    );
  });
});

describe('rankByRate', () => {
  it('ranks by rate, then more comparisons, then the lower number, and leaves out who has too few', () => {
    const ranking = rankByRate([1, 2, 2, 0, 1, 9], [2, 4, 4, 9, 1, 20], 2);
    expect(ranking.map(({ subject }) => subject)).toEqual([1, 2, 0, 5]);
    expect(ranking[3]).toEqual({ subject: 5, errors: 9, trials: 20 });
  });
});

describe('chanceOf', () => {
  it('has the middle of what chance gave and a p-value that is never 0', () => {
    const permuted = Float64Array.from({ length: 199 }, (_, i) => i + 1);
    expect(chanceOf(191, permuted, 0.95)).toEqual({
      median: 100,
      low: 5,
      high: 195,
      level: 0.95,
      pValue: 0.05,
      permutations: 199,
    });
    expect(chanceOf(500, permuted, 0.95).pValue).toBe(1 / 200);
    expect(() => chanceOf(1, permuted.slice(0, 38), 0.95)).toThrow('38 permutations are too few for level 0.95.');
  });
});
