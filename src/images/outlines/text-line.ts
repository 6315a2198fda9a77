import type { Point } from '../box.js';
import type { Polygon } from '../drawing/polygon.js';
import { hasGlyph } from './font.js';
import { type GlyphOutline, glyphOutline } from './glyph-outline.js';

/**
 * The outlines of a text whose capitals are `size` high, from `left` on the baseline `baseline`, in one line of at most
 * `room`. A longer text ends in dots; a character that the font does not have becomes a question mark.
 */
export function textLine(text: string, [left, baseline]: Point, size: number, room: number): Polygon[] {
  const glyphs = [...text].map((character) => glyphOutline(hasGlyph(character) ? character : '?'));
  let x = left;
  return shortened(glyphs, room / size).flatMap(({ polygons, advance }) => {
    const start = x;
    x += advance * size;
    return polygons.map((polygon) => polygon.map(([dx, dy]): Point => [start + dx * size, baseline + dy * size]));
  });
}

function shortened(glyphs: readonly GlyphOutline[], room: number): readonly GlyphOutline[] {
  const width = (some: readonly GlyphOutline[]): number => some.reduce((sum, { advance }) => sum + advance, 0);
  if (width(glyphs) <= room) return glyphs;
  const dots = [...'...'].map(glyphOutline);
  let kept = glyphs.length - 1;
  while (kept > 0 && width(glyphs.slice(0, kept)) + width(dots) > room) kept--;
  return [...glyphs.slice(0, kept), ...dots];
}
