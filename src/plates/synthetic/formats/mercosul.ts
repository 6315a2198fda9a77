import { rectangle, roundedFrame } from '../../../images/drawing/polygon.js';
import { DIGITS, LETTERS, times } from './alphabets.js';
import type { PlateFace } from './face.js';
import type { PlateFormat } from './format.js';

const INK = [20, 20, 22] as const;
const CHARACTER = 65;
const SPACING = 7;
const BLUE = [0, 48, 148] as const;

function face(parts: readonly string[]): PlateFace {
  return {
    shapes: [
      { polygons: [rectangle(0, 0, 400, 30)], colour: BLUE },
      { polygons: roundedFrame([1.5, 1.5, 398.5, 128.5], 8, 2.5), colour: INK },
      { polygons: [rectangle(366, 7, 390, 24)], colour: [30, 140, 70] },
      {
        polygons: [
          [
            [378, 9],
            [388, 15.5],
            [378, 22],
            [368, 15.5],
          ],
        ],
        colour: [240, 210, 60],
      },
      { polygons: [rectangle(10, 7, 34, 24)], colour: [60, 110, 190] },
    ],
    rows: [
      {
        left: 120,
        right: 280,
        baseline: 23,
        height: 16,
        spacing: 5,
        colour: [245, 245, 245],
        items: [{ text: 'BRASIL' }],
      },
      { left: 8, right: 34, baseline: 118, height: 11, spacing: 1, colour: INK, items: [{ text: 'BR' }] },
      {
        left: 30,
        right: 388,
        baseline: 111,
        height: CHARACTER,
        spacing: SPACING,
        stretch: 1.05,
        colour: INK,
        items: [{ text: parts.join('') }],
      },
    ],
  };
}

/** Brazil since 2018 (Mercosul): three letters, digit, letter, two digits; 400 x 130 mm. From general knowledge. */
export const MERCOSUL: PlateFormat = {
  name: 'mercosul',
  title: 'Brazil, Mercosul',
  size: { width: 400, height: 130 },
  characterHeight: CHARACTER,
  characterSpacing: SPACING,
  ground: [240, 240, 240],
  ink: INK,
  patterns: [{ country: 'BR', parts: [...times(3, LETTERS), DIGITS, LETTERS, ...times(2, DIGITS)], weight: 1 }],
  face,
};
