import fc from 'fast-check';
import { expect, it } from 'vitest';
import { gemmModel } from '../../src/comparison/gemm-graph.js';
import { checkTile, LEAST_COLUMNS, LEAST_ROWS, openTileScorer } from '../../src/comparison/score-tiles.js';
import { unitTemplates } from './brute-force.js';

it.each([3, 64, 128, 512, 700])(
  'gives a score of %i numbers the same bits in a tile of any shape',
  async (dimensions) => {
    const scorer = await openTileScorer(dimensions, gemmModel());
    const [rows, columns] = [150, 400];
    const probes = unitTemplates(rows, dimensions, 1).data;
    const references = unitTemplates(columns, dimensions, 2).data;
    const whole = new Float32Array(rows * columns);
    await scorer.score(probes, rows, references, columns, whole);
    const part = fc.record({
      top: fc.nat(rows - LEAST_ROWS),
      left: fc.nat(columns - LEAST_COLUMNS),
      height: fc.integer({ min: LEAST_ROWS, max: rows }),
      width: fc.integer({ min: LEAST_COLUMNS, max: columns }),
    });
    await fc.assert(
      fc.asyncProperty(part, async ({ top, left, height, width }) => {
        const [high, wide] = [Math.min(height, rows - top), Math.min(width, columns - left)];
        const scores = new Float32Array(high * wide);
        const own = probes.subarray(top * dimensions);
        await scorer.score(own, high, references.subarray(left * dimensions), wide, scores);
        const wrong = scores.findIndex(
          (score, at) => score !== whole[(top + Math.floor(at / wide)) * columns + left + (at % wide)],
        );
        expect(wrong).toBe(-1);
      }),
      { numRuns: 40 },
    );
    await scorer.close();
  },
);

it('leaves what stands beyond the tile alone, and refuses tiles that are too small', async () => {
  const scorer = await openTileScorer(2, gemmModel());
  const into = new Float32Array(2 * 128 + 3).fill(7);
  await scorer.score(new Float32Array(4).fill(1), 2, new Float32Array(256).fill(1), 128, into);
  expect(into).toEqual(new Float32Array(2 * 128 + 3).fill(2).fill(7, 256));
  await expect(scorer.score(new Float32Array(4), 1, new Float32Array(256), 128, into)).rejects.toThrow('1 x 128');
  await expect(scorer.score(new Float32Array(4), 2, new Float32Array(256), 127, into)).rejects.toThrow('2 x 127');
  await scorer.close();
});

it.each([
  [0, 1],
  [1, 1.5],
  [Number.NaN, 4],
  [-3, 4],
  [4, 10_000],
])('refuses a tile of %d x %d', (rows, columns) => {
  expect(() => checkTile({ rows, columns })).toThrow(`whole numbers from 1 to 8192, found ${rows} and ${columns}`);
});
