import type { Corners, Point } from './box.js';

/** A rectangle turned in the plane. */
export interface TurnedRectangle {
  readonly centre: Point;
  /** Direction of its upper side, length 1, pointing to the right and at most 45 degrees up or down. */
  readonly along: Point;
  /** Length along that direction, and across it. */
  readonly width: number;
  readonly height: number;
}

/** The rectangle of least area around points, or undefined when they enclose no area. */
export function leastRectangle(points: readonly Point[]): TurnedRectangle | undefined {
  const hull = convexHull(points);
  let best: TurnedRectangle | undefined;
  // One side of it lies on a side of the hull (Freeman & Shapira 1975).
  hull.forEach(([x, y], k) => {
    const [nextX, nextY] = hull[(k + 1) % hull.length]!;
    const length = Math.hypot(nextX - x, nextY - y);
    const rectangle = around(hull, uprightDirection((nextX - x) / length, (nextY - y) / length));
    const area = rectangle.width * rectangle.height;
    if (area > 0 && (best === undefined || area < best.width * best.height)) best = rectangle;
  });
  return best;
}

/** The rectangle's corners from the top left, clockwise, after growing by so many pixels on each side. */
export function rectangleOutline(rectangle: TurnedRectangle, growX = 0, growY = 0): Corners {
  const { centre, along, width, height } = rectangle;
  const [x, y] = [width / 2 + growX, height / 2 + growY];
  const at = (u: number, v: number): Point => [
    centre[0] + u * along[0] - v * along[1],
    centre[1] + u * along[1] + v * along[0],
  ];
  return [at(-x, -y), at(x, -y), at(x, y), at(-x, y)];
}

/** One of the four directions of a rectangle's sides: the one that points to the right, at most 45 degrees up or down. */
function uprightDirection(x: number, y: number): Point {
  if (Math.abs(x) >= Math.abs(y)) return x > 0 ? [x, y] : [-x, -y];
  return y < 0 ? [-y, x] : [y, -x];
}

function around(points: readonly Point[], along: Point): TurnedRectangle {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [x, y] of points) {
    const u = x * along[0] + y * along[1];
    const v = y * along[0] - x * along[1];
    left = Math.min(left, u);
    right = Math.max(right, u);
    top = Math.min(top, v);
    bottom = Math.max(bottom, v);
  }
  const [u, v] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centre: [u * along[0] - v * along[1], u * along[1] + v * along[0]],
    along,
    width: right - left,
    height: bottom - top,
  };
}

/** The corners of the smallest convex area that holds all points, in order (Andrew's monotone chain). */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && !turnsRight(chain.at(-2)!, chain.at(-1)!, point)) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnsRight(a: Point, b: Point, c: Point): boolean {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0]) > 0;
}
