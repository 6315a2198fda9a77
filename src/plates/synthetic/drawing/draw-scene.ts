import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Corners, Point } from '../../../images/box.js';
import { type Canvas, createCanvas, fillPolygons } from '../../../images/drawing/canvas.js';
import { type Colour, mixColours, scaleColour } from '../../../images/drawing/colour.js';
import { ellipse, rectangle, roundedFrame, roundedRectangle } from '../../../images/drawing/polygon.js';
import { cloudyNoise } from '../../../images/drawing/smooth-noise.js';
import { randomBetween } from '../../../statistics/named-random.js';
import { randomBelow } from '../../../statistics/seeded.js';
import type { Pose } from '../pose.js';

const PAINTS: readonly Colour[] = [
  [34, 36, 40],
  [206, 208, 210],
  [150, 154, 160],
  [126, 28, 30],
  [34, 52, 96],
  [88, 92, 96],
  [60, 74, 58],
  [186, 170, 140],
];
const DARK: Colour = [20, 21, 23];

/** A road, something behind it, and the rear or front of a car around the place of the plate; the plate is not drawn. */
export function drawScene(width: number, height: number, pose: Pose, random: RandomGenerator): Canvas {
  const scene = drawSurroundings(width, height, random);
  drawCar(scene, pose, random);
  drawRecess(scene, pose.corners);
  return scene;
}

function drawSurroundings(width: number, height: number, random: RandomGenerator): Canvas {
  const horizon = randomBetween(random, 0.1, 0.35) * height;
  const brightness = randomBetween(random, 90, 195);
  const tint = (most: number) => brightness + randomBetween(random, -most, most);
  const far: Colour = [tint(14), tint(10), tint(22)];
  const road: Colour = scaleColour([98, 96, 94], randomBetween(random, 0.7, 1.3));
  const cloud = cloudyNoise(width, height, 90, random);
  const scene = createCanvas(width, height, (x, y) => {
    const share = Math.min(1, Math.max(0, (y - horizon) / 30 + 0.5));
    return scaleColour(mixColours(far, road, share), 0.8 + 0.4 * cloud(x, y));
  });
  for (let k = 0; k < 7; k++) {
    const left = randomBetween(random, -40, width);
    const top = randomBetween(random, -60, horizon);
    const size = randomBetween(random, 20, 110);
    const tone = scaleColour(far, randomBetween(random, 0.35, 1.2));
    fillPolygons(scene, [rectangle(left, top, left + size, horizon + 6)], tone, 0.8);
  }
  return scene;
}

function drawCar(scene: Canvas, { box, width }: Pose, random: RandomGenerator): void {
  const x = (box[0] + box[2]) / 2 + width * randomBetween(random, -0.15, 0.15);
  const y = (box[1] + box[3]) / 2;
  const paint = PAINTS[randomBelow(random, PAINTS.length)]!;
  const half = width * randomBetween(random, 1.5, 1.75);
  const roof = y - width * randomBetween(random, 1.5, 2);
  const waist = y - width * randomBetween(random, 0.62, 0.8);
  const foot = y + width * randomBetween(random, 0.5, 0.62);
  const shade = cloudyNoise(scene.width, scene.height, Math.max(12, width / 2), random);
  const body = (px: number, py: number): Colour =>
    scaleColour(paint, 1.22 - 0.5 * ((py - roof) / (foot - roof)) + 0.24 * (shade(px, py) - 0.5));
  fillPolygons(scene, [ellipse(x, foot + width * 0.08, half * 1.05, width * 0.12)], DARK, 0.75);
  for (const side of [-1, 1]) {
    const tyre = x + side * half * 0.8;
    const reach = width * 0.17;
    fillPolygons(
      scene,
      [roundedRectangle(tyre - reach, foot - width * 0.25, tyre + reach, foot + width * 0.16, reach / 2)],
      DARK,
    );
  }
  const cabin: Point[] = [
    [x - half * 0.72, roof],
    [x + half * 0.72, roof],
    [x + half * 0.94, waist],
    [x - half * 0.94, waist],
  ];
  fillPolygons(scene, [cabin], body);
  const inset = width * 0.09;
  const glass: Point[] = [
    [x - half * 0.66, roof + inset],
    [x + half * 0.66, roof + inset],
    [x + half * 0.84, waist - inset / 2],
    [x - half * 0.84, waist - inset / 2],
  ];
  fillPolygons(scene, [glass], (_, py) => mixColours([120, 132, 140], [30, 34, 38], (py - roof) / (waist - roof)));
  fillPolygons(scene, [roundedRectangle(x - half, waist - width * 0.05, x + half, foot, width * 0.14)], body);
  fillPolygons(
    scene,
    [rectangle(x - half * 0.97, waist + width * 0.12, x + half * 0.97, waist + width * 0.135)],
    DARK,
    0.5,
  );
  drawBumper(scene, { x, y, half, foot, width, paint }, random);
  drawLamps(scene, { x, y: waist + width * 0.27, half, width }, random);
}

