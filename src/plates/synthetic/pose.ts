import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { type Box, boxAround, type Corners, type Point } from '../../images/box.js';
import { randomBetween, randomSigned } from '../../statistics/named-random.js';

export type Range = readonly [low: number, high: number];

/** How a plate is seen: ranges from which each is drawn. */
export interface PoseLimits {
  /** Pixels that the plate would be wide from straight ahead. */
  readonly width: Range;
  /** Degrees, to either side: turned about the upright axis, tilted about the level one, and turned in the picture. */
  readonly yaw: Range;
  readonly pitch: Range;
  readonly roll: Range;
  /** Distance of the camera, in widths of the plate: the nearer, the more its sides converge. */
  readonly distance: Range;
}

/** Where a plate is in a picture. */
export interface Pose {
  readonly corners: Corners;
  readonly box: Box;
  /** Pixels that the plate would be wide from straight ahead. */
  readonly width: number;
}

const MARGIN = 6;

/** Draws a pose; the whole plate lies in the picture, at least 6 pixels from its edge. */
export function drawPose(
  limits: PoseLimits,
  plate: { readonly width: number; readonly height: number },
  picture: { readonly width: number; readonly height: number },
  random: RandomGenerator,
): Pose {
  const width = randomBetween(random, ...limits.width);
  const turn = ([low, high]: Range) => (randomSigned(random, high > 0 ? low / high : 0, high) * Math.PI) / 180;
  const [yaw, pitch, roll] = [turn(limits.yaw), turn(limits.pitch), turn(limits.roll)];
  const distance = randomBetween(random, ...limits.distance);
  const height = plate.height / plate.width;
  const project = (x: number, y: number) => projected(x, y, { yaw, pitch, roll, distance }, width);
  const seen = [
    project(-0.5, -height / 2),
    project(0.5, -height / 2),
    project(0.5, height / 2),
    project(-0.5, height / 2),
  ] as const;
  const [left, top, right, bottom] = boxAround(seen);
  const x = place(left, right, picture.width, 0.12, 0.88, random);
  // Plates hang low on cars, so more room is left above them.
  const y = place(top, bottom, picture.height, 0.35, 0.9, random);
  const moved = ([a, b]: Point): Point => [rounded(a + x), rounded(b + y)];
  const corners: Corners = [moved(seen[0]), moved(seen[1]), moved(seen[2]), moved(seen[3])];
  return { corners, box: boxAround(corners), width };
}

/** Where to move something so that it lies between two shares of the picture if it fits, and in the picture if not. */
function place(low: number, high: number, size: number, from: number, to: number, random: RandomGenerator): number {
  const least = MARGIN - low;
  const most = size - MARGIN - high;
  const first = Math.min(most, Math.max(least, size * from - low));
  const last = Math.max(first, Math.min(most, size * to - high));
  return Math.round(randomBetween(random, first, last));
}

/** Labels have hundredths of a pixel, and what is drawn has just those. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

function projected(
  x: number,
  y: number,
  { yaw, pitch, roll, distance }: Readonly<Record<'yaw' | 'pitch' | 'roll' | 'distance', number>>,
  width: number,
): Point {
  const turnedX = x * Math.cos(yaw);
  const depth = x * Math.sin(yaw);
  const turnedY = y * Math.cos(pitch) - depth * Math.sin(pitch);
  const away = distance + y * Math.sin(pitch) + depth * Math.cos(pitch);
  const scale = (width * distance) / away;
  return [
    scale * (turnedX * Math.cos(roll) - turnedY * Math.sin(roll)),
    scale * (turnedX * Math.sin(roll) + turnedY * Math.cos(roll)),
  ];
}
