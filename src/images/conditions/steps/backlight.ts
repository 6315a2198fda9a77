import { z } from 'zod';
import { mapLight } from '../map-light.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('backlight'),
  /** How much brighter than a white subject the background is. */
  by: quantity('stops', { min: 0, max: 12 }),
  /** The share of the background's light that the lens spreads over the picture. */
  flare: quantity('share', { min: 0, max: 0.5 }).default(0.02),
});

type Params = z.output<typeof schema>;

/**
 * Taken against the light: the camera makes a background `by` stops brighter than a white subject white, and the lens
 * spreads a share of it evenly: light x 2^-by + flare, with 1 as white. No background is drawn: what is in the picture
 * counts as subject. The share is what ISO 9358 measures as veiling glare.
 */
export const BACKLIGHT: PictureStep<Params> = {
  name: 'backlight',
  title: 'taken against the light (no background is drawn)',
  schema,
  needs: () => [],
  text: ({ by, flare }) =>
    `against a background ${quantityText('stops', by)} brighter, ${quantityText('share', flare)} of it as flare`,
  sweep: { parameter: 'by', unit: 'stops' },
  apply: (seen, { by, flare }) => {
    const factor = 2 ** -by;
    return { ...seen, image: mapLight(lightOf(seen), (light) => light * factor + flare) };
  },
};
