import type { Point } from '../../box.js';
import type { Polygon } from '../../drawing/polygon.js';
import type { FaceFrame, Place } from './frame.js';

/** Something curved at a face: a place for each `u` from -1 to 1 and `v` from 0 to 1. */
export type Surface = (u: number, v: number) => Place;

const COLUMNS = 16;
const ROWS = 8;

/**
 * What a surface covers in the picture, as small pieces to be filled together. All run the same way round, so none
 * makes a hole where the surface bends out of sight behind another.
 */
export function patch(frame: FaceFrame, surface: Surface, columns = COLUMNS, rows = ROWS): Polygon[] {
  const points = Array.from({ length: (columns + 1) * (rows + 1) }, (_, k) =>
    frame.project(surface((2 * (k % (columns + 1))) / columns - 1, Math.floor(k / (columns + 1)) / rows)),
  );
  const at = (column: number, row: number): Point => points[row * (columns + 1) + column]!;
  const pieces: Polygon[] = [];
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const piece = [at(column, row), at(column + 1, row), at(column + 1, row + 1), at(column, row + 1)];
      pieces.push(areaOf(piece) < 0 ? piece.reverse() : piece);
    }
  }
  return pieces;
}

/** Twice the area, negative where the outline runs the other way round. */
function areaOf(polygon: Polygon): number {
  return polygon.reduce((sum, [x, y], k) => {
    const [nextX, nextY] = polygon[(k + 1) % polygon.length]!;
    return sum + x * nextY - nextX * y;
  }, 0);
}

/** From where to where a surface reaches across, as seen. */
export function reachOf(frame: FaceFrame, surface: Surface): readonly [from: number, to: number] {
  const seen = Array.from({ length: 3 * (COLUMNS + 1) }, (_, k) => {
    const place = surface((2 * (k % (COLUMNS + 1))) / COLUMNS - 1, Math.floor(k / (COLUMNS + 1)) / 2);
    return frame.unproject(...frame.project(place))[0];
  });
  return [Math.min(...seen), Math.max(...seen)];
}

/** A band from one place to another, `width` wide up and down; nothing where the head would hide it. */
export function bandBehind(frame: FaceFrame, from: Place, to: Place, width: number): Polygon[] {
  const seen = (place: Place): number => frame.unproject(...frame.project(place))[0];
  const outward = Math.sign(to[0]);
  if ((seen(to) - seen(from)) * outward <= 0) return [];
  return patch(
    frame,
    (u, v) => {
      const share = (u + 1) / 2;
      const [x, y, z] = from.map((value, k) => value + (to[k]! - value) * share) as unknown as Place;
      return [x, y + (v - 0.5) * width, z];
    },
    1,
    1,
  );
}
