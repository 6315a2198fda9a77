import { sortFloat32 } from './sort-float32.js';
import { type AscendingScores, partitionPoint, walkTies } from './ties.js';

/** A sorted copy of the scores, lowest first; -0 and 0 keep together, as they are equal. */
export function ascendingCopy(scores: Float32Array): AscendingScores {
  const copy = new Float32Array(scores);
  sortFloat32(copy);
  return { scores: copy, total: copy.length };
}

/**
 * All scores of the parts together: the same as sorting the whole. Parts that carry counts give a whole with counts.
 * Linear in the number of entries; with counts, times the logarithm of the number of parts. Throws for parts that were
 * counted at different thresholds.
 */
export function mergeAscending(parts: readonly AscendingScores[]): AscendingScores {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  if (parts.every(({ before }) => before === undefined)) return mergePlain(parts);
  const middle = parts.length >> 1;
  return mergeTwo(mergeAscending(parts.slice(0, middle)), mergeAscending(parts.slice(middle)));
}

function mergePlain(parts: readonly AscendingScores[]): AscendingScores {
  const scores = new Float32Array(parts.reduce((sum, { total }) => sum + total, 0));
  let at = 0;
  for (const part of parts) {
    scores.set(part.scores, at);
    at += part.total;
  }
  sortFloat32(scores);
  return { scores, total: scores.length };
}

function mergeTwo(first: AscendingScores, second: AscendingScores): AscendingScores {
  let entries = 0;
  walkTies(first, second, () => {
    entries += 1;
  });
  const scores = new Float32Array(entries);
  const before = new Float64Array(entries + 1);
  let at = 0;
  walkTies(first, second, (score, inFirst, inSecond) => {
    scores[at] = score;
    before[at + 1] = (before[at] ?? 0) + inFirst + inSecond;
    at += 1;
  });
  const grid = first.grid ?? second.grid;
  return { scores, before, total: first.total + second.total, ...(grid ? { grid } : {}) };
}

/** The k-th highest score, the highest being number 0; undefined where there is none. */
export function scoreFromTop({ scores, before, total }: AscendingScores, k: number): number | undefined {
  const below = total - 1 - k;
  if (below < 0) return undefined;
  if (!before) return scores[below];
  return scores[partitionPoint(before, (count) => count <= below) - 1];
}

/** The lowest and the highest score; undefined where there is none. */
export function scoreRange({ scores }: AscendingScores): readonly [lowest: number, highest: number] | undefined {
  const [lowest] = scores;
  const highest = scores.at(-1);
  return lowest === undefined || highest === undefined ? undefined : [lowest, highest];
}
