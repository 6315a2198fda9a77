import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { averageBlocks } from '../../src/images/average-blocks.js';
import { createLetterbox } from '../../src/images/letterbox.js';
import { resizeInto, resizePicture } from '../../src/images/resize.js';
import { anyPicture, pictureOf } from './fixtures.js';

const reds = ({ data }: { data: Uint8Array }): number[] => [...data].filter((_, i) => i % 3 === 0);

describe('resizePicture', () => {
  it('has half-pixel centres and repeats edges, as OpenCV (0, 100 at width 4 is 0, 25, 75, 100)', () => {
    expect(
      reds(
        resizePicture(
          pictureOf(2, 1, (x) => x * 100),
          4,
          1,
        ),
      ),
    ).toEqual([0, 25, 75, 100]);
    expect(
      reds(
        resizePicture(
          pictureOf(1, 2, (_, y) => y * 100),
          1,
          4,
        ),
      ),
    ).toEqual([0, 25, 75, 100]);
  });

  it('halves by taking the mean of the two middle neighbours', () => {
    expect(
      reds(
        resizePicture(
          pictureOf(4, 1, (x) => [10, 20, 30, 50][x]!),
          2,
          1,
        ),
      ),
    ).toEqual([15, 40]);
  });

  it('averages blocks first when it shrinks by more than two, so that fine stripes become grey', () => {
    const stripes = pictureOf(90, 90, (x) => (x % 2) * 200);
    for (const value of resizePicture(stripes, 15, 15).data) expect(value).toBe(100);
    // Without it, bilinear sampling at the columns 0.5 + 3 k would see two pixels of three only.
    const spikes = pictureOf(30, 1, (x) => (x % 3 === 1 ? 90 : 0));
    expect(new Set(reds(resizePicture(spikes, 10, 1)))).toEqual(new Set([30]));
  });

  it('is the picture itself at its own size', () => {
    fc.assert(
      fc.property(anyPicture, (picture) => {
        expect(resizePicture(picture, picture.width, picture.height)).toEqual(picture);
      }),
    );
  });

  it('commutes with exchanging left and right, and never leaves the range of values', () => {
    const mirrored = (p: { width: number; height: number; data: Uint8Array }) =>
      pictureOf(p.width, p.height, (x, y, c) => p.data[(y * p.width + p.width - 1 - x) * 3 + c]!);
    fc.assert(
      fc.property(
        anyPicture,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (picture, width, height) => {
          const result = resizePicture(picture, width, height);
          expect(Math.max(...result.data)).toBeLessThanOrEqual(Math.max(...picture.data));
          expect(Math.min(...result.data)).toBeGreaterThanOrEqual(Math.min(...picture.data));
          // A picture that does not divide into whole blocks has its narrow block on one side only.
          if (picture.width > 2 * width) return;
          const other = mirrored(resizePicture(mirrored(picture), width, height));
          for (let i = 0; i < other.data.length; i++)
            expect(Math.abs(other.data[i]! - result.data[i]!)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it('keeps a linear ramp linear to one grey value', () => {
    const ramp = resizePicture(
      pictureOf(100, 3, (x) => 20 + 2 * x),
      237,
      7,
    );
    reds(ramp).forEach((value, i) => {
      const at = Math.min(Math.max(((i % 237) + 0.5) * (100 / 237) - 0.5, 0), 99);
      expect(Math.abs(value - (20 + 2 * at))).toBeLessThanOrEqual(0.6);
    });
  });

  it('writes only its own corner of a canvas', () => {
    const canvas = new Uint8Array(4 * 3 * 3).fill(9);
    resizeInto(
      pictureOf(1, 1, () => 5),
      2,
      2,
      canvas,
      4,
    );
    expect(reds({ data: canvas })).toEqual([5, 5, 9, 9, 5, 5, 9, 9, 9, 9, 9, 9]);
  });
});

describe('averageBlocks', () => {
  it('averages whole blocks and what is left at the edges', () => {
    const picture = pictureOf(3, 3, (x, y) => 10 * (y * 3 + x));
    expect(reds(averageBlocks(picture, 2, 2))).toEqual([20, 35, 65, 80]);
  });
});

describe('createLetterbox', () => {
  it('keeps the ratio, puts the picture at the top left and the rest black, also after a larger picture', () => {
    const letterbox = createLetterbox(4, 4);
    letterbox(pictureOf(4, 4, () => 200));
    const { picture, scaleX, scaleY } = letterbox(pictureOf(8, 4, () => 100));
    expect([scaleX, scaleY]).toEqual([0.5, 0.5]);
    expect(reds(picture)).toEqual([...Array(8).fill(100), ...Array(8).fill(0)]);
  });

  it('puts the picture in the middle of a colour when asked to, and says where', () => {
    const letterbox = createLetterbox(3, 4, { place: 'centre', pad: 114 });
    const { picture, left, top } = letterbox(pictureOf(3, 1, () => 7));
    expect([left, top]).toEqual([0, 1]);
    expect(reds(picture)).toEqual([...Array(3).fill(114), 7, 7, 7, ...Array(6).fill(114)]);
  });

  it('gives a panorama one row at least', () => {
    const { scaleX, scaleY } = createLetterbox(320, 320)(pictureOf(8000, 5, () => 1));
    expect([scaleX, scaleY]).toEqual([0.04, 0.2]);
  });
});
