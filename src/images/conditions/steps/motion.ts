import { z } from 'zod';
import { checkedBlur, convolve } from '../convolve.js';
import { pathKernel } from '../path-kernel.js';
import { quantity, quantityText } from '../quantity.js';
import { densityOf, lightOf, type PictureStep } from '../step.js';

const schema = z.strictObject({
  step: z.literal('motion'),
  /** Of the subject across the view. */
  speed: quantity('speed', { min: 0, max: 100 }),
  /** How long the shutter is open. */
  shutter: quantity('time', { above: 0, max: 1 }),
  /** Counter-clockwise from the level; the way there and the way back look the same. */
  direction: quantity('angle', { min: -360, max: 360 }).default(0),
});

type Params = z.output<typeof schema>;

/**
 * Moved while the shutter was open: the mean of the light along speed x shutter x pixels per metre. The whole picture
 * moves evenly, in linear light, edges repeated.
 */
export const MOTION: PictureStep<Params> = {
  name: 'motion',
  title: 'moved while the shutter was open',
  schema,
  needs: () => ['density'],
  text: ({ speed, shutter, direction }) =>
    `moves ${quantityText('speed', speed)}${direction === 0 ? '' : ` at ${quantityText('angle', direction)}`}, shutter ${quantityText('time', shutter)}`,
  sweep: { parameter: 'speed', unit: 'm/s' },
  apply: (seen, { speed, shutter, direction }) => {
    const length = checkedBlur(speed * shutter * densityOf(seen, 'motion'), 'motion');
    return { ...seen, image: convolve(lightOf(seen), pathKernel(length, direction)) };
  },
};
