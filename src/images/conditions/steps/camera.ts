import { z } from 'zod';
import { isSide, pixelDensityOf } from '../../camera/pixel-density.js';
import { quantity, quantityText } from '../quantity.js';
import type { PictureStep } from '../step.js';
import { toDensity } from './pixel-density.js';

const schema = z.strictObject({
  step: z.literal('camera'),
  /** Pixels across and down. */
  sensor: z
    .string()
    .regex(/^\d+x\d+$/, 'write 3840x2160')
    .transform((text): [number, number] => {
      const [width = 0, height = 0] = text.split('x').map(Number);
      return [width, height];
    })
    .refine((sides) => sides.every(isSide), 'a sensor has from 16 to 100000 pixels on a side'),
  hfov: quantity('angle', { above: 0, max: 169.9 }),
  /** From lens to subject; along the ground where there is a height. */
  distance: quantity('length', { above: 0, max: 10_000 }),
  /** How far the lens is above the subject. */
  height: quantity('length', { min: 0, max: 1000 }).optional(),
});

type Params = z.output<typeof schema>;

/** The subject as large as a camera would see it. */
export const CAMERA: PictureStep<Params> = {
  name: 'camera',
  title: 'the subject as large as a camera at a distance sees it',
  schema,
  needs: () => ['density'],
  asksFor: pixelDensityOf,
  text: (view) =>
    `${view.sensor.join('x')} over ${quantityText('angle', view.hfov)} at ${quantityText('length', view.distance)}${view.height ? `, ${quantityText('length', view.height)} above` : ''}: ${quantityText('density', pixelDensityOf(view))}`,
  sweep: { parameter: 'distance', unit: 'm' },
  apply: (seen, view) => toDensity(seen, pixelDensityOf(view)),
};
