import { z } from 'zod';
import { mapLight } from '../map-light.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('exposure'),
  /** Each stop doubles the light. */
  by: quantity('stops', { min: -12, max: 12 }),
});

type Params = z.output<typeof schema>;

/** More or less light: all of it times 2^stops. What is brighter than white is kept until a sensor or 8 bits cut it off. */
export const EXPOSURE: PictureStep<Params> = {
  name: 'exposure',
  title: 'more or less light',
  schema,
  needs: () => [],
  text: ({ by }) => `exposed by ${by > 0 ? '+' : ''}${quantityText('stops', by)}`,
  sweep: { parameter: 'by', unit: 'stops' },
  apply: (seen, { by }) => {
    const factor = 2 ** by;
    return { ...seen, image: mapLight(lightOf(seen), (light) => light * factor) };
  },
};
