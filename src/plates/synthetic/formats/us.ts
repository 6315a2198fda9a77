import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Colour } from '../../../images/drawing/colour.js';
import { ellipse, rectangle, roundedFrame } from '../../../images/drawing/polygon.js';
import { randomBelow } from '../../../statistics/seeded.js';
import { DIGITS, lettersWithout, times } from './alphabets.js';
import type { PlateFace } from './face.js';
import type { PlateFormat, PlatePattern } from './format.js';

const CHARACTER = 70;
const SPACING = 3;
const LETTERS = lettersWithout('IOQ');

/** A pattern from letters (A) and digits (1). */
function pattern(shape: string): PlatePattern {
  return { country: 'US', parts: [...shape].flatMap((c) => times(1, c === 'A' ? LETTERS : DIGITS)), weight: 1 };
}

/** No state's: the colours of the text, of the line above and of the band behind it. */
const STYLES: readonly {
  readonly ink: Colour;
  readonly line: Colour;
  readonly band: Colour;
  readonly words: string;
}[] = [
  { ink: [24, 34, 96], line: [178, 24, 40], band: [238, 238, 236], words: 'LAKELAND' },
  { ink: [20, 70, 52], line: [20, 70, 52], band: [216, 230, 216], words: 'PINE COUNTRY' },
  { ink: [30, 30, 34], line: [245, 245, 245], band: [40, 70, 150], words: 'NORTH COAST' },
  { ink: [120, 22, 34], line: [40, 60, 140], band: [226, 230, 240], words: 'PRAIRIE' },
];

function face(parts: readonly string[], _pattern: PlatePattern, random: RandomGenerator): PlateFace {
  const style = STYLES[randomBelow(random, STYLES.length)] ?? STYLES[0]!;
  const text = parts.join('');
  const split = /^(?:[A-Z]{3}\d{3,4}|\d{3}[A-Z]{3})$/.test(text) ? 3 : text.length;
  const holes = [70, 235].flatMap((x) => [12, 140].map((y) => ellipse(x, y, 7, 4, 12)));
  return {
    shapes: [
      { polygons: [rectangle(0, 0, 305, 34)], colour: style.band },
      { polygons: roundedFrame([2, 2, 303, 150], 10, 1.6), colour: style.ink },
      { polygons: holes, colour: [70, 72, 76] },
    ],
    rows: [
      {
        left: 85,
        right: 220,
        baseline: 27,
        height: 16,
        spacing: 2,
        colour: style.line,
        items: [{ text: style.words }],
      },
      {
        left: 14,
        right: 291,
        baseline: 118,
        height: CHARACTER,
        spacing: SPACING,
        stretch: 0.95,
        colour: style.ink,
        items: [{ text: text.slice(0, split) }, { gap: split < text.length ? 12 : 0 }, { text: text.slice(split) }],
      },
    ],
  };
}

/** The size of plates of the United States (12 by 6 inches) in builds that several states use, without I, O and Q. */
export const US: PlateFormat = {
  name: 'us',
  title: 'United States, no state in particular',
  size: { width: 305, height: 152 },
  characterHeight: CHARACTER,
  characterSpacing: SPACING,
  ground: [236, 237, 234],
  ink: [24, 34, 96],
  patterns: ['AAA1111', '1AAA111', 'AAA111', '111AAA', 'A111111'].map(pattern),
  face,
};
