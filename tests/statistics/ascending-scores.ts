import fc from 'fast-check';
import type { AscendingScores } from '../../src/statistics/ties.js';

/** Few distinct scores, so that ties are common. */
export const scores = fc
  .array(fc.integer({ min: -6, max: 6 }), { maxLength: 30 })
  .map((list) => Float32Array.from(list, (n) => n / 8));

/** The scores as distinct values with how many are below each. */
export function compressed(list: Float32Array): AscendingScores {
  const distinct = Float32Array.from(new Set([...list].map((score) => score + 0))).sort();
  const below = (x: number) => list.filter((score) => score < x).length;
  return {
    scores: distinct,
    before: Float64Array.from([...distinct, Number.POSITIVE_INFINITY], below),
    total: list.length,
  };
}
