/** From this length on the radix sort is faster than the built-in one; see docs/speed.md. */
const RADIX_FROM = 4000;
const DIGITS = 2048;
const SIGN = 0x8000_0000;
const MINUS_INFINITY = 0xff80_0000;

/**
 * Sorts float32 numbers in place, lowest first, as `Float32Array.prototype.sort` does: -0 before 0, NaN last. Large
 * arrays are sorted by the digits of their bits (Knuth, The Art of Computer Programming 3, 5.2.5, algorithm R, lowest
 * digit first): three passes of 11 bits, in linear time, with a second array of the same size.
 */
export function sortFloat32(values: Float32Array): void {
  if (values.length < RADIX_FROM) {
    values.sort();
    return;
  }
  const keys = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const counts = [new Uint32Array(DIGITS), new Uint32Array(DIGITS), new Uint32Array(DIGITS)] as const;
  encode(keys, ...counts);
  const scratch = new Uint32Array(keys.length);
  scatter(keys, scratch, counts[0], 0);
  scatter(scratch, keys, counts[1], 11);
  scatter(keys, scratch, counts[2], 22);
  decode(scratch, keys);
}

/** Turns the bits of floats into whole numbers of the same order, and counts their three digits. */
function encode(keys: Uint32Array, low: Uint32Array, middle: Uint32Array, high: Uint32Array): void {
  for (let i = 0; i < keys.length; i += 1) {
    const bits = keys[i] ?? 0;
    // A NaN may carry a sign; it sorts last all the same.
    const plain = bits > MINUS_INFINITY ? bits ^ SIGN : bits;
    // A negative number has all its bits turned, as more bits mean less; another one its sign.
    const key = (plain ^ (-(plain >>> 31) | SIGN)) >>> 0;
    keys[i] = key;
    increase(low, key & 2047);
    increase(middle, (key >>> 11) & 2047);
    increase(high, key >>> 22);
  }
}

function increase(counts: Uint32Array, digit: number): void {
  counts[digit] = (counts[digit] ?? 0) + 1;
}

/** Moves every key behind those with a smaller digit, and keys of one digit keep their order. */
function scatter(from: Uint32Array, to: Uint32Array, counts: Uint32Array, shift: number): void {
  let start = 0;
  for (let digit = 0; digit < DIGITS; digit += 1) {
    const count = counts[digit] ?? 0;
    counts[digit] = start;
    start += count;
  }
  for (let i = 0; i < from.length; i += 1) {
    const key = from[i] ?? 0;
    const digit = (key >>> shift) & 2047;
    const at = counts[digit] ?? 0;
    counts[digit] = at + 1;
    to[at] = key;
  }
}

function decode(from: Uint32Array, to: Uint32Array): void {
  for (let i = 0; i < from.length; i += 1) {
    const key = from[i] ?? 0;
    to[i] = key ^ (((key >>> 31) - 1) | SIGN);
  }
}
