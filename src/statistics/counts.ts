import { FalsematchError } from '../files/errors.js';
import { nextFloat32Down } from './float32.js';
import type { AscendingScores } from './ties.js';

/** How many scores are at each of some thresholds or above it, all scores being below the last one. */
export interface ThresholdCounts {
  /** Ascending float32s; only the last one may be infinite. */
  readonly thresholds: Float32Array;
  /** Entry k: the number of scores >= `thresholds[k]`. The first is the number of all scores, the last is 0. */
  readonly countsFrom: Float64Array;
}

/**
 * The scores behind counts at thresholds. Those from one threshold to the next become one block of equal scores: the
 * highest float32 below the next threshold, so that the threshold which rejects the block is that next threshold itself.
 * Every count at one of the thresholds is exact; one between them is refused where the counts do not tell it.
 * Say `every-score` when no two different scores share a block and each is the highest float32 of its block, as with
 * the thresholds of a DET curve: then the scores are known exactly, and so is every count.
 * Throws for thresholds that do not ascend, counts that rise or are not whole, and a last count other than 0.
 */
export function fromCounts(counts: ThresholdCounts, resolution: 'grid' | 'every-score' = 'grid'): AscendingScores {
  checkCounts(counts);
  const { thresholds, countsFrom } = counts;
  const total = countsFrom[0] ?? 0;
  let blocks = 0;
  for (let k = 1; k < countsFrom.length; k += 1) if (countsFrom[k] !== countsFrom[k - 1]) blocks += 1;
  const scores = new Float32Array(blocks);
  const before = new Float64Array(blocks + 1);
  let at = 0;
  for (let k = 1; k < countsFrom.length; k += 1) {
    if (countsFrom[k] === countsFrom[k - 1]) continue;
    scores[at] = nextFloat32Down(thresholds[k] ?? 0);
    at += 1;
    before[at] = total - (countsFrom[k] ?? 0);
  }
  return { scores, before, total, ...(resolution === 'grid' ? { grid: thresholds } : {}) };
}

/** The counts of all parts together; throws for parts with different thresholds and for none. */
export function addCounts(parts: readonly ThresholdCounts[]): ThresholdCounts {
  const [first] = parts;
  if (!first) throw new RangeError('There are no counts to add.');
  const countsFrom = new Float64Array(first.thresholds.length);
  for (const part of parts) {
    if (!sameThresholds(part.thresholds, first.thresholds)) {
      throw new FalsematchError(
        `Counts can be added only when they were taken at the same thresholds, found ${first.thresholds.length} from ${first.thresholds[0]} to ${first.thresholds.at(-1)} and ${part.thresholds.length} from ${part.thresholds[0]} to ${part.thresholds.at(-1)}; count every part on one grid.`,
      );
    }
    for (let k = 0; k < countsFrom.length; k += 1) countsFrom[k] = (countsFrom[k] ?? 0) + (part.countsFrom[k] ?? 0);
  }
  return { thresholds: first.thresholds, countsFrom };
}

/** Throws for thresholds of which fewer than two are given, or that do not ascend, or that are not numbers. */
export function checkThresholds(thresholds: Float32Array): void {
  if (thresholds.length < 2) {
    throw new FalsematchError(`Counting needs at least two thresholds, found ${thresholds.length}; give a finer grid.`);
  }
  for (const [k, threshold] of thresholds.entries()) {
    const finite = Number.isFinite(threshold) || (k === thresholds.length - 1 && threshold > 0);
    if (!finite || !(k === 0 || threshold > (thresholds[k - 1] ?? 0))) {
      throw new FalsematchError(
        `The thresholds must be finite and ascend, found ${threshold} at index ${k}${k > 0 ? ` after ${thresholds[k - 1]}` : ''}; sort them and leave each in once.`,
      );
    }
  }
}

function checkCounts({ thresholds, countsFrom }: ThresholdCounts): void {
  if (thresholds.length === 0 && countsFrom.length === 0) return;
  checkThresholds(thresholds);
  if (countsFrom.length !== thresholds.length) {
    throw new FalsematchError(
      `Every threshold needs its count, found ${thresholds.length} thresholds and ${countsFrom.length} counts.`,
    );
  }
  for (const [k, count] of countsFrom.entries()) {
    if (!(Number.isSafeInteger(count) && count >= 0 && (k === 0 || count <= (countsFrom[k - 1] ?? 0)))) {
      throw new FalsematchError(
        `The counts of scores at a threshold or above must be whole and never rise, found ${count} at index ${k}${k > 0 ? ` after ${countsFrom[k - 1]}` : ''}.`,
      );
    }
  }
  if (countsFrom.at(-1) !== 0) {
    throw new FalsematchError(
      `The last threshold, ${thresholds.at(-1)}, must lie above every score, found ${countsFrom.at(-1)} scores from there on; add a threshold above the highest score, with count 0.`,
    );
  }
}

function sameThresholds(a: Float32Array, b: Float32Array): boolean {
  return a === b || (a.length === b.length && a.every((threshold, k) => threshold === b[k]));
}
