import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeAscending } from '../../src/statistics/ascending.js';
import { addCounts, fromCounts } from '../../src/statistics/counts.js';
import { nextFloat32Down, nextFloat32Up } from '../../src/statistics/float32.js';
import { scoreCounter } from '../../src/statistics/score-counter.js';
import { acceptingAll, countAbove, countBelow, countFrom, walkTies } from '../../src/statistics/ties.js';
import { compressed, scores } from './ascending-scores.js';

const of = (...values: number[]) => Float32Array.from(values);
const counts = (...values: number[]) => Float64Array.from(values);

/** Eighths and odd sixteenths from below every score to above: coarse blocks and blocks of one score. */
const grids = fc
  .uniqueArray(fc.integer({ min: -11, max: 11 }), { maxLength: 20 })
  .map((list) => of(...[-12, ...list, 13].sort((a, b) => a - b).map((n) => n / 16)));

const countAll = (grid: Float32Array, list: Float32Array) => {
  const counter = scoreCounter(grid);
  counter.add(list);
  return counter.counts();
};

describe('fromCounts', () => {
  it('stands for a block by the highest float32 below the next threshold', () => {
    const found = fromCounts({ thresholds: of(0, 1, 2, 3), countsFrom: counts(5, 3, 3, 0) });
    expect([...found.scores]).toEqual([nextFloat32Down(1), nextFloat32Down(3)]);
    expect(found.before).toEqual(counts(0, 2, 5));
    expect(found.total).toBe(5);
  });

  it('has the exact count at every threshold of the grid', () => {
    fc.assert(
      fc.property(grids, scores, (grid, list) => {
        const found = fromCounts(countAll(grid, list));
        for (const threshold of grid) {
          expect(countFrom(found, threshold)).toBe(list.filter((score) => score >= threshold).length);
          expect(countBelow(found, threshold)).toBe(list.filter((score) => score < threshold).length);
          // The highest score that this threshold rejects.
          expect(countAbove(found, nextFloat32Down(threshold))).toBe(countFrom(found, threshold));
        }
      }),
    );
  });

  it('gives between thresholds the exact count or refuses', () => {
    fc.assert(
      fc.property(grids, scores, fc.integer({ min: -40, max: 40 }), (grid, list, n) => {
        const found = fromCounts(countAll(grid, list));
        const x = n / 32;
        const at = grid.findLastIndex((threshold) => threshold <= x);
        const [start, end] = [grid[at] ?? Number.NEGATIVE_INFINITY, grid[at + 1] ?? Number.POSITIVE_INFINITY];
        const unknown = start < x && list.some((score) => score >= start && score < end);
        if (unknown)
          expect(() => countFrom(found, x)).toThrow('were counted at thresholds, and how many lie on either');
        else expect(countFrom(found, x)).toBe(list.filter((score) => score >= x).length);
      }),
    );
  });

  it('names the thresholds around one that the counts do not tell', () => {
    const found = fromCounts({ thresholds: of(0, 1, 2), countsFrom: counts(2, 1, 0) });
    expect(() => countFrom(found, 1.5)).toThrow(
      `how many lie on either side of 1.5 is not known; ask at one of those thresholds: the nearest below is 1, the nearest above the next float32 after ${nextFloat32Down(2)}.`,
    );
    expect(() => countAbove(found, 1)).toThrow('either side of 1 is not known');
    expect(countAbove(found, nextFloat32Down(1))).toBe(1);
  });

  it('knows the scores themselves where each has thresholds of its own', () => {
    fc.assert(
      fc.property(scores, (list) => {
        const distinct = compressed(list);
        const lowest = distinct.scores[0];
        const thresholds = lowest === undefined ? of() : of(lowest, ...[...distinct.scores].map(nextFloat32Up));
        const countsFrom = Float64Array.from(thresholds, (t) => list.filter((score) => score >= t).length);
        expect(fromCounts({ thresholds, countsFrom }, 'every-score')).toEqual(distinct);
      }),
    );
  });

  it('accepts all from the threshold below the lowest score on', () => {
    const found = fromCounts({ thresholds: of(0, 1, 2, 3), countsFrom: counts(5, 5, 3, 0) });
    expect(acceptingAll(found, fromCounts({ thresholds: of(), countsFrom: counts() }))).toBe(1);
  });

  it('takes counts above 2^32 and a last threshold above every float32', () => {
    const found = fromCounts({ thresholds: of(-1, 0, Number.POSITIVE_INFINITY), countsFrom: counts(9e15, 5e9, 0) });
    expect(countBelow(found, 0)).toBe(9e15 - 5e9);
    expect(countFrom(found, 0)).toBe(5e9);
  });

  it('refuses counts that cannot be', () => {
    const three = of(0, 1, 2);
    const refused = [
      [three, counts(2, 1, 1), 'The last threshold, 2, must lie above every score, found 1 scores from there on'],
      [three, counts(1, 2, 0), 'whole and never rise, found 2 at index 1 after 1.'],
      [three, counts(2, 1.5, 0), 'whole and never rise, found 1.5 at index 1 after 2.'],
      [three, counts(Number.NaN, 1, 0), 'whole and never rise, found NaN at index 0.'],
      [three, counts(2, 1, -1), 'whole and never rise, found -1 at index 2 after 1.'],
      [three, counts(2, 0), 'Every threshold needs its count, found 3 thresholds and 2 counts.'],
      [of(1), counts(0), 'Counting needs at least two thresholds, found 1'],
      [of(0, 0, 1), counts(2, 1, 0), 'must be finite and ascend, found 0 at index 1 after 0'],
      [of(0, Number.NaN), counts(2, 0), 'must be finite and ascend, found NaN at index 1 after 0'],
      [of(Number.NEGATIVE_INFINITY, 0), counts(2, 0), 'must be finite and ascend, found -Infinity at index 0;'],
    ] as const;
    for (const [thresholds, countsFrom, message] of refused) {
      expect(() => fromCounts({ thresholds, countsFrom })).toThrow(message);
    }
  });
});

