import { roundedFrame } from '../../../images/drawing/polygon.js';
import { DIGITS, LETTERS, lettersWithout, times } from './alphabets.js';
import type { PlateFace, RowItem } from './face.js';
import type { PlateFormat, PlatePattern } from './format.js';
import { blueBand, hyphen, seals } from './ornaments.js';

const HEIGHT = 112;
const BAND = 44;
const CHARACTER = 76;
const SPACING = 5;
const INK = [20, 20, 20] as const;
const NONZERO = DIGITS.slice(1);

const GERMAN_1 = [...'BCDEFGHKLMNPRSW'];
const GERMAN_2 =
  'AB AC BN DA DD DO EF ER FD FF FR GE GI GS HB HD HH HL HN HX KA KI KL KN KO KS LB LU MA MD MS MZ OF OS PB PF RO RT SB SN SU TR UL WI WW'.split(
    ' ',
  );
const GERMAN_3 = 'BAD BIT EMD FFB GAP HEF HOM ROW STA TBB WOB'.split(' ');
const POLISH = lettersWithout('BDIOQZ');
const POLISH_2 = 'WA WB WE WF WI WX KR GD GA PO PY SK SB DW EL EP LU BI KT RZ ZS CB CT OP TK'.split(' ');
const FRENCH = lettersWithout('IOU');
const SPANISH = lettersWithout('AEIOUQ');
const CZECH = [...'ABCEHJKLMPSTUZ'];

const german = (areas: readonly string[], letters: number, digits: number): PlatePattern => ({
  country: 'DE',
  parts: [areas, ...times(letters, LETTERS), NONZERO, ...times(digits - 1, DIGITS)],
  weight: 1,
});

const PATTERNS: readonly PlatePattern[] = [
  german(GERMAN_1, 1, 4),
  german(GERMAN_1, 2, 3),
  german(GERMAN_1, 2, 4),
  german(GERMAN_2, 1, 3),
  german(GERMAN_2, 2, 3),
  german(GERMAN_2, 2, 4),
  german(GERMAN_3, 2, 3),
  { country: 'PL', parts: [POLISH_2, ...times(5, DIGITS)], weight: 3 },
  { country: 'PL', parts: [POLISH_2, ...times(4, DIGITS), POLISH], weight: 2 },
  { country: 'FR', parts: [...times(2, FRENCH), ...times(3, DIGITS), ...times(2, FRENCH)], weight: 4 },
  { country: 'ES', parts: [...times(4, DIGITS), ...times(3, SPANISH)], weight: 3 },
  { country: 'CZ', parts: [NONZERO, CZECH, DIGITS, ...times(4, DIGITS)], weight: 3 },
];

const BAND_LETTERS: Readonly<Record<string, string>> = { DE: 'D', PL: 'PL', FR: 'F', ES: 'E', CZ: 'CZ' };

function items(parts: readonly string[], { country }: PlatePattern): RowItem[] {
  const [area = '', ...rest] = parts;
  const between = (at: number, ...separator: RowItem[]): RowItem[] => [
    { text: parts.slice(0, at).join('') },
    ...separator,
    { text: parts.slice(at).join('') },
  ];
  if (country === 'DE') {
    const letters = rest.filter((part) => /[A-Z]/.test(part)).join('');
    return [
      { text: area },
      { gap: 4 },
      seals(HEIGHT / 2, 40),
      { gap: 6 },
      { text: letters },
      { gap: 24 },
      { text: rest.join('').slice(letters.length) },
    ];
  }
  if (country === 'PL') return between(1, { gap: 34 });
  if (country === 'ES') return between(4, { gap: 34 });
  if (country === 'CZ') return between(3, { gap: 34 });
  const dash = hyphen(HEIGHT / 2, 20, INK);
  return [
    { text: parts.slice(0, 2).join('') },
    dash,
    { text: parts.slice(2, 5).join('') },
    dash,
    { text: parts.slice(5).join('') },
  ];
}

function face(parts: readonly string[], pattern: PlatePattern): PlateFace {
  return {
    shapes: [
      ...blueBand(BAND, HEIGHT, true),
      { polygons: roundedFrame([1.5, 1.5, 518.5, HEIGHT - 1.5], 8, 3), colour: INK },
    ],
    rows: [
      {
        left: 4,
        right: BAND - 4,
        baseline: 97,
        height: 22,
        spacing: 1,
        colour: [245, 245, 245],
        items: [{ text: BAND_LETTERS[pattern.country] ?? '' }],
      },
      {
        left: BAND + 10,
        right: 508,
        baseline: (HEIGHT + CHARACTER) / 2,
        height: CHARACTER,
        spacing: SPACING,
        colour: INK,
        items: items(parts, pattern),
      },
    ],
  };
}

/**
 * Plates with the European band, in the builds of Germany (without umlauts), Poland (a selection of areas), France,
 * Spain and the Czech Republic. Measures: 520 x 112 mm, characters of 76 mm. No two of these countries share a text; where a German one can be split in two ways, the first is drawn.
 */
export const EU: PlateFormat = {
  name: 'eu',
  title: 'European band: Germany, Poland, France, Spain, Czech Republic',
  size: { width: 520, height: HEIGHT },
  characterHeight: CHARACTER,
  characterSpacing: SPACING,
  ground: [240, 240, 238],
  ink: INK,
  patterns: PATTERNS,
  face,
};
