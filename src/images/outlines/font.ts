import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import opentype, { type Font, type Glyph } from 'opentype.js';
import { FalsematchError } from '../../files/errors.js';

/**
 * Overpass (OFL-1.1), drawn after the lettering of American road signs: of the free fonts that were tried, synthetic
 * plates in it are read with the fewest mistakes. Each subset is a file of its own.
 */
const FILES = ['latin', 'latin-ext', 'cyrillic'].map(
  (subset) => `@fontsource/overpass/files/overpass-${subset}-600-normal.woff`,
);

const fonts: Font[] = [];

function loadedFonts(): readonly Font[] {
  if (fonts.length > 0) return fonts;
  const { resolve } = createRequire(import.meta.url);
  for (const file of FILES) {
    const { buffer, byteOffset, length } = readFileSync(resolve(file));
    fonts.push(opentype.parse(buffer.slice(byteOffset, byteOffset + length)));
  }
  return fonts;
}

/** Whether one of the fonts has a character. */
export function hasGlyph(character: string): boolean {
  return loadedFonts().some((font) => font.charToGlyph(character).index !== 0);
}

/** A character's glyph, and how many of the font's units make an em. Throws FalsematchError where the font has none. */
export function glyphOf(character: string): { glyph: Glyph; unitsPerEm: number } {
  for (const font of loadedFonts()) {
    const glyph = font.charToGlyph(character);
    if (glyph.index !== 0) return { glyph, unitsPerEm: font.unitsPerEm };
  }
  throw new FalsematchError(`The font of plates and labels has no "${character}"; use letters, digits and hyphens.`);
}
