import type { Corners, Point } from '../box.js';
import type { Seen } from './step.js';

/** The picture moved so many whole pixels to the right with all places in it, its left and right edges repeated. */
export function moveBy(seen: Seen, pixels: number): Seen {
  if (pixels === 0) return seen;
  const { width, height, data } = seen.image;
  const moved = data.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = (y * width + Math.min(width - 1, Math.max(0, x - pixels))) * 3;
      const to = (y * width + x) * 3;
      for (let c = 0; c < 3; c++) moved[to + c] = data[from + c]!;
    }
  }
  return { ...movedPlaces(seen, pixels), image: { width, height, data: moved } as Seen['image'] };
}

function movedPlaces({ face, plates, ...seen }: Seen, pixels: number): Seen {
  const moved = ([x, y]: Point): Point => [x + pixels, y];
  return {
    ...seen,
    ...(face ? { face: face.map(moved) } : {}),
    ...(plates ? { plates: plates.map(([a, b, c, d]): Corners => [moved(a), moved(b), moved(c), moved(d)]) } : {}),
  };
}
