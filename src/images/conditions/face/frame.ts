import type { Point } from '../../box.js';

/**
 * A place at a face: across from the middle between the eyes towards the image's right, and forward, both in distances
 * between the eyes; down in distances from the eyes to the mouth.
 */
export type Place = readonly [across: number, down: number, forward: number];

/** How a face stands in a picture: rolled, turned to a side, near or far. */
export interface FaceFrame {
  /** Where a place at the face is in the picture. */
  project(place: Place): Point;
  /** What a pixel's place is, as seen: across and down, the turn not undone. */
  unproject(x: number, y: number): Point;
  /** From the eyes to the mouth as seen, in distances between the eyes of a face straight ahead: mostly 1.1. */
  readonly length: number;
}

/** How far nose and mouth stand before the eyes, in distances between the eyes (of 63 mm). */
const NOSE_FORWARD = 0.5;
const MOUTH_FORWARD = 0.15;
/** Five points do not tell a profile's turn, and what is drawn would come apart. */
const MOST_TURN = Math.PI / 3;
/** In distances from eyes to mouth; eyes that seem nearer to each other belong to a face in profile. */
const LEAST_EYES = 0.6;

/**
 * The frame of a face by its five points: roll by the line through the eyes, turn by how far the nose stands beside the
 * line from eyes to mouth, scale by the distances of the eyes and from eyes to mouth. No perspective within the face.
 */
export function faceFrame(points: readonly Point[]): FaceFrame {
  const [right = [0, 0], left = right, nose = right, mouthRight = right, mouthLeft = mouthRight] = points;
  const eyes = middle(right, left);
  const mouth = minus(middle(mouthRight, mouthLeft), eyes);
  const across = unit(minus(left, right), mouth);
  // Towards the mouth, whichever way round the face is.
  const side = mouth[1] * across[0] - mouth[0] * across[1] < 0 ? -1 : 1;
  const downward: Point = [-across[1] * side, across[0] * side];
  const depth = dot(mouth, downward);
  const toNose = minus(nose, eyes);
  const share = depth > 0 ? clamp(dot(toNose, downward) / depth, 0, 1) : 0.5;
  const aside = dot(toNose, across) - share * dot(mouth, across);
  const apart = Math.hypot(left[0] - right[0], left[1] - right[1]);
  const turn = clamp(Math.atan2(aside, (NOSE_FORWARD - share * MOUTH_FORWARD) * apart), -MOST_TURN, MOST_TURN);
  const [sin, cos] = [Math.sin(turn), Math.cos(turn)];
  const scale = Math.max(apart / cos, LEAST_EYES * Math.hypot(...mouth), 1e-6);
  const sideways = MOUTH_FORWARD * sin * scale;
  const down = depth > 1e-6 ? minus(mouth, [across[0] * sideways, across[1] * sideways]) : downward;
  const determinant = scale * (across[0] * down[1] - across[1] * down[0]);
  return {
    length: Math.hypot(...down) / scale,
    project: ([x, y, forward]) => {
      const seen = (x * cos + forward * sin) * scale;
      return [eyes[0] + across[0] * seen + down[0] * y, eyes[1] + across[1] * seen + down[1] * y];
    },
    unproject: (x, y) => {
      const [dx, dy] = [x - eyes[0], y - eyes[1]];
      return [(dx * down[1] - dy * down[0]) / determinant, (scale * (across[0] * dy - across[1] * dx)) / determinant];
    },
  };
}

/** The direction of the eyes; where they are one point, across the way to the mouth. */
function unit([x, y]: Point, mouth: Point): Point {
  const length = Math.hypot(x, y);
  if (length > 1e-6) return [x / length, y / length];
  const other = Math.hypot(...mouth);
  return other > 1e-6 ? [mouth[1] / other, -mouth[0] / other] : [1, 0];
}

const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));
