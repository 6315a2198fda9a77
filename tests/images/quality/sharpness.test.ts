import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sharpness } from '../../../src/images/quality/sharpness.js';
import { pictureOf } from '../fixtures.js';

/** A grey picture of 9 x 9 pixels that goes on for ever, seen with one more pixel on each side. */
const SIZE = 9;
const tiled = (value: (x: number, y: number) => number) =>
  pictureOf(SIZE + 2, SIZE + 2, (x, y) => value((x + SIZE - 1) % SIZE, (y + SIZE - 1) % SIZE));

/** Codes of which the mean of nine is a whole number, so that blurring rounds nothing. */
const codes = fc.array(
  fc.integer({ min: 0, max: 25 }).map((n) => 9 * n),
  { minLength: SIZE * SIZE, maxLength: SIZE * SIZE },
);

describe('sharpness', () => {
  it('is the variance of the Laplacian over the pixels that have four neighbours', () => {
    // One white dot: the Laplacian is -4 x 255 there, 255 at its four neighbours and 0 at the other four.
    const dot = pictureOf(5, 5, (x, y) => (x === 2 && y === 2 ? 255 : 0));
    expect(sharpness(dot)).toBeCloseTo((255 ** 2 * (16 + 4)) / 9, 6);
    // A corner of the middle: Laplacians -40, 10, 10 and 0.
    const corner = pictureOf(4, 4, (x, y) => (x === 1 && y === 1 ? 10 : 0));
    expect(sharpness(corner)).toBeCloseTo((1600 + 100 + 100) / 4 - 25, 9);
  });

  it('weighs the colours as Rec. 709 does', () => {
    const dot = (channel: number) => pictureOf(5, 5, (x, y, c) => (x === 2 && y === 2 && c === channel ? 200 : 0));
    const grey = sharpness(pictureOf(5, 5, (x, y) => (x === 2 && y === 2 ? 200 : 0)));
    for (const [channel, weight] of [0.2126, 0.7152, 0.0722].entries()) {
      expect(sharpness(dot(channel)) / grey).toBeCloseTo(weight ** 2, 9);
    }
  });

  it('is nothing for a flat picture and for an even slope', () => {
    expect(sharpness(pictureOf(7, 5, () => 91))).toBeCloseTo(0, 9);
    expect(sharpness(pictureOf(7, 5, (x, y) => 10 * x + 20 * y))).toBeCloseTo(0, 9);
  });

  it('stays when a constant is added, and grows with the square of contrast', () => {
    fc.assert(
      fc.property(codes, fc.integer({ min: 0, max: 30 }), (values, constant) => {
        const at = (x: number, y: number) => values[y * SIZE + x] ?? 0;
        const plain = sharpness(tiled(at));
        expect(sharpness(tiled((x, y) => at(x, y) + constant))).toBeCloseTo(plain, 6);
        expect(sharpness(tiled((x, y) => at(x, y) / 3))).toBeCloseTo(plain / 9, 6);
      }),
    );
  });

  it('falls under blur', () => {
    fc.assert(
      fc.property(codes, (values) => {
        const at = (x: number, y: number) => values[((y + SIZE) % SIZE) * SIZE + ((x + SIZE) % SIZE)] ?? 0;
        const blurred = (x: number, y: number) => {
          let sum = 0;
          for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) sum += at(x + dx, y + dy);
          return sum / 9;
        };
        const before = sharpness(tiled(at));
        const after = sharpness(tiled(blurred));
        if (before > 1) expect(after).toBeLessThan(before);
        else expect(after).toBeCloseTo(0, 6);
      }),
    );
  });

  it('refuses a picture in which no pixel has four neighbours', () => {
    expect(() => sharpness(pictureOf(2, 9, () => 0))).toThrow('3x3 pixels or more, found 2x9');
  });
});
