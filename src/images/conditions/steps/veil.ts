import { z } from 'zod';
import { mapLight } from '../map-light.js';
import { quantity, quantityText } from '../quantity.js';
import { lightOf, type PictureStep } from '../step.js';

const schema = z
  .strictObject({
    step: z.literal('veil'),
    /** How far a black thing can be seen against the sky. */
    visibility: quantity('length', { above: 0, max: 100_000 }).optional(),
    /** From lens to subject. */
    distance: quantity('length', { min: 0, max: 10_000 }).optional(),
    /** The share of the subject's light that arrives, instead of the two. */
    transmission: quantity('share', { above: 0, max: 1 }).optional(),
    /** What the air itself sends from where nothing is seen through it, as a share of white. */
    airlight: quantity('share', { min: 0, max: 1 }).default(0.8),
  })
  .refine(({ visibility, distance, transmission }) => {
    const given = [visibility, distance].filter((length) => length !== undefined).length;
    return given === (transmission === undefined ? 2 : 0);
  }, 'give "visibility" and "distance", or "transmission" alone');

type Params = z.output<typeof schema>;

/** The contrast at which a thing is just seen, by which Koschmieder defines visibility. */
const LEAST_CONTRAST = 0.02;

/** The share of light that arrives: 0.02^(distance / visibility), which is e^(-3.912 distance / visibility). */
function transmissionOf({ visibility = 1, distance = 0, transmission }: Params): number {
  return transmission ?? LEAST_CONTRAST ** (distance / visibility);
}

/**
 * Haze or fog between lens and subject: light x transmission + airlight x (1 - transmission), the same all over the
 * picture. Source: Koschmieder, Theorie der horizontalen Sichtweite, 1924; Middleton, Vision Through the Atmosphere, 1952.
 */
export const VEIL: PictureStep<Params> = {
  name: 'veil',
  title: 'haze or fog between lens and subject',
  schema,
  needs: () => [],
  text: (params) => {
    const air =
      params.visibility === undefined
        ? 'haze'
        : `visibility ${quantityText('length', params.visibility)} at ${quantityText('length', params.distance ?? 0)}`;
    return `${air}, ${quantityText('share', transmissionOf(params))} of the light arrives, airlight ${quantityText('share', params.airlight)}`;
  },
  sweep: { parameter: 'visibility', unit: 'm' },
  apply: (seen, params) => {
    const arrives = transmissionOf(params);
    const added = params.airlight * (1 - arrives);
    return { ...seen, image: mapLight(lightOf(seen), (light) => light * arrives + added) };
  },
};
