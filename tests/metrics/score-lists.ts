import fc from 'fast-check';
import { type RankedScores, rankScores } from '../../src/metrics/scores.js';
import { nextFloat32Up } from '../../src/statistics/float32.js';

/** Few distinct scores, so that ties within and between the sides are common. */
export const tiedScores = fc
  .array(fc.integer({ min: -5, max: 5 }), { maxLength: 25 })
  .map((list) => Float32Array.from(list, (n) => n / 8));

/** Scores as a model gives them: hardly a tie, neighbours of each other now and then. */
export const finiteScores = fc
  .array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -1, max: 1 }), { maxLength: 25 })
  .map((list) => Float32Array.from(list.flatMap((x, i) => (i % 3 === 0 ? [x, nextFloat32Up(x)] : [x]))));

export const someScores = fc.oneof(tiedScores, finiteScores);

/** One side of a protocol, with failed comparisons. */
export const side = fc.record({ scores: someScores, failed: fc.nat({ max: 4 }) });

export const ranked = (scores: readonly number[] | Float32Array, failed = 0): RankedScores =>
  rankScores({ scores: Float32Array.from(scores), failed }, 'mated');
