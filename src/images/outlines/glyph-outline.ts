import type { PathCommand } from 'opentype.js';
import type { Point } from '../box.js';
import type { Polygon } from '../drawing/polygon.js';
import { glyphOf } from './font.js';

/** The outline of a character: its baseline at 0, y downward, capitals of height 1. */
export interface GlyphOutline {
  readonly polygons: readonly Polygon[];
  /** From the left edge of the outline to its right edge. */
  readonly left: number;
  readonly right: number;
  /** How far the next character starts from this one's start. */
  readonly advance: number;
}

const known = new Map<string, GlyphOutline>();

/** A character's outline, its curves as straight pieces. Throws FalsematchError for one that the font has not. */
export function glyphOutline(character: string): GlyphOutline {
  const found = known.get(character);
  if (found) return found;
  const capital = heightOf(outlineAt('H', 1).polygons);
  const raw = outlineAt(character, 1 / capital);
  const height = heightOf(raw.polygons);
  // Plates make room for a mark above a letter by a lower letter.
  const lower = height > 1.1 ? 1.1 / height : 1;
  const polygons = raw.polygons.map((polygon) => polygon.map(([x, y]): Point => [x, y * lower]));
  const xs = polygons.flatMap((polygon) => polygon.map(([x]) => x));
  const outline = { polygons, left: Math.min(...xs), right: Math.max(...xs), advance: raw.advance };
  known.set(character, outline);
  return outline;
}

function heightOf(polygons: readonly Polygon[]): number {
  return -Math.min(...polygons.flatMap((polygon) => polygon.map(([, y]) => y)));
}

function outlineAt(character: string, size: number): { polygons: Polygon[]; advance: number } {
  const { glyph, unitsPerEm } = glyphOf(character);
  const { commands } = glyph.getPath(0, 0, size);
  return { polygons: flatten(commands), advance: ((glyph.advanceWidth ?? unitsPerEm) / unitsPerEm) * size };
}

const PIECES = 6;

function flatten(commands: readonly PathCommand[]): Polygon[] {
  const polygons: Point[][] = [];
  let points: Point[] = [];
  for (const command of commands) {
    // Not every outline is closed by a command of its own before the next one begins.
    if (command.type === 'M' || command.type === 'Z') {
      if (points.length > 2) polygons.push(points);
      points = [];
    }
    if (command.type === 'Z') continue;
    const start = points.at(-1) ?? [command.x, command.y];
    const end: Point = [command.x, command.y];
    if (command.type === 'Q') points.push(...curve([start, [command.x1, command.y1], end]));
    else if (command.type === 'C')
      points.push(...curve([start, [command.x1, command.y1], [command.x2, command.y2], end]));
    else points.push(end);
  }
  if (points.length > 2) polygons.push(points);
  return polygons;
}

/** Points along a Bezier curve after its start, by de Casteljau's construction. */
function curve(controls: readonly Point[]): Point[] {
  return Array.from({ length: PIECES }, (_, k) => {
    let level = controls;
    for (const share = (k + 1) / PIECES; level.length > 1; ) {
      level = level.slice(1).map(([x, y], index): Point => {
        const [fromX, fromY] = level[index]!;
        return [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
      });
    }
    return level[0]!;
  });
}
