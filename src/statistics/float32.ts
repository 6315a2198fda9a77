const value32 = new Float32Array(1);
const bits32 = new Uint32Array(value32.buffer);
const SIGN = 0x8000_0000;

/**
 * The next float32 above x, x being a float32: above the largest finite one comes Infinity, above -0 and 0 the smallest
 * subnormal. Infinity stays. Throws for NaN and for a number that is no float32.
 */
export function nextFloat32Up(x: number): number {
  checkFloat32(x);
  if (x === Number.POSITIVE_INFINITY) return x;
  // Positive zero, so that -0 and 0 have one next value.
  value32[0] = x + 0;
  const bits = bits32[0] ?? 0;
  bits32[0] = bits >= SIGN ? bits - 1 : bits + 1;
  return (value32[0] ?? 0) + 0;
}

/** The next float32 below x; see `nextFloat32Up`. */
export function nextFloat32Down(x: number): number {
  return 0 - nextFloat32Up(-x);
}

/**
 * The decimal of fewest significant digits, rounded to nearest, that parses back to the same float32: at most 9 digits.
 * Example: the float32 nearest to 0.1 is written "0.1", not "0.10000000149011612".
 */
export function formatFloat32(x: number): string {
  if (!Number.isFinite(x) || x === 0) return Object.is(x, -0) ? '-0' : String(x);
  checkFloat32(x);
  let digits = 1;
  let decimal = Number(x.toPrecision(digits));
  while (Math.fround(decimal) !== x) {
    digits += 1;
    decimal = Number(x.toPrecision(digits));
  }
  return String(decimal);
}

function checkFloat32(x: number): void {
  if (Math.fround(x) !== x) throw new RangeError(`Expected a float32, found ${x}.`);
}

/** The bits of a float as a whole number in the order of the floats. */
export function orderedBits(bits: number): number {
  return (bits ^ (-(bits >>> 31) | 0x8000_0000)) >>> 0;
}