describe('lists on grids', () => {
  const low = fromCounts({ thresholds: of(0, 1, 2), countsFrom: counts(2, 1, 0) });
  const other = fromCounts({ thresholds: of(0, 1.5, 2), countsFrom: counts(2, 1, 0) });

  it('are walked together on one grid only', () => {
    const visits: number[][] = [];
    walkTies(low, fromCounts({ thresholds: of(0, 1, 2), countsFrom: counts(3, 3, 0) }), (...visit) =>
      visits.push(visit),
    );
    expect(visits).toEqual([
      [nextFloat32Down(1), 1, 0],
      [nextFloat32Down(2), 1, 3],
    ]);
    expect(() => walkTies(low, other, () => {})).toThrow('found a grid of 3 thresholds from 0 to 2 and a grid of 3');
    expect(() => walkTies(compressed(of(1)), low, () => {})).toThrow('found single scores and a grid of 3 thresholds');
    expect(() => mergeAscending([low, other])).toThrow('must be counted at the same thresholds');
  });

  it('merge to the counts of the whole', () => {
    fc.assert(
      fc.property(grids, fc.array(scores, { minLength: 1, maxLength: 4 }), (grid, shards) => {
        const whole = fromCounts(countAll(grid, of(...shards.flatMap((shard) => [...shard]))));
        expect(mergeAscending(shards.map((shard) => fromCounts(countAll(grid, shard))))).toEqual(whole);
        expect(fromCounts(addCounts(shards.map((shard) => countAll(grid, shard))))).toEqual(whole);
      }),
    );
  });

  it('are added on one grid only', () => {
    const first = { thresholds: of(0, 1, 2), countsFrom: counts(2, 1, 0) };
    expect(() => addCounts([first, { thresholds: of(0, 1.5, 2), countsFrom: counts(2, 1, 0) }])).toThrow(
      'Counts can be added only when they were taken at the same thresholds, found 3 from 0 to 2 and 3 from 0 to 2;',
    );
    expect(() => addCounts([])).toThrow('no counts to add');
  });
});
