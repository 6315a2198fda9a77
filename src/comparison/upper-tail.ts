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
 * scores in the order of their samples. Takes O(n). With fewer than `count` comparisons all of them are the tail, and then
 * `from` is `everything`, the threshold from which the parts are known to be complete.
 */
export function upperTail(parts: readonly ScoredPairs[], count: number, everything: number): UpperTail {
  const range = rangeOf(parts, count);
  const candidates = taken(parts, range);
  const { keys, places } = sorted(candidates.keys, range);
  sortEqual(places, keys, candidates);
  const complete = keys.length < count || (keys.length === count && everything === Number.NEGATIVE_INFINITY);
  const last = keys[count - 1] ?? 0;
  let length = Math.min(count, keys.length);
  while (!complete && length < keys.length && keys[length] === last) length += 1;
  const tail = { scores: new Float32Array(length), first: new Int32Array(length), second: new Int32Array(length) };
  for (let k = 0; k < length; k += 1) {
    const place = places[k] as number;
    tail.scores[k] = candidates.scores[place] as number;
    tail.first[k] = candidates.first[place] as number;
    tail.second[k] = candidates.second[place] as number;
  }
  return { from: complete ? everything : (tail.scores[count - 1] ?? everything), ...tail };
}

/** Scores are first told apart by so many of their upper bits: sign, exponent and nine bits of the fraction. */
const CELL_BITS = 18;
const CELL_SHIFT = 32 - CELL_BITS;
const MINUS_ZERO = -0x8000_0000;

/** Which scores may be among the highest, as whole numbers in the order of the floats. */
interface Range {
  readonly lowest: number;
  readonly highest: number;
  /** How many scores are in it. */
  readonly length: number;
}

/** A float as a whole number in the order of the floats; both zeros are one score. */
function orderOf(bits: number): number {
  return orderedBits(bits === MINUS_ZERO ? 0 : bits);
}

function rangeOf(parts: readonly ScoredPairs[], count: number): Range {
  const cells = new Uint32Array(1 << CELL_BITS);
  for (const { scores } of parts) {
    const bits = bitsOf(scores);
    for (let k = 0; k < bits.length; k += 1) {
      const cell = orderOf(bits[k] as number) >>> CELL_SHIFT;
      cells[cell] = (cells[cell] as number) + 1;
    }
  }
  let highest = cells.length - 1;
  while (highest > 0 && cells[highest] === 0) highest -= 1;
  let [lowest, length] = [highest, cells[highest] ?? 0];
  while (lowest > 0 && length < count) {
    lowest -= 1;
    length += cells[lowest] ?? 0;
  }
  return { lowest: (lowest << CELL_SHIFT) >>> 0, highest: ((highest + 1) * 2 ** CELL_SHIFT - 1) >>> 0, length };
}

interface Candidates extends ScoredPairs {
  /** How far each score is below the highest of the range. */
  readonly keys: Uint32Array;
}

function taken(parts: readonly ScoredPairs[], { lowest, highest, length }: Range): Candidates {
  const all = {
    keys: new Uint32Array(length),
    scores: new Float32Array(length),
    first: new Int32Array(length),
    second: new Int32Array(length),
  };
  let at = 0;
  for (const { scores, first, second } of parts) {
    const bits = bitsOf(scores);
    for (let k = 0; k < bits.length; k += 1) {
      const order = orderOf(bits[k] as number);
      if (order < lowest) continue;
      all.keys[at] = highest - order;
      all.scores[at] = scores[k] as number;
      all.first[at] = first[k] as number;
      all.second[at] = second[k] as number;
      at += 1;
    }
  }
  return all;
}

interface Keyed {
  readonly keys: Uint32Array;
  readonly places: Uint32Array;
}

/** Digits of so many bits at most are sorted by at once: two of them are most tails, three are any floats. */
const DIGIT = 12;

/** Keys in ascending order with the places that they come from, which travel with them so that every pass reads in order. */
function sorted(keys: Uint32Array, { lowest, highest }: Range): Keyed {
  const bits = 32 - Math.clz32(highest - lowest);
  const passes = Math.ceil(bits / DIGIT);
  const digit = Math.ceil(bits / passes);
  let from: Keyed = { keys, places: Uint32Array.from(keys.keys()) };
  let to: Keyed = { keys: new Uint32Array(keys.length), places: new Uint32Array(keys.length) };
  for (let pass = 0; pass < passes; pass += 1) {
    moveByDigit(from, to, pass * digit, 1 << digit);
    [from, to] = [to, from];
  }
  return from;
}

function moveByDigit(from: Keyed, to: Keyed, shift: number, values: number): void {
  const starts = new Uint32Array(values + 1);
  const { keys, places } = from;
  for (let k = 0; k < keys.length; k += 1) {
    const after = (((keys[k] as number) >>> shift) & (values - 1)) + 1;
    starts[after] = (starts[after] as number) + 1;
  }
  for (let value = 0; value < values; value += 1) starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  for (let k = 0; k < keys.length; k += 1) {
    const key = keys[k] as number;
    const digit = (key >>> shift) & (values - 1);
    const place = starts[digit] as number;
    to.keys[place] = key;
    to.places[place] = places[k] as number;
    starts[digit] = place + 1;
  }
}

function sortEqual(places: Uint32Array, keys: Uint32Array, { first, second }: ScoredPairs): void {
  const compare = (p: number, q: number) => (first[p] ?? 0) - (first[q] ?? 0) || (second[p] ?? 0) - (second[q] ?? 0);
  for (let start = 0; start < keys.length; ) {
    const key = keys[start];
    let end = start + 1;
    while (end < keys.length && keys[end] === key) end += 1;
    // Most runs are of two, which need no sorting routine.
    if (end - start === 2) {
      const [p, q] = [places[start] as number, places[start + 1] as number];
      if (compare(p, q) > 0) {
        places[start] = q;
        places[start + 1] = p;
      }
    } else if (end - start > 2) places.subarray(start, end).sort(compare);
    start = end;
  }
}

function bitsOf(scores: Float32Array): Int32Array {
  return new Int32Array(scores.buffer, scores.byteOffset, scores.length);
}
