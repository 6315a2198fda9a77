import { z } from 'zod';
import { decodePicture } from '../../decode.js';
import { encodeJpeg } from '../../encode-jpeg.js';
import { type PictureStep, pictureOf } from '../step.js';

const schema = z.strictObject({ step: z.literal('jpeg'), quality: z.int().min(1).max(100) });

type Params = z.output<typeof schema>;

/** The picture as a baseline JPEG with 4:2:0 chroma, decoded again. */
export const JPEG: PictureStep<Params> = {
  name: 'jpeg',
  title: 'compressed as JPEG',
  schema,
  needs: () => [],
  text: ({ quality }) => `JPEG, quality ${quality}`,
  sweep: { parameter: 'quality', unit: '' },
  apply: async (seen, { quality }) => ({
    ...seen,
    image: await decodePicture(await encodeJpeg(pictureOf(seen), quality)),
  }),
};
