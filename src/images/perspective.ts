import type { Corners, Point } from './box.js';

/**
 * [a, b, c, d, e, f, g, h, i]: x' = (a x + b y + c) / (g x + h y + i), y' = (d x + e y + f) / (g x + h y + i), in pixels of
 * a picture that reaches from 0 to its width and height (a pixel's centre is at a half, as boxes have it).
 */
export type Projective = readonly [
  a: number,
  b: number,
  c: number,
  d: number,
  e: number,
  f: number,
  g: number,
  h: number,
  i: number,
];

/** The corners of a rectangle with its top left corner at 0, 0. */
export function rectangleCorners(width: number, height: number): Corners {
  return [
    [0, 0],
    [width, 0],
    [width, height],
    [0, height],
  ];
}

/**
 * The map that brings four corners to four others, the way a camera shows something flat. Its numbers are not finite, or
 * it maps to no finite place, when three of the corners stand in one line.
 */
export function projectiveMap(from: Corners, to: Corners): Projective {
  return multiply(fromUnitSquare(to), invertProjective(fromUnitSquare(from)));
}

/** The map that undoes another, up to the factor that all nine numbers may share. */
export function invertProjective([a, b, c, d, e, f, g, h, i]: Projective): Projective {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ];
}

/** Where the map brings a place. */
export function projectPoint([a, b, c, d, e, f, g, h, i]: Projective, [x, y]: Point): Point {
  const depth = g * x + h * y + i;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}

/** Whether the corners are those of something flat in view, in their order: no corner turns back, none falls on another. */
export function areProperCorners(corners: Corners): boolean {
  return corners.every(([x, y], k) => {
    const [nextX, nextY] = corners[(k + 1) % 4]!;
    const [afterX, afterY] = corners[(k + 2) % 4]!;
    // Written so that NaN fails; in a picture y runs down, so a turn to the right is positive.
    return (nextX - x) * (afterY - nextY) - (nextY - y) * (afterX - nextX) > 0;
  });
}

/** From the square of side 1 to a quadrilateral. Source: Heckbert 1989, Fundamentals of Texture Mapping, 2.2.3. */
function fromUnitSquare([[x0, y0], [x1, y1], [x2, y2], [x3, y3]]: Corners): Projective {
  const [sumX, sumY] = [x0 - x1 + x2 - x3, y0 - y1 + y2 - y3];
  const [dx1, dx2, dy1, dy2] = [x1 - x2, x3 - x2, y1 - y2, y3 - y2];
  const determinant = dx1 * dy2 - dx2 * dy1;
  const g = (sumX * dy2 - dx2 * sumY) / determinant;
  const h = (dx1 * sumY - sumX * dy1) / determinant;
  return [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, 1];
}

function multiply(left: Projective, right: Projective): Projective {
  const at = (row: number, column: number): number =>
    left[row * 3]! * right[column]! + left[row * 3 + 1]! * right[column + 3]! + left[row * 3 + 2]! * right[column + 6]!;
  return [at(0, 0), at(0, 1), at(0, 2), at(1, 0), at(1, 1), at(1, 2), at(2, 0), at(2, 1), at(2, 2)];
}
