import { FalsematchError } from '../files/errors.js';
import type { Corners, Point } from '../images/box.js';

/** The five points of a face as they were typed: "x,y x,y x,y x,y x,y", in pixels. */
export function readFace(text: string, what: string): Point[] {
  return readPoints(text, what, {
    count: 5,
    are: 'the eyes, the nose and the corners of the mouth, each from the left',
  });
}

/** The corners of a plate as they were typed: "x,y x,y x,y x,y", in pixels. */
export function readCorners(text: string, what: string): Corners {
  const are = 'top left, top right, bottom right and bottom left';
  return readPoints(text, what, { count: 4, are }) as unknown as Corners;
}

function readPoints(text: string, what: string, { count, are }: { count: number; are: string }): Point[] {
  const points = text
    .trim()
    .split(/[\s;]+/)
    .map((point): Point => {
      const [x, y, ...rest] = point.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
      return rest.length > 0 || x === undefined || y === undefined ? [Number.NaN, Number.NaN] : [x, y];
    });
  if (points.length !== count || !points.flat().every(Number.isFinite)) {
    throw new FalsematchError(
      `${what} takes ${count} points in pixels, ${are}, such as "10,20 30,20 ..."; found "${text}".`,
    );
  }
  return points;
}
