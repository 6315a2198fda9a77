import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formatGridCounts, parseGridCounts, withoutEmptyCells } from '../../../src/results/all-pairs/grid-table.js';
import { counted, float32 } from '../../support/table-cells.js';

/** Ascending borders with counts that fall from one to the next, often not at all. */
const grids = fc
  .record({
    thresholds: fc.uniqueArray(float32, { maxLength: 12 }),
    steps: fc.infiniteStream(fc.constantFrom(0, 0, 0, 1, 5)),
  })
  .map(({ thresholds, steps }) => {
    const sorted = Float32Array.from(thresholds).sort();
    let left = 0;
    const falling = Array.from(sorted, () => (left += steps.next().value ?? 0)).reverse();
    return { thresholds: sorted, countsFrom: Float64Array.from(falling) };
  });

it('counts come back as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(float32, counted), { maxLength: 20 }), (cells) => {
      const grid = {
        thresholds: Float32Array.from(cells, ([threshold]) => threshold),
        countsFrom: Float64Array.from(cells, ([, count]) => count),
      };
      expect(parseGridCounts(formatGridCounts(grid), 't.csv')).toEqual(grid);
    }),
  );
});

it('leaving empty cells out keeps what is known: wherever a border was, the count there follows from those left', () => {
  fc.assert(
    fc.property(grids, (grid) => {
      const kept = withoutEmptyCells(grid);
      expect(kept.thresholds.length).toBe(kept.countsFrom.length);
      for (const [k, threshold] of grid.thresholds.entries()) {
        const above = kept.thresholds.findIndex((one) => one >= threshold);
        const below = kept.thresholds.findLastIndex((one) => one <= threshold);
        expect(above).toBeGreaterThanOrEqual(0);
        expect(below).toBeGreaterThanOrEqual(0);
        expect([kept.countsFrom[below], kept.countsFrom[above]]).toEqual([grid.countsFrom[k], grid.countsFrom[k]]);
      }
      const runs = [...kept.countsFrom].filter((count, k, all) => all[k - 1] === count && all[k + 1] === count);
      expect(runs).toEqual([]);
    }),
  );
});

it.each([
  ['threshold\n0.5\n', 't.csv must have the columns threshold, count; it has threshold.'],
  ['threshold,count\n0.5,2\nhigh,1\n', 't.csv, line 3: "high" is not a score'],
  ['threshold,count\n0.5,2\n0.6,-1\n', 't.csv, line 3: "-1" is not a count'],
  ['threshold,count\n0.5\n', 't.csv is not a CSV table'],
])('refuses %j', (text, message) => {
  expect(() => parseGridCounts(text, 't.csv')).toThrow(message);
});
