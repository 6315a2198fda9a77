import { z } from 'zod';
import { checkedBlur, convolve } from '../convolve.js';
import { discKernel } from '../disc-kernel.js';
import { quantity, quantityText } from '../quantity.js';
import { densityOf, lightOf, type PictureStep } from '../step.js';

const schema = z
  .strictObject({
    step: z.literal('defocus'),
    /** Of the blur disc, in pixels of the picture as it stands. */
    diameter: quantity('pixels', { min: 0, max: 200 }).optional(),
    /** The same as a length at the subject. */
    atSubject: quantity('length', { min: 0, max: 1 }).optional(),
  })
  .refine(
    ({ diameter, atSubject }) => (diameter === undefined) !== (atSubject === undefined),
    'give "diameter" or "atSubject"',
  );

type Params = z.output<typeof schema>;

/**
 * Out of focus: every point becomes a uniform disc, the circle of confusion of geometrical optics for a round aperture.
 * In linear light, edges repeated.
 */
export const DEFOCUS: PictureStep<Params> = {
  name: 'defocus',
  title: 'out of focus: every point a uniform disc',
  schema,
  needs: ({ atSubject }) => (atSubject === undefined ? [] : ['density']),
  text: ({ diameter, atSubject }) =>
    atSubject === undefined
      ? `out of focus, a disc of ${quantityText('pixels', diameter ?? 0)}`
      : `out of focus, a disc of ${Number((atSubject * 1000).toPrecision(4))} mm at the subject`,
  sweep: { parameter: 'diameter', unit: 'px' },
  apply: (seen, { diameter, atSubject }) => {
    const wide = atSubject === undefined ? (diameter ?? 0) : atSubject * densityOf(seen, 'defocus');
    return { ...seen, image: convolve(lightOf(seen), discKernel(checkedBlur(wide, 'defocus'))) };
  },
};