interface Bumper {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly foot: number;
  readonly width: number;
  readonly paint: Colour;
}

function drawBumper(scene: Canvas, { x, y, half, foot, width, paint }: Bumper, random: RandomGenerator): void {
  const plastic = randomBelow(random, 2) === 0 ? DARK : scaleColour(paint, 0.8);
  const top = y + width * randomBetween(random, 0.2, 0.3);
  fillPolygons(scene, [roundedRectangle(x - half * 1.01, top, x + half * 1.01, foot, width * 0.06)], plastic, 0.92);
  fillPolygons(scene, [rectangle(x - half, top, x + half, top + width * 0.012)], scaleColour(paint, 1.3), 0.6);
  if (randomBelow(random, 3) === 0) return;
  // A grille above or below the plate: slats, which detectors take for text now and then.
  const above = randomBelow(random, 2) === 0;
  const from = above ? y - width * 0.52 : top + width * 0.05;
  const to = above ? y - width * 0.34 : foot - width * 0.03;
  const reach = half * randomBetween(random, 0.4, 0.62);
  fillPolygons(scene, [roundedRectangle(x - reach, from, x + reach, to, width * 0.03)], DARK, 0.95);
  const slats = 3 + randomBelow(random, 4);
  for (let k = 0; k < slats; k++) {
    const at = from + ((k + 0.5) / slats) * (to - from);
    const bar = rectangle(x - reach * 0.95, at, x + reach * 0.95, at + Math.max(0.8, width * 0.014));
    fillPolygons(scene, [bar], [124, 126, 130], 0.8);
  }
}

function drawLamps(
  scene: Canvas,
  { x, y, half, width }: { readonly x: number; readonly y: number; readonly half: number; readonly width: number },
  random: RandomGenerator,
): void {
  const red = randomBelow(random, 2) === 0;
  const glass: Colour = red ? [150, 22, 24] : [206, 212, 218];
  for (const side of [-1, 1]) {
    const at = x + side * half * 0.82;
    fillPolygons(scene, [ellipse(at, y, width * 0.24, width * 0.11)], DARK, 0.8);
    fillPolygons(scene, [ellipse(at, y, width * 0.22, width * 0.09)], glass, 0.95);
    fillPolygons(
      scene,
      [ellipse(at - width * 0.05, y - width * 0.03, width * 0.07, width * 0.03)],
      [250, 250, 250],
      0.55,
    );
  }
  const badge = width * 0.07;
  fillPolygons(
    scene,
    roundedFrame([x - badge, y - badge, x + badge, y + badge], badge * 0.95, badge * 0.3),
    [200, 202, 206],
  );
}

/** The shadow of the recess in which the plate sits, a little larger than the plate. */
function drawRecess(scene: Canvas, corners: Corners): void {
  const x = corners.reduce((sum, corner) => sum + corner[0], 0) / 4;
  const y = corners.reduce((sum, corner) => sum + corner[1], 0) / 4;
  for (const [growth, opacity] of [
    [1.14, 0.25],
    [1.06, 0.6],
  ] as const) {
    const grown = corners.map(([a, b]): Point => [x + (a - x) * growth, y + (b - y) * (growth + 0.06)]);
    fillPolygons(scene, [grown], DARK, opacity);
  }
}
