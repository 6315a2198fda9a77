import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { z } from 'zod';
import { randomBetween } from '../../../statistics/named-random.js';
import { randomBelow } from '../../../statistics/seeded.js';
import { boxAround, type Corners, type Point } from '../../box.js';
import { type Canvas, fillPolygons, type Paint } from '../../drawing/canvas.js';
import { type Colour, scaleColour } from '../../drawing/colour.js';
import { rectangle } from '../../drawing/polygon.js';
import { cloudyNoise } from '../../drawing/smooth-noise.js';
import { invertProjective, type Projective, projectiveMap, projectPoint, rectangleCorners } from '../../perspective.js';
import { platesOf } from '../plates-of.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const SIDES = ['left', 'right', 'top', 'bottom'] as const;
type Side = (typeof SIDES)[number];

const schema = z
  .strictObject({
    step: z.literal('plate-occlusion'),
    /** Of the plate's width, or of its height where it is covered from above or below. */
    share: quantity('share', { min: 0, max: 1 }),
    by: z.enum(['mud', 'tow-bar']).default('mud'),
    /** Where the mud begins; "any", which is what holds if it is absent, draws a side for each plate. */
    side: z.enum([...SIDES, 'any']).optional(),
  })
  .refine(({ by, side }) => by === 'mud' || side === undefined, {
    path: ['side'],
    message: 'a tow bar stands before the middle third; leave "side" out, or take "by: mud"',
  });

type Params = z.output<typeof schema>;

/** Marked plates, part of which something opaque covers, in the plate's own perspective and nowhere beside it. */
export const PLATE_OCCLUSION: PictureStep<Params> = {
  name: 'plate-occlusion',
  title: 'a part of each plate covered',
  schema,
  needs: () => ['plates'],
  text: ({ share, by, side = 'any' }) =>
    by === 'mud'
      ? `${quantityText('share', share)} of the plate under mud${side === 'any' ? '' : `, from the ${side}`}`
      : `${quantityText('share', share)} of the plate behind a tow bar`,
  sweep: { parameter: 'share', unit: '' },
  apply: (seen, params, random) => {
    const plates = platesOf(seen, 'plate-occlusion');
    if (plates.length === 0) return seen;
    const light = lightOf(seen);
    const image = { ...light, data: light.data.slice() };
    for (const corners of plates) cover(image, corners, params, random);
    return { ...seen, image };
  },
};

const UNIT = rectangleCorners(1, 1);

function cover(canvas: Canvas, corners: Corners, { share, by, side = 'any' }: Params, random: RandomGenerator): void {
  const toPicture = projectiveMap(UNIT, corners);
  const toPlate = invertProjective(toPicture);
  const white = meanLight(canvas, corners);
  // Drawn whatever is covered, so that one share's plates are those of another.
  const from = side === 'any' ? SIDES[randomBelow(random, SIDES.length)]! : side;
  const outline = by === 'mud' ? mudOutline(share, from, random) : barOutline(share, random);
  const paint = by === 'mud' ? mud(toPlate, white, random) : metal(toPlate, outline, white);
  fillPolygons(canvas, [outline.map((place): Point => projectPoint(toPicture, place))], paint);
}

/** Pieces of the rough edge. */
const PIECES = 48;
/** How far the edge strays from its middle, as a share of the plate. */
const ROUGH = 0.05;

/** What mud covers of the unit square, its edge rough but its area exact. */
function mudOutline(share: number, side: Side, random: RandomGenerator): Point[] {
  const noise = cloudyNoise(PIECES + 1, 1, PIECES / 4, random);
  const values = Array.from({ length: PIECES + 1 }, (_, k) => noise(k, 0));
  // By the trapezium rule, as the area counts: half of the two ends.
  const mean = (values.reduce((sum, value) => sum + value, 0) - (values[0]! + values[PIECES]!) / 2) / PIECES;
  const most = Math.max(...values.map((value) => Math.abs(value - mean)));
  const strays = most > 0 ? Math.min(ROUGH, share, 1 - share) / most : 0;
  const edge = values.map((value, k): Point => [share + (value - mean) * strays, k / PIECES]);
  const fromLeft: Point[] = [[0, 0], ...edge, [0, 1]];
  if (side === 'left') return fromLeft;
  if (side === 'right') return fromLeft.map(([x, y]) => [1 - x, y]);
  return fromLeft.map(([x, y]) => (side === 'top' ? [y, x] : [y, 1 - x]));
}

/** An upright bar, its middle somewhere in the middle third. */
function barOutline(share: number, random: RandomGenerator): readonly Point[] {
  const wanted = randomBetween(random, 1 / 3, 2 / 3);
  const middle = Math.min(1 - share / 2, Math.max(share / 2, wanted));
  return rectangle(middle - share / 2, 0, middle + share / 2, 1);
}

/** Wet earth, lumpy. */
const MUD: Colour = [0.13, 0.095, 0.06];
/** So many lumps' knots along a plate. */
const LUMPS = 64;

function mud(toPlate: Projective, white: number, random: RandomGenerator): Paint {
  const noise = cloudyNoise(LUMPS, LUMPS / 4, 4, random);
  return (x, y) => {
    const [across, down] = projectPoint(toPlate, [x + 0.5, y + 0.5]);
    const held = (value: number) => Math.min(1, Math.max(0, value)) || 0;
    return scaleColour(MUD, white * (0.3 + 1.1 * noise(held(across) * LUMPS, (held(down) * LUMPS) / 4)));
  };
}

/** Dark steel, brighter where it is round towards the light. */
function metal(toPlate: Projective, outline: readonly Point[], white: number): Paint {
  const [left, , right] = boxAround(outline);
  return (x, y) => {
    const across = (projectPoint(toPlate, [x + 0.5, y + 0.5])[0] - left) / (right - left);
    const level = white * (0.02 + 0.1 * Math.max(0, 1 - Math.abs(across - 0.35) * 2.5) ** 2);
    return [level, level, level];
  };
}

/** The light that a plate sends back on average, of all colours. */
function meanLight({ width, height, data }: Canvas, corners: Corners): number {
  const [left, top, right, bottom] = boxAround(corners).map(Math.round) as [number, number, number, number];
  let [sum, count] = [0, 0];
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x++, count += 3) {
      const at = (y * width + x) * 3;
      sum += data[at]! + data[at + 1]! + data[at + 2]!;
    }
  }
  return count > 0 ? sum / count : 0;
}
