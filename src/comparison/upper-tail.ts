import { orderedBits } from '../statistics/float32.js';

/** Comparisons with a score, in columns: comparison k is of samples `first[k]` and `second[k]`. */
export interface ScoredPairs {
  readonly scores: Float32Array;
  readonly first: Int32Array;
  readonly second: Int32Array;
}

/** The upper tail of non-mated scores: every comparison with a score of `from` or more, highest first. */
export interface UpperTail extends ScoredPairs {
  readonly from: number;
}

/**
 * The `count` highest of all parts together and whatever else has the score of the last of them, highest first, equal
 * scores in the order of their samples. With fewer than `count` comparisons all of them are the tail, and then `from` is
 * `everything`, the threshold from which the parts are known to be complete.
 */
export function upperTail(parts: readonly ScoredPairs[], count: number, everything: number): UpperTail {
  const total = parts.reduce((sum, { scores }) => sum + scores.length, 0);
  const ends = bucketEnds(parts, count);
  const sorted = sortBuckets(inBuckets(parts, ends), ends);
  if (total < count || (total === count && everything === Number.NEGATIVE_INFINITY)) {
    return { from: everything, ...sorted };
  }
  const from = sorted.scores[count - 1] ?? 0;
  let length = count;
  while (length < sorted.scores.length && (sorted.scores[length] as number) >= from) length += 1;
  // What stands behind is less than a hundredth.
  return {
    from,
    scores: sorted.scores.subarray(0, length),
    first: sorted.first.subarray(0, length),
    second: sorted.second.subarray(0, length),
  };
}

/*
 * Comparisons are put into buckets by the upper 16 bits of their scores, of which a tail needs so few that each is written
 * from front to end, and each bucket is sorted by the lower bits, small enough to stay in a processor's cache: reading or
 * writing all over memory takes several times as long.
 */
const BITS = 16;
const BUCKETS = 2 ** BITS;
const MINUS_ZERO = -0x8000_0000;

/** A float's bits as a whole number, the higher the score the lower; both zeros are one score. */
function orderOf(bits: number): number {
  return ~orderedBits(bits === MINUS_ZERO ? 0 : bits) >>> 0;
}

/** Where each bucket ends, when those stand one after another, up to the one that holds place `count`. */
function bucketEnds(parts: readonly ScoredPairs[], count: number): Uint32Array {
  const ends = new Uint32Array(BUCKETS);
  for (const { scores } of parts) {
    const bits = bitsOf(scores);
    for (let k = 0; k < bits.length; k += 1) {
      const bucket = orderOf(bits[k] as number) >>> BITS;
      ends[bucket] = (ends[bucket] as number) + 1;
    }
  }
  let [end, used] = [0, 0];
  for (; used < BUCKETS && end < count; used += 1) {
    end += ends[used] as number;
    ends[used] = end;
  }
  return ends.subarray(0, used);
}

/** The numbers of a row: the bits of the score and both samples stand together, so that they are one place in memory. */
const ROW = 3;

/** Puts comparisons into their buckets, row after row. */
function inBuckets(parts: readonly ScoredPairs[], ends: Uint32Array): Int32Array {
  const next = new Uint32Array(ends.length);
  next.set(ends.subarray(0, -1), 1);
  const rows = new Int32Array(ROW * (ends.at(-1) ?? 0));
  for (const { scores, first, second } of parts) {
    const bits = bitsOf(scores);
    for (let k = 0; k < bits.length; k += 1) {
      const bucket = orderOf(bits[k] as number) >>> BITS;
      if (bucket >= next.length) continue;
      const row = next[bucket] as number;
      next[bucket] = row + 1;
      rows[ROW * row] = bits[k] as number;
      rows[ROW * row + 1] = first[k] as number;
      rows[ROW * row + 2] = second[k] as number;
    }
  }
  return rows;
}

/** Sorts each bucket, from rows to columns. */
function sortBuckets(rows: Int32Array, ends: Uint32Array): ScoredPairs {
  const length = rows.length / ROW;
  const sorted = { scores: new Float32Array(length), first: new Int32Array(length), second: new Int32Array(length) };
  const places = new Uint32Array(BUCKETS + 1);
  let start = 0;
  for (const end of ends) {
    if (end > start) sortBucket(rows, start, end, places, sorted);
    start = end;
  }
  return sorted;
}

/** Sorts a bucket by so many of the lower bits that a place or two are left to each value, and then those places. */
function sortBucket(rows: Int32Array, start: number, end: number, places: Uint32Array, sorted: ScoredPairs): void {
  const { first, second } = sorted;
  const bits = bitsOf(sorted.scores);
  const shift = Math.max(0, BITS - (31 - Math.clz32(end - start)));
  const values = BUCKETS >>> shift;
  places.fill(0, 0, values + 1);
  for (let row = start; row < end; row += 1) {
    const after = ((orderOf(rows[ROW * row] as number) & (BUCKETS - 1)) >>> shift) + 1;
    places[after] = (places[after] as number) + 1;
  }
  places[0] = start;
  for (let value = 1; value <= values; value += 1)
    places[value] = (places[value] as number) + (places[value - 1] as number);
  for (let row = start; row < end; row += 1) {
    const value = (orderOf(rows[ROW * row] as number) & (BUCKETS - 1)) >>> shift;
    const place = places[value] as number;
    places[value] = place + 1;
    bits[place] = rows[ROW * row] as number;
    first[place] = rows[ROW * row + 1] as number;
    second[place] = rows[ROW * row + 2] as number;
  }
  // Now each value's place is where its comparisons end.
  let from = start;
  for (let value = 0; value < values; value += 1) {
    const to = places[value] as number;
    if (to - from > MANY) sortMany(sorted, from, to);
    else if (to - from > 1) sortFew(sorted, from, to);
    from = to;
  }
}

/** Whether comparison p stands before comparison q: the higher score does, and of equal ones the earlier samples. */
function before({ scores, first, second }: ScoredPairs, p: number, q: number): boolean {
  const [a, b] = [scores[p] as number, scores[q] as number];
  if (a !== b) return a > b;
  const [one, other] = [first[p] as number, first[q] as number];
  return one !== other ? one < other : (second[p] as number) < (second[q] as number);
}

/** From here on a sorting routine is quicker. */
const MANY = 24;

function sortFew({ scores, first, second }: ScoredPairs, from: number, to: number): void {
  for (let k = from + 1; k < to; k += 1) {
    const [score, one, other] = [scores[k] as number, first[k] as number, second[k] as number];
    let at = k;
    for (; at > from; at -= 1) {
      const above = scores[at - 1] as number;
      if (above > score) break;
      if (above === score) {
        const sample = first[at - 1] as number;
        if (sample < one || (sample === one && (second[at - 1] as number) < other)) break;
      }
      scores[at] = above;
      first[at] = first[at - 1] as number;
      second[at] = second[at - 1] as number;
    }
    scores[at] = score;
    first[at] = one;
    second[at] = other;
  }
}

function sortMany(sorted: ScoredPairs, from: number, to: number): void {
  const order = Uint32Array.from({ length: to - from }, (_, k) => from + k);
  order.sort((p, q) => (before(sorted, p, q) ? -1 : 1));
  for (const column of [sorted.scores, sorted.first, sorted.second]) {
    const copy = column.slice(from, to);
    for (let k = from; k < to; k += 1) column[k] = copy[(order[k - from] as number) - from] as number;
  }
}

function bitsOf(scores: Float32Array): Int32Array {
  return new Int32Array(scores.buffer, scores.byteOffset, scores.length);
}
