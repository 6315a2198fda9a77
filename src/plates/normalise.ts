/**
 * What two texts of a plate may differ in and still count as the same:
 * - `strict`: case, spaces, hyphens, dots and other marks between the characters; every letter and digit is itself.
 * - `O=0, I=1`: that, and the letter O is the digit 0, the letter I the digit 1.
 * - `latin`: that of strict, and a Latin letter with a diacritic is the letter without, a Cyrillic letter the Latin one
 *   that it looks like (Serbian and Bulgarian plates show only such letters).
 * - `latin, O=0, I=1`: both.
 */
export const TEXT_RULES = ['strict', 'O=0, I=1', 'latin', 'latin, O=0, I=1'] as const;
export type TextRule = (typeof TEXT_RULES)[number];

/** Cyrillic capitals as the Latin ones that they look like. */
const LOOK_ALIKES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    А: 'A',
    В: 'B',
    Е: 'E',
    Ѕ: 'S',
    І: 'I',
    Ј: 'J',
    К: 'K',
    М: 'M',
    Н: 'H',
    О: 'O',
    Р: 'P',
    С: 'C',
    Т: 'T',
    У: 'Y',
    Х: 'X',
  }),
);

/** Latin letters with a stroke, which Unicode does not take apart. */
const STROKES: ReadonlyMap<string, string> = new Map(Object.entries({ Đ: 'D', Ø: 'O', Ł: 'L', Ħ: 'H' }));

/** The text as it is compared under a rule: its letters and digits, in capitals, one string a code point. */
export function normaliseText(text: string, rule: TextRule): string[] {
  const characters = [...text.normalize('NFKC').toUpperCase().normalize('NFC')].filter((c) => /[\p{L}\p{Nd}]/u.test(c));
  const latin = rule.startsWith('latin') ? characters.map(asLatin) : characters;
  return rule.endsWith('O=0, I=1') ? latin.map((c) => (c === 'O' ? '0' : c === 'I' ? '1' : c)) : latin;
}

function asLatin(character: string): string {
  const alike = LOOK_ALIKES.get(character) ?? STROKES.get(character);
  if (alike !== undefined) return alike;
  const base = character.normalize('NFD')[0] ?? character;
  return /[A-Z]/.test(base) ? base : character;
}
