import { rectangle } from '../../../images/drawing/polygon.js';
import { DIGITS, times } from './alphabets.js';
import type { PlateFace } from './face.js';
import type { PlateFormat, PlatePattern } from './format.js';
import { blueBand, hyphen, shield } from './ornaments.js';

/** Codes of registration areas on Serbian plates: most of them, from memory and not from an official list. */
export const SERBIAN_AREAS: readonly string[] =
  'AL AR AC BB BG BO BP BT BU VA VR VL VP VS VŠ GM DE ZA ZR IN IC JA KG KI KL KM KO KŠ KV KŽ LB LE LO NG NI NP NS NV PA PB PE PI PK PN PO PP PR PT PZ RA RU SA SD SJ SM SO SP ST SU SV TO TS TT ĆU UB UE UR ČA ŠA ŠI'.split(
    ' ',
  );

/** Serbian Latin letters of one character and, as the plates have them, W, X and Y. */
export const SERBIAN_LETTERS: readonly string[] = [...'ABCČĆDĐEFGHIJKLMNOPRSŠTUVWXYZŽ'];

const CYRILLIC: ReadonlyMap<string, string> = new Map(
  [...'ABVGDĐEŽZIJKLMNOPRSTĆUFHCČŠ'].map((latin, index) => [latin, [...'АБВГДЂЕЖЗИЈКЛМНОПРСТЋУФХЦЧШ'][index] ?? latin]),
);

/** The area code in Cyrillic, as it stands small below the shield: BG is БГ. */
export function cyrillicArea(code: string): string {
  return [...code].map((letter) => CYRILLIC.get(letter) ?? letter).join('');
}

const HEIGHT = 113;
const BAND = 40;
const CHARACTER = 76;
const SPACING = 5;
const INK = [22, 22, 24] as const;

function pattern(digits: number, weight: number): PlatePattern {
  return { country: 'RS', parts: [SERBIAN_AREAS, ...times(digits, DIGITS), ...times(2, SERBIAN_LETTERS)], weight };
}

function face(parts: readonly string[]): PlateFace {
  const [area = '', ...rest] = parts;
  const digits = rest.slice(0, -2).join('');
  const letters = rest.slice(-2).join('');
  const small = cyrillicArea(area);
  return {
    shapes: [
      ...blueBand(BAND, HEIGHT, false),
      { polygons: [rectangle(BAND, 0, BAND + 1, HEIGHT)], colour: [230, 230, 230] },
    ],
    rows: [
      {
        left: 3,
        right: BAND - 3,
        baseline: 98,
        height: 14,
        spacing: 1,
        colour: [245, 245, 245],
        items: [{ text: 'SRB' }],
      },
      {
        left: BAND + 8,
        right: 510,
        baseline: 95,
        height: CHARACTER,
        spacing: SPACING,
        colour: INK,
        items: [
          { text: area },
          { gap: 6 },
          { ...shield(22, 36, 46), below: { text: small, baseline: 92, height: 15 } },
          { gap: 6 },
          { text: digits },
          hyphen(58, 18, INK),
          { text: letters },
        ],
      },
    ],
  };
}

/**
 * Serbia since 2011: area code, shield with the code in Cyrillic below, three to five digits, hyphen, two letters.
 * Measures, letters and the shares of three, four and five digits are told from general knowledge and were not checked
 * against the regulation.
 */
export const SERBIA: PlateFormat = {
  name: 'serbia',
  title: 'Serbia, since 2011',
  size: { width: 520, height: HEIGHT },
  characterHeight: CHARACTER,
  characterSpacing: SPACING,
  ground: [236, 237, 236],
  ink: INK,
  patterns: [pattern(3, 5), pattern(4, 4), pattern(5, 1)],
  face,
};
