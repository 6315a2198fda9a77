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
 * scores in the order of their samples. Takes O(n). With `count` comparisons or fewer all of them are the tail, and then
 * `from` is `everything`, the threshold from which the parts are known to be complete.
 */
export function upperTail(parts: readonly ScoredPairs[], count: number, everything: number): UpperTail {
  const total = parts.reduce((sum, { scores }) => sum + scores.length, 0);
  const from = total <= count ? everything : scoreAt(parts, count);
  let length = 0;
  for (const { scores } of parts) for (let k = 0; k < scores.length; k += 1) if ((scores[k] ?? 0) >= from) length += 1;
  const scores = new Float32Array(length);
  const first = new Int32Array(length);
  const second = new Int32Array(length);
  let at = 0;
  for (const part of parts) {
    for (let k = 0; k < part.scores.length; k += 1) {
      const score = part.scores[k] ?? 0;
      if (score < from) continue;
      scores[at] = score;
      first[at] = part.first[k] ?? 0;
      second[at] = part.second[k] ?? 0;
      at += 1;
    }
  }
  return { from, ...inOrder({ scores, first, second }) };
}

/** Digits of 11 bits: three of them are a float32. */
const DIGIT = 11;
const VALUES = 1 << DIGIT;

/** The score of place `count` from the top, found digit by digit. */
function scoreAt(parts: readonly ScoredPairs[], count: number): number {
  let [known, mask, left] = [0, 0, count];
  for (const shift of [21, 10, 0]) {
    const values = shift === 0 ? 1 << 10 : VALUES;
    const counts = new Float64Array(values);
    for (const { scores } of parts) {
      const bits = bitsOf(scores);
      for (let k = 0; k < bits.length; k += 1) {
        const key = orderedBits(bits[k] ?? 0);
        if ((key & mask) >>> 0 !== known) continue;
        const digit = (key >>> shift) & (values - 1);
        counts[digit] = (counts[digit] ?? 0) + 1;
      }
    }
    let digit = values - 1;
    while (digit > 0 && left > (counts[digit] ?? 0)) {
      left -= counts[digit] ?? 0;
      digit -= 1;
    }
    known = (known | (digit << shift)) >>> 0;
    mask = (mask | ((values - 1) << shift)) >>> 0;
  }
  // Turns the order of the floats back into their bits.
  const bits = known >>> 31 ? known ^ 0x8000_0000 : ~known;
  return new Float32Array(new Int32Array([bits]).buffer)[0] ?? 0;
}

/** Sorts by score, highest first, digit by digit; the few that are equal then by their samples. */
function inOrder({ scores, first, second }: ScoredPairs): ScoredPairs {
  const length = scores.length;
  const bits = bitsOf(scores);
  // Keys travel with the places that they come from, so that every pass reads in order.
  let from = { keys: new Uint32Array(length), places: new Uint32Array(length) };
  let to = { keys: new Uint32Array(length), places: new Uint32Array(length) };
  for (let k = 0; k < length; k += 1) {
    from.keys[k] = ~orderedBits(bits[k] ?? 0);
    from.places[k] = k;
  }
  for (const shift of [0, 11, 22]) {
    moveByDigit(from, to, shift);
    [from, to] = [to, from];
  }
  sortEqual(from.places, from.keys, (p, q) => (first[p] ?? 0) - (first[q] ?? 0) || (second[p] ?? 0) - (second[q] ?? 0));
  const sorted = { scores: new Float32Array(length), first: new Int32Array(length), second: new Int32Array(length) };
  for (let k = 0; k < length; k += 1) {
    const place = from.places[k] ?? 0;
    sorted.scores[k] = scores[place] ?? 0;
    sorted.first[k] = first[place] ?? 0;
    sorted.second[k] = second[place] ?? 0;
  }
  return sorted;
}

interface Keyed {
  readonly keys: Uint32Array;
  readonly places: Uint32Array;
}

function moveByDigit(from: Keyed, to: Keyed, shift: number): void {
  const starts = new Uint32Array(VALUES + 1);
  const length = from.keys.length;
  for (let k = 0; k < length; k += 1) {
    const digit = ((from.keys[k] ?? 0) >>> shift) & (VALUES - 1);
    starts[digit + 1] = (starts[digit + 1] ?? 0) + 1;
  }
  for (let value = 0; value < VALUES; value += 1) starts[value + 1] = (starts[value + 1] ?? 0) + (starts[value] ?? 0);
  for (let k = 0; k < length; k += 1) {
    const key = from.keys[k] ?? 0;
    const digit = (key >>> shift) & (VALUES - 1);
    const place = starts[digit] ?? 0;
    to.keys[place] = key;
    to.places[place] = from.places[k] ?? 0;
    starts[digit] = place + 1;
  }
}

function sortEqual(places: Uint32Array, keys: Uint32Array, compare: (p: number, q: number) => number): void {
  for (let start = 0; start < keys.length; ) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    const [first, second] = [places[start] ?? 0, places[start + 1] ?? 0];
    // Most runs are of two, which need no sorting routine.
    if (end - start > 2) places.subarray(start, end).sort(compare);
    else if (end - start === 2 && compare(first, second) > 0) {
      places[start] = second;
      places[start + 1] = first;
    }
    start = end;
  }
}

function bitsOf(scores: Float32Array): Int32Array {
  return new Int32Array(scores.buffer, scores.byteOffset, scores.length);
}
