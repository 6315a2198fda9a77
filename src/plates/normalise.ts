/**
 * What two texts of a plate may differ in and still count as the same:
 * - `strict`: case (ß is SS), the width of full-width characters, spaces, hyphens, dots and other marks between the
 *   characters; every letter and digit is itself.
 * - `O=0, I=1`: that, and the letter O is the digit 0, the letter I the digit 1.
 * - `latin`: that of strict, and a Latin letter with a diacritic is the letter without, a Cyrillic or Greek letter the
 *   Latin one that it looks like (Bulgarian and Greek plates show only such letters). Letters that look like no Latin
 *   one stay what they are.
 * - `latin, O=0, I=1`: both.
 */
export const TEXT_RULES = ['strict', 'O=0, I=1', 'latin', 'latin, O=0, I=1'] as const;
export type TextRule = (typeof TEXT_RULES)[number];

/** Cyrillic and Greek capitals as the Latin ones that they look like. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map([
  ...pairs('АВЕЅІЈКМНОРСТУХ', 'ABESIJKMHOPCTYX'),
  ...pairs('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ', 'ABEZHIKMNOPTYX'),
]);

/** Latin letters with a stroke, which Unicode does not take apart; the Icelandic eth looks like the Serbian Đ. */
const STROKES: ReadonlyMap<string, string> = new Map(pairs('ĐÐØŁĦŦ', 'DDOLHT'));

/** The text as it is compared under a rule: its letters and digits, in capitals, one string a code point. */
export function normaliseText(text: string, rule: TextRule): string[] {
  // The capital ẞ is what toUpperCase makes SS of when it is small.
  const capitals = text.normalize('NFKC').toUpperCase().replaceAll('ẞ', 'SS').normalize('NFC');
  const characters = [...capitals].filter((c) => /[\p{L}\p{Nd}]/u.test(c));
  const latin = rule.startsWith('latin') ? characters.map(asLatin) : characters;
  return rule.endsWith('O=0, I=1') ? latin.map((c) => (c === 'O' ? '0' : c === 'I' ? '1' : c)) : latin;
}

function asLatin(character: string): string {
  const base = character.normalize('NFD')[0] ?? character;
  const alike = LOOK_ALIKES.get(base) ?? STROKES.get(base) ?? base;
  return /[A-Z]/.test(alike) ? alike : character;
}

function pairs(from: string, to: string): [string, string][] {
  return [...from].map((character, k) => [character, to[k] ?? character]);
}
