import { FalsematchError } from '../files/errors.js';
import { checkThresholds, type ThresholdCounts } from './counts.js';
import { orderedBits } from './float32.js';

/** Counts scores that come in parts, none of which is kept. */
export interface ScoreCounter {
  /** Counts a part's scores; throws, and counts none of them, if one is not finite or outside of the thresholds. */
  add(scores: Float32Array): void;
  /** What was counted so far; counts of several counters on one grid are joined by `addCounts`. */
  counts(): ThresholdCounts;
}

/** As many entry points as 16 bits have values. */
const POINTS = 0x1_0000;

/**
 * Counts scores at given thresholds: every score must be at the first threshold or above it and below the last one. The
 * upper 16 bits of a score say where among the thresholds it may stand, a search among these few does the rest.
 * Throws for thresholds that do not ascend.
 */
export function scoreCounter(thresholds: Float32Array): ScoreCounter {
  checkThresholds(thresholds);
  const grid = new Float32Array(thresholds);
  const points = entryPoints(grid);
  const inBlock = new Float64Array(grid.length);
  return {
    add(scores) {
      checkScores(scores, grid);
      countInto(inBlock, scores, grid, points);
    },
    counts() {
      const countsFrom = new Float64Array(grid.length);
      for (let k = grid.length - 2; k >= 0; k -= 1) countsFrom[k] = (countsFrom[k + 1] ?? 0) + (inBlock[k] ?? 0);
      return { thresholds: grid, countsFrom };
    },
  };
}

function countInto(inBlock: Float64Array, scores: Float32Array, grid: Float32Array, points: Uint32Array): void {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? 0;
    const point = orderedBits(bits[i] ?? 0) >>> 16;
    let low = points[point] ?? 0;
    let high = points[point + 1] ?? 0;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((grid[middle] ?? 0) <= score) low = middle;
      else high = middle - 1;
    }
    inBlock[low] = (inBlock[low] ?? 0) + 1;
  }
}

/** Entry p: the last threshold at or below the lowest float whose ordered upper bits are p, the first one at least. */
function entryPoints(grid: Float32Array): Uint32Array {
  const bits = new Uint32Array(grid.buffer);
  const points = new Uint32Array(POINTS + 1);
  for (let k = 1; k < grid.length; k += 1) {
    // A threshold inside the range of its upper bits is above the lowest float there, and below that of the next range.
    points[Math.ceil(orderedBits(bits[k] ?? 0) / POINTS)] = k;
  }
  for (let p = 1; p <= POINTS; p += 1) points[p] = Math.max(points[p] ?? 0, points[p - 1] ?? 0);
  return points;
}

function checkScores(scores: Float32Array, grid: Float32Array): void {
  const first = grid[0] ?? 0;
  const last = grid.at(-1) ?? 0;
  for (let i = 0; i < scores.length; i += 1) {
    const score = scores[i] ?? 0;
    if (score >= first && score < last) continue;
    if (!Number.isFinite(score)) {
      throw new FalsematchError(
        `The score at index ${i} must be a finite number, found ${score}; leave comparisons without a score out and count them as failed.`,
      );
    }
    throw new FalsematchError(
      `The score at index ${i} must be at least the first threshold, ${first}, and below the last one, ${last}; found ${score}; widen the grid.`,
    );
  }
}
