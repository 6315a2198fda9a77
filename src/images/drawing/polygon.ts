import type { Point } from '../box.js';

/** A closed outline; of several that are filled together, one that runs the other way round is a hole. */
export type Polygon = readonly Point[];

export function rectangle(left: number, top: number, right: number, bottom: number): Polygon {
  return [
    [left, top],
    [right, top],
    [right, bottom],
    [left, bottom],
  ];
}

/** A rectangle with rounded corners. */
export function roundedRectangle(left: number, top: number, right: number, bottom: number, radius: number): Polygon {
  const centres: [Point, number][] = [
    [[right - radius, top + radius], 3],
    [[right - radius, bottom - radius], 0],
    [[left + radius, bottom - radius], 1],
    [[left + radius, top + radius], 2],
  ];
  return centres.flatMap(([[x, y], quarter]) =>
    Array.from({ length: 7 }, (_, k): Point => {
      const angle = ((quarter + k / 6) * Math.PI) / 2;
      return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)];
    }),
  );
}

/** An ellipse, as a polygon of `corners` corners. */
export function ellipse(x: number, y: number, radiusX: number, radiusY: number, corners = 24): Polygon {
  return Array.from({ length: corners }, (_, k): Point => {
    const angle = (2 * Math.PI * k) / corners;
    return [x + radiusX * Math.cos(angle), y + radiusY * Math.sin(angle)];
  });
}

/** The polygon from its last point to its first: what makes a hole of it. */
export function reversed(polygon: Polygon): Polygon {
  return [...polygon].reverse();
}

/** The frame between a rounded rectangle and the same one `width` smaller on every side. */
export function roundedFrame(
  [left, top, right, bottom]: readonly [number, number, number, number],
  radius: number,
  width: number,
): Polygon[] {
  const inner = roundedRectangle(
    left + width,
    top + width,
    right - width,
    bottom - width,
    Math.max(0.1, radius - width),
  );
  return [roundedRectangle(left, top, right, bottom, radius), reversed(inner)];
}
