import { z } from 'zod';
import { recapture } from '../recapture.js';
import { scaledPlaces } from '../scaled-places.js';
import { type PictureStep, pictureOf } from '../step.js';

const schema = z.strictObject({
  step: z.literal('recapture'),
  /** Width and height are multiplied by this. */
  scale: z.number().gt(0).max(1),
  jpegQuality: z.int().min(1).max(100),
});

type Params = z.output<typeof schema>;

/** A picture of the picture: what the protocol of that name does, whatever the pixels show. */
export const RECAPTURE: PictureStep<Params> = {
  name: 'recapture',
  title: 'the picture taken again, smaller, as JPEG',
  schema,
  needs: () => [],
  text: ({ scale, jpegQuality }) =>
    `taken again at ${Number((scale * 100).toPrecision(4))}%, JPEG quality ${jpegQuality}`,
  sweep: { parameter: 'scale', unit: '' },
  apply: async (seen, how) => {
    const picture = pictureOf(seen);
    const image = await recapture(picture, how);
    return { ...scaledPlaces(seen, image.width / picture.width, image.height / picture.height), image };
  },
};
