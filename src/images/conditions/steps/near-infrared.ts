import { z } from 'zod';
import { greyOf, INFRARED } from '../grey-of.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

/** How far shares may be from summing to 1: what writing them in decimals leaves. */
const ROUNDING = 1e-6;

const schema = z
  .strictObject({
    step: z.literal('near-infrared'),
    red: quantity('share', { min: 0, max: 1 }).default(INFRARED[0]),
    green: quantity('share', { min: 0, max: 1 }).default(INFRARED[1]),
    blue: quantity('share', { min: 0, max: 1 }).default(INFRARED[2]),
  })
  .refine(
    ({ red, green, blue }) => Math.abs(red + green + blue - 1) <= ROUNDING,
    'red, green and blue must sum to 1; give all three',
  );

type Params = z.output<typeof schema>;

/**
 * Near infrared as far as a colour picture can tell: one channel, mixed of its linear light. The defaults are an
 * approximation and no measurement: red light is nearest to infrared, and at 700 to 800 nm the red filters of a silicon
 * sensor pass most and the blue ones least. What only infrared shows (veins, clear inks, black cloth that is
 * bright, plates that throw back a lamp's light) is not in a colour picture and not made up.
 */
export const NEAR_INFRARED: PictureStep<Params> = {
  name: 'near-infrared',
  title: 'one channel, mostly red: an approximation of near infrared',
  schema,
  needs: () => [],
  text: ({ red, green, blue }) =>
    `as near infrared: ${quantityText('share', red)} red, ${quantityText('share', green)} green, ${quantityText('share', blue)} blue`,
  apply: (seen, { red, green, blue }) => ({ ...seen, image: greyOf(lightOf(seen), [red, green, blue]) }),
};
