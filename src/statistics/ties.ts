import { FalsematchError } from '../files/errors.js';

/**
 * Scores in ascending order, either one entry for each score, or one for each distinct score with how many scores are
 * below it, so that a hundred million scores of few values stay small.
 */
export interface AscendingScores {
  /** Lowest first; distinct when `before` is there. */
  readonly scores: Float32Array<ArrayBuffer>;
  /** Entry i: how many scores are below `scores[i]`; one entry more than `scores`, and the last is the total. */
  readonly before?: Float64Array | undefined;
  /** The number of scores; it may be above 2^32. */
  readonly total: number;
  /**
   * Present when only counts at these thresholds are known. A score stands then for all from a threshold to the next
   * one, as the highest float32 of them; see counts.ts.
   */
  readonly grid?: Float32Array | undefined;
}

/** How many scores are below x: a binary search. Throws where counts at thresholds do not tell. */
export function countBelow(ascending: AscendingScores, x: number): number {
  return countLeading(ascending, x, (score) => score < x);
}

/** How many scores are x or above; throws as `countBelow` does. */
export function countFrom(ascending: AscendingScores, x: number): number {
  return ascending.total - countBelow(ascending, x);
}

/** How many scores are above x; throws as `countBelow` does. */
export function countAbove(ascending: AscendingScores, x: number): number {
  return ascending.total - countLeading(ascending, x, (score) => score <= x);
}

/** Some neighbouring blocks of equal scores of two lists in columns, of which `length` entries count. */
export interface TieChunk {
  readonly scores: Float32Array;
  /** How many times the score stands in either list. */
  readonly inFirst: Float64Array;
  readonly inSecond: Float64Array;
  readonly length: number;
}

/** The blocks of a chunk: few enough for a processor's cache, many enough to make the call for the next ones cheap. */
const CHUNK = 4096;

/**
 * Walks two ascending lists together in chunks, lowest score first, each distinct score once with the number of times
 * that it stands in each list. Every chunk is written over by the next. Takes O(n + m). Throws for lists counted at
 * different thresholds.
 */
export function* tieChunks(first: AscendingScores, second: AscendingScores): Generator<TieChunk, void> {
  checkGrids(first, second);
  const scores = new Float32Array(CHUNK);
  const inFirst = new Float64Array(CHUNK);
  const inSecond = new Float64Array(CHUNK);
  const position = { first: 0, second: 0 };
  for (;;) {
    const length = fillChunk(first, second, position, { scores, inFirst, inSecond });
    if (length > 0) yield { scores, inFirst, inSecond, length };
    if (length < CHUNK) return;
  }
}

/** The same one score at a time, for lists that are not long. */
export function walkTies(
  first: AscendingScores,
  second: AscendingScores,
  visit: (score: number, inFirst: number, inSecond: number) => void,
): void {
  for (const { scores, inFirst, inSecond, length } of tieChunks(first, second)) {
    for (let i = 0; i < length; i += 1) visit(scores[i] ?? 0, inFirst[i] ?? 0, inSecond[i] ?? 0);
  }
}

/** Fills a chunk from a position in both lists on, and moves it; the number of blocks, less than the room at the end. */
function fillChunk(
  { scores: a, before: beforeA }: AscendingScores,
  { scores: b, before: beforeB }: AscendingScores,
  position: { first: number; second: number },
  chunk: Omit<TieChunk, 'length'>,
): number {
  let i = position.first;
  let j = position.second;
  let at = 0;
  while (at < CHUNK && (i < a.length || j < b.length)) {
    const nextA = i < a.length ? (a[i] ?? 0) : Number.POSITIVE_INFINITY;
    const nextB = j < b.length ? (b[j] ?? 0) : Number.POSITIVE_INFINITY;
    // Adding 0 turns -0, which stands before 0, into 0.
    const score = (nextA < nextB ? nextA : nextB) + 0;
    const fromA = i;
    const fromB = j;
    while (i < a.length && a[i] === score) i += 1;
    while (j < b.length && b[j] === score) j += 1;
    chunk.scores[at] = score;
    chunk.inFirst[at] = beforeA ? (beforeA[i] ?? 0) - (beforeA[fromA] ?? 0) : i - fromA;
    chunk.inSecond[at] = beforeB ? (beforeB[j] ?? 0) - (beforeB[fromB] ?? 0) : j - fromB;
    at += 1;
  }
  position.first = i;
  position.second = j;
  return at;
}

/**
 * The highest threshold that is known to accept every score of both lists: the lowest score, or the threshold below it
 * where scores were counted at thresholds only. Undefined without scores.
 */
export function acceptingAll(first: AscendingScores, second: AscendingScores): number | undefined {
  const starts = [first, second].flatMap((list) => (list.scores.length === 0 ? [] : [startOf(list, 0)]));
  return starts.length === 0 ? undefined : Math.min(...starts);
}

/** The number of leading entries for which `holds` is true, where it is true for a leading part only. */
export function partitionPoint(
  list: Float32Array | Float64Array | Int32Array,
  holds: (entry: number) => boolean,
): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(list[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function countLeading(ascending: AscendingScores, x: number, holds: (score: number) => boolean): number {
  const { scores, before, grid } = ascending;
  const entries = partitionPoint(scores, holds);
  if (grid && entries < scores.length) {
    const start = startOf(ascending, entries);
    if (holds(start)) throw unknownBetween(x, start, scores[entries] ?? 0);
  }
  return before ? (before[entries] ?? 0) : entries;
}

/** The lowest score that entry i may stand for. */
function startOf({ scores, grid }: AscendingScores, i: number): number {
  // Adding 0 turns -0 into 0.
  const score = (scores[i] ?? 0) + 0;
  return grid ? (grid[partitionPoint(grid, (threshold) => threshold <= score) - 1] ?? 0) + 0 : score;
}

function unknownBetween(x: number, start: number, end: number): FalsematchError {
  return new FalsematchError(
    `The scores were counted at thresholds, and how many lie on either side of ${x} is not known; ask at one of those thresholds: the nearest below is ${start}, the nearest above the next float32 after ${end}.`,
  );
}

/** Scores of one list cannot be set between scores of another of which only counts at other thresholds are known. */
function checkGrids(first: AscendingScores, second: AscendingScores): void {
  if (first.grid === second.grid || first.total === 0 || second.total === 0) return;
  const same =
    first.grid?.length === second.grid?.length && first.grid?.every((threshold, i) => threshold === second.grid?.[i]);
  if (!same) {
    throw new FalsematchError(
      `Two lists of scores must be counted at the same thresholds to be compared, found ${named(first)} and ${named(second)}; count both on one grid.`,
    );
  }
}

function named({ grid }: AscendingScores): string {
  return grid ? `a grid of ${grid.length} thresholds from ${grid[0]} to ${grid.at(-1)}` : 'single scores';
}
