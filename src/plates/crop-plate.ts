import type { PlateMargin } from '../catalog/model-card.js';
import type { Box, Corners, Point } from '../images/box.js';
import { areProperCorners, projectiveMap, projectPoint, rectangleCorners } from '../images/perspective.js';
import type { Picture } from '../images/picture.js';
import { warpPerspective } from '../images/warp-perspective.js';
import type { DetectedPlate } from './plate.js';

/** Why a plate could not be cut out; a reading that was asked for counts as a failure. */
export class UncroppablePlate extends Error {
  override readonly name = 'UncroppablePlate';
}

/** Where a plate is: its corners where it has them, else its box. */
export type PlatePlace = Pick<DetectedPlate, 'box' | 'corners'>;

/**
 * The plate seen from the front, `width` by `height` pixels, with a margin on each side in parts of the plate's own width
 * and height (0.1 shows a tenth more on the left and again on the right; below 0 cuts into the plate). Where the margin
 * leaves the picture, the picture's edge goes on. `target`, when given, holds the result: `width * height * 3` bytes.
 * Throws UncroppablePlate for corners or a box that enclose nothing, or that a margin carries beyond the horizon.
 */
export function cropPlate(
  picture: Picture,
  place: PlatePlace,
  margin: PlateMargin,
  [width, height]: readonly [width: number, height: number],
  target?: Uint8Array,
): Picture {
  const outline = cropCorners(place, margin);
  return warpPerspective(picture, projectiveMap(rectangleCorners(width, height), outline), width, height, target);
}

/** Where the corners of the crop are in the picture. Throws UncroppablePlate. */
export function cropCorners({ box, corners }: PlatePlace, { x, y }: PlateMargin): Corners {
  const plate = corners ?? boxCorners(box);
  if (!areProperCorners(plate)) throw new UncroppablePlate('the corners of the plate do not enclose it');
  const map = projectiveMap(rectangleCorners(1, 1), plate);
  const at = (u: number, v: number): Point => projectPoint(map, [u, v]);
  const grown: Corners = [at(-x, -y), at(1 + x, -y), at(1 + x, 1 + y), at(-x, 1 + y)];
  if (!areProperCorners(grown)) throw new UncroppablePlate('the plate is seen too much from the side for its margin');
  return grown;
}

/** Width over height of the crop, each the mean of its two sides in the picture. Throws UncroppablePlate. */
export function cropAspect(place: PlatePlace, margin: PlateMargin): number {
  const [topLeft, topRight, bottomRight, bottomLeft] = cropCorners(place, margin);
  const across = distance(topLeft, topRight) + distance(bottomLeft, bottomRight);
  return across / (distance(topLeft, bottomLeft) + distance(topRight, bottomRight));
}

function boxCorners([left, top, right, bottom]: Box): Corners {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

function distance([x0, y0]: Point, [x1, y1]: Point): number {
  return Math.hypot(x1 - x0, y1 - y0);
}
