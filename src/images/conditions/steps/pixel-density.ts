import { z } from 'zod';
import { FalsematchError } from '../../../files/errors.js';
import { areaResample } from '../area-resample.js';
import { quantity, quantityText } from '../quantity.js';
import { scaledPlaces } from '../scaled-places.js';
import { densityOf, lightOf, type PictureStep, type Seen, TooSmallPicture } from '../step.js';

const schema = z
  .strictObject({
    step: z.literal('pixel-density'),
    /** Pixels per metre at the subject; a picture that has fewer is refused. */
    density: quantity('density', { above: 0, max: 100_000 }).optional(),
    /** The same; a picture that has fewer stays as it is. */
    atMost: quantity('density', { above: 0, max: 100_000 }).optional(),
  })
  .refine(({ density, atMost }) => (density === undefined) !== (atMost === undefined), 'give "density" or "atMost"');

type Params = z.output<typeof schema>;

/** The subject in so many pixels per metre: the light of the picture on a coarser grid. */
export const PIXEL_DENSITY: PictureStep<Params> = {
  name: 'pixel-density',
  title: 'the subject in so many pixels per metre',
  schema,
  needs: () => ['density'],
  asksFor: ({ density }) => density,
  text: ({ density, atMost }) =>
    density === undefined
      ? `at most ${quantityText('density', atMost ?? 0)}`
      : `resampled to ${quantityText('density', density)}`,
  sweep: { parameter: 'density', unit: 'px/m' },
  apply: (seen, { density, atMost }) =>
    density === undefined
      ? toDensity(seen, Math.min(atMost ?? 0, densityOf(seen, 'pixel-density')))
      : toDensity(seen, density),
};

/** A tenth of a percent: less than what rounding a side to whole pixels makes. */
const ROUNDING = 1.001;

/** Fewer pixels than this on a side are no picture in which anything could be looked for. */
const LEAST_SIDE = 8;

/**
 * The picture at another density. Throws FalsematchError for a density above the picture's own, which would invent
 * detail, and TooSmallPicture for one that leaves fewer than eight pixels on a side.
 */
export function toDensity(seen: Seen, density: number): Seen {
  const own = densityOf(seen, 'pixel-density');
  if (density > own * ROUNDING) {
    throw new FalsematchError(
      `A density of ${quantityText('density', density)} is above the picture's own ${quantityText('density', own)}, and detail is not invented; ask for less.`,
    );
  }
  const light = lightOf(seen);
  const scale = Math.min(1, density / own);
  const width = Math.round(light.width * scale);
  const height = Math.round(light.height * scale);
  if (Math.min(width, height) < LEAST_SIDE) {
    throw new TooSmallPicture(
      `At ${quantityText('density', density)} a picture of ${light.width} x ${light.height} pixels has ${width} x ${height}, too few to look for anything in; ask for more.`,
    );
  }
  return {
    ...scaledPlaces(seen, width / light.width, height / light.height),
    image: areaResample(light, width, height),
  };
}
