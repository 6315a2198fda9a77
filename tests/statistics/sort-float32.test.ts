import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sortFloat32 } from '../../src/statistics/sort-float32.js';

const LARGE = 5000;

/** Any bits at all: every NaN, both zeros, both infinities, subnormals. */
const anyFloat = fc.oneof(
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  fc.constantFrom(0, -(2 ** 31), 0x7f80_0000, 0xff80_0000 | 0, 0x7fc0_0000, 0xffc0_0000 | 0, 1, -(2 ** 31) + 1),
);

function sorted(values: Float32Array): Float32Array {
  const copy = values.slice();
  sortFloat32(copy);
  return copy;
}

describe('sortFloat32', () => {
  it('sorts large arrays as the built-in sort does, whatever the bits', () => {
    fc.assert(
      fc.property(fc.array(anyFloat, { minLength: 1, maxLength: 300 }), (few) => {
        const bits = Int32Array.from({ length: LARGE }, (_, i) => few[i % few.length]! ^ (i % 7 === 0 ? i << 8 : 0));
        const values = new Float32Array(bits.buffer);
        const [found, expected] = [sorted(values), values.slice().sort()];
        // Object.is tells -0 from 0 and takes any NaN for any other.
        expect(found.every((value, i) => Object.is(value, expected[i]))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('sorts a part of a buffer and leaves the rest alone', () => {
    const whole = Float32Array.from({ length: LARGE + 2 }, (_, i) => ((i * 7919) % 5003) - 2500);
    const [first, last] = [whole[0], whole.at(-1)];
    const part = whole.subarray(1, LARGE + 1);
    const expected = part.slice().sort();
    sortFloat32(part);
    expect(part).toEqual(expected);
    expect([whole[0], whole.at(-1)]).toEqual([first, last]);
  });

  it('sorts what is sorted, turned, equal, small or nothing', () => {
    const ramp = Float32Array.from({ length: LARGE }, (_, i) => i / 8 - 300);
    expect(sorted(ramp)).toEqual(ramp);
    expect(sorted(ramp.toReversed())).toEqual(ramp);
    expect(sorted(new Float32Array(LARGE).fill(-1))).toEqual(new Float32Array(LARGE).fill(-1));
    expect([...sorted(Float32Array.of(2, -1, 0, -0))]).toEqual([-1, -0, 0, 2]);
    expect(sorted(new Float32Array())).toEqual(new Float32Array());
  });
});
