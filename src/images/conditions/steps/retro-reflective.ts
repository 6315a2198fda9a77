import { z } from 'zod';
import type { Corners } from '../../box.js';
import { createCanvas, fillPolygons } from '../../drawing/canvas.js';
import type { Light } from '../../light.js';
import { blurPlane } from '../blur-plane.js';
import { INFRARED } from '../grey-of.js';
import { platesOf } from '../plates-of.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('retro-reflective'),
  /** How the light changes that everything but a plate sends back. */
  surroundings: quantity('stops', { min: -12, max: 0 }).default(-4),
  /** How the light changes that a plate sends back. */
  plate: quantity('stops', { min: -4, max: 6 }).default(1),
  /** The share of a plate's light that lens and air spread around it. */
  bloom: quantity('share', { min: 0, max: 0.5 }).default(0),
});

type Params = z.output<typeof schema>;

/**
 * Plates at night by an infrared lamp beside the camera: their sheeting sends its light back to where it came from, and
 * little else does. It is meant for drawn plates, whose paint and ground are known; on photographs it is an
 * approximation, for what a thing reflects of infrared cannot be told from its colours.
 */
export const RETRO_REFLECTIVE: PictureStep<Params> = {
  name: 'retro-reflective',
  title: 'plates at night by an infrared lamp beside the camera',
  schema,
  needs: () => ['plates'],
  text: ({ surroundings, plate, bloom }) =>
    `infrared lamp, plates ${quantityText('stops', plate)}, surroundings ${quantityText('stops', surroundings)}${bloom > 0 ? `, bloom ${quantityText('share', bloom)}` : ''}`,
  sweep: { parameter: 'surroundings', unit: 'stops' },
  apply: (seen, params) => ({ ...seen, image: byLamp(lightOf(seen), platesOf(seen, 'retro-reflective'), params) }),
};

/** A halo's standard deviation, in heights of the plate. */
const HALO = 0.4;

function byLamp({ width, height, data }: Light, plates: readonly Corners[], params: Params): Light {
  const inside = createCanvas(width, height, [0, 0, 0]);
  for (const corners of plates) fillPolygons(inside, [corners], [1, 1, 1]);
  const [dark, bright] = [2 ** params.surroundings, 2 ** params.plate];
  const plane = new Float32Array(width * height);
  const glare = new Float32Array(width * height);
  for (let at = 0, i = 0; at < plane.length; at++, i += 3) {
    const grey = INFRARED[0] * data[i]! + INFRARED[1] * data[i + 1]! + INFRARED[2] * data[i + 2]!;
    const sent = grey * bright * inside.data[i]!;
    glare[at] = params.bloom * sent;
    plane[at] = grey * dark * (1 - inside.data[i]!) + (1 - params.bloom) * sent;
  }
  if (params.bloom > 0 && plates.length > 0) {
    const sigma = Math.max(0.5, HALO * Math.min(...plates.map(heightOf)));
    const halo = blurPlane({ width, height, data: glare }, sigma).data;
    for (let at = 0; at < plane.length; at++) plane[at]! += halo[at]!;
  }
  const image = new Float32Array(data.length);
  for (let i = 0; i < image.length; i++) image[i] = plane[Math.floor(i / 3)]!;
  return { width, height, data: image };
}

function heightOf([topLeft, topRight, bottomRight, bottomLeft]: Corners): number {
  const left = Math.hypot(bottomLeft[0] - topLeft[0], bottomLeft[1] - topLeft[1]);
  const right = Math.hypot(bottomRight[0] - topRight[0], bottomRight[1] - topRight[1]);
  return (left + right) / 2;
}
