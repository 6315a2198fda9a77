import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnalignableFace } from '../../src/faces/align.js';
import { modelCrop, type PlacedFace } from '../../src/faces/crops.js';
import type { FivePoints } from '../../src/faces/face.js';
import type { Box } from '../../src/images/box.js';
import type { Picture } from '../../src/images/picture.js';
import { pictureOf } from '../images/fixtures.js';
import { CARD_OF_TWO } from './made-up-models.js';

const card = (crop: string | undefined, width = 4, height = 4) => ({
  ...CARD_OF_TWO,
  ...(crop ? { crop } : {}),
  input: { ...CARD_OF_TWO.input, size: [width, height] as [number, number] },
});
const POINTS: FivePoints = [
  [3, 4],
  [9, 4],
  [6, 7],
  [4, 10],
  [8, 10],
];
const placed = (box: Box, points = POINTS): PlacedFace => ({ box, points });
const reds = ({ data }: Picture): number[] => [...data].filter((_, i) => i % 3 === 0);
/** Reds that say where they stand: ten times the row and the column. */
const numbered = pictureOf(10, 10, (x, y) => y * 10 + x);

describe('modelCrop', () => {
  it('names crops so that models that take the same share it', () => {
    const names = [card(undefined, 112, 112), card('five-points', 96, 112), card('five-points', 160, 160)];
    expect(names.map((one) => modelCrop(one).name)).toEqual(['112x112', '112x96', '160x160']);
    expect(modelCrop(card('box')).name).toBe('box 4x4');
    expect(modelCrop(card('upright-square', 150, 150)).name).toBe('upright-square 150x150');
  });

  it('refuses a crop that nobody has written, and a size that five points have none for', () => {
    expect(() => modelCrop(card('boxes'))).toThrow(
      'There is no crop of the model made-up named "boxes"; did you mean "box"?',
    );
    expect(() => modelCrop(card('five-points', 100, 100))).toThrow('correct "input.size" or "crop" in its card.');
  });
});

describe('the box', () => {
  const cut = (box: Box, width = 4, height = 4) => modelCrop(card('box', width, height)).cut(numbered, placed(box));

  it('gives the pixels of a box of the input size as they are', () => {
    expect(reds(cut([2, 3, 6, 7]))).toEqual([32, 33, 34, 35, 42, 43, 44, 45, 52, 53, 54, 55, 62, 63, 64, 65]);
  });

  it('stretches edges to edges: a box of twice the size gives the middles of four pixels', () => {
    // Between the columns 0 and 1 and the rows 0 and 1: (0 + 1 + 10 + 11) / 4 = 5.5.
    expect(reds(cut([0, 0, 8, 8])).slice(0, 4)).toEqual([6, 8, 10, 12]);
    expect(reds(cut([0, 0, 8, 4])).slice(0, 4)).toEqual([1, 3, 5, 7]);
  });

  it('is black where the box is outside the picture', () => {
    expect(reds(cut([-2, 0, 2, 4])).slice(0, 4)).toEqual([0, 0, 0, 1]);
    expect(new Set(reds(cut([100, 100, 104, 104])))).toEqual(new Set([0]));
  });

  it.each([
    ['empty', [3, 3, 3, 6]],
    ['turned round', [6, 3, 3, 6]],
    ['not a number', [Number.NaN, 0, 4, 4]],
  ] as const)('refuses a box that is %s', (_, box) => {
    expect(() => cut(box)).toThrow(UnalignableFace);
  });

  it('shows nothing but what the picture has, whatever the box', () => {
    const side = fc.double({ min: -30, max: 30, noNaN: true });
    const length = fc.double({ min: 0.01, max: 50, noNaN: true });
    fc.assert(
      fc.property(side, side, length, length, (left, top, width, height) => {
        const flat = pictureOf(10, 10, () => 200);
        const {
          data,
          width: wide,
          height: high,
        } = modelCrop(card('box', 5, 3)).cut(flat, placed([left, top, left + width, top + height]));
        expect([wide, high, data.length]).toEqual([5, 3, 45]);
        for (const value of data) expect(value).toBeLessThanOrEqual(200);
      }),
    );
  });
});

describe('the upright square', () => {
  const cut = (picture: Picture, points: FivePoints, side = 4) =>
    modelCrop(card('upright-square', side, side)).cut(picture, placed([0, 0, 1, 1], points));

  it('has its side in whole pixels and its corner where face-api has it', () => {
    // Eyes at 3,4 and 9,4, the mouth at 6,10: each sqrt(45) away, so the side is floor(6.708 / 0.45) = 14.
    // The centre is 6,6: the corner is floor(6 - 7), floor(6 - 6.02), both below 0, so 0,0.
    const wide = pictureOf(14, 14, (x, y) => y * 14 + x);
    expect(reds(cut(wide, POINTS, 14))).toEqual(reds(wide));
    // Moved by 20 to the right and 10 down: the corner is 19, 9.
    const far = pictureOf(40, 40, (x, y) => (x + y) * 3);
    const moved = POINTS.map(([x, y]) => [x + 20, y + 10] as const);
    const square = reds(cut(far, moved, 14));
    expect([square[0], square[13], square.at(-1)]).toEqual([(19 + 9) * 3, (32 + 9) * 3, (32 + 22) * 3]);
  });

  it('does not turn with the face, nor change with the nose', () => {
    const picture = pictureOf(40, 40, (x, y) => (x * 7 + y * 5) % 256);
    const moved = POINTS.map(([x, y]) => [x + 15, y + 15] as const);
    const [right, left, , cornerA, cornerB] = moved;
    const otherNose = [right!, left!, [0, 0] as const, cornerA!, cornerB!];
    expect(cut(picture, otherNose)).toEqual(cut(picture, moved));
  });

  it('moves with the face by whole pixels', () => {
    fc.assert(
      fc.property(fc.integer({ min: 15, max: 25 }), fc.integer({ min: 15, max: 25 }), (dx, dy) => {
        const at = (x: number, y: number) => (x - dx) * 5 + (y - dy) * 3 + 100;
        const picture = pictureOf(60, 60, (x, y) => Math.min(Math.max(at(x, y), 0), 255));
        const still = pictureOf(60, 60, (x, y) => Math.min(Math.max((x - 15) * 5 + (y - 15) * 3 + 100, 0), 255));
        const moved = (x: number, y: number) => POINTS.map(([px, py]) => [px + x, py + y] as const);
        expect(cut(picture, moved(dx, dy), 7)).toEqual(cut(still, moved(15, 15), 7));
      }),
      { numRuns: 30 },
    );
  });

  it('refuses points that fall together, and fewer than five', () => {
    expect(() =>
      cut(
        numbered,
        POINTS.map(() => [5, 5] as const),
      ),
    ).toThrow('the five points fall together');
    expect(() => cut(numbered, POINTS.slice(0, 3))).toThrow('the face has no five points');
  });
});
