import { z } from 'zod';
import { quantity, quantityText } from '../quantity.js';
import { spotMask } from '../spot-mask.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('dirt'),
  /** The share of the picture that spots cover, on average over pictures. */
  coverage: quantity('share', { min: 0, max: 0.95 }),
  /** A spot's diameter, as a share of the picture's width. */
  spot: quantity('share', { min: 0.01, max: 1 }),
  /** The share of light that a spot stops in its middle. */
  opacity: quantity('share', { min: 0, max: 1 }),
  /** The share of the stopped light that comes through after all, evenly and grey. */
  scatter: quantity('share', { min: 0, max: 1 }).default(0),
});

type Params = z.output<typeof schema>;

/**
 * Dirt on the front lens, far out of focus: spots at random places that stop a share of the light. Their size is a share
 * of the picture's width, as dirt sits on the camera: it is the same for a subject near or far, in many pixels or few.
 */
export const DIRT: PictureStep<Params> = {
  name: 'dirt',
  title: 'dirt on the front lens, out of focus',
  schema,
  needs: () => [],
  text: ({ coverage, spot, opacity, scatter }) =>
    `dirt over ${quantityText('share', coverage)}, spots of ${quantityText('share', spot)} of the width that stop ${quantityText('share', opacity)}${scatter ? ` and scatter ${quantityText('share', scatter)} of that` : ''}`,
  sweep: { parameter: 'coverage', unit: '' },
  apply: (seen, { coverage, spot, opacity, scatter }, random) => {
    const light = lightOf(seen);
    const { width, height, data } = light;
    const mask = spotMask(width, height, { coverage, diameter: spot * width }, random);
    const mean = data.reduce((sum, value) => sum + value, 0) / data.length;
    const result = new Float32Array(data.length);
    for (let i = 0; i < data.length; i++) {
      const stopped = opacity * mask[Math.floor(i / 3)]!;
      result[i] = data[i]! * (1 - stopped) + mean * scatter * stopped;
    }
    return { ...seen, image: { width, height, data: result } };
  },
};
