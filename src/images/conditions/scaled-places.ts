import type { Corners, Point } from '../box.js';
import type { Seen } from './step.js';

/** What is known of a picture once its sides are multiplied: places move, and the density goes with the width. */
export function scaledPlaces({ density, face, plates, ...seen }: Seen, scaleX: number, scaleY: number): Seen {
  const scaled = ([x, y]: Point): Point => [x * scaleX, y * scaleY];
  return {
    ...seen,
    ...(density === undefined ? {} : { density: density * scaleX }),
    ...(face ? { face: face.map(scaled) } : {}),
    ...(plates ? { plates: plates.map((corners) => corners.map(scaled) as unknown as Corners) } : {}),
  };
}
