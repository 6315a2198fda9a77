import sharp from 'sharp';
import { z } from 'zod';
import { decodePicture } from '../../decode.js';
import { type PictureStep, pictureOf } from '../step.js';

const schema = z.strictObject({ step: z.literal('webp'), quality: z.int().min(1).max(100) });

type Params = z.output<typeof schema>;

/** The picture as a lossy WebP (VP8, 4:2:0 chroma), decoded again. */
export const WEBP: PictureStep<Params> = {
  name: 'webp',
  title: 'compressed as WebP',
  schema,
  needs: () => [],
  text: ({ quality }) => `WebP, quality ${quality}`,
  sweep: { parameter: 'quality', unit: '' },
  apply: async (seen, { quality }) => {
    const { width, height, data } = pictureOf(seen);
    const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
      .webp({ quality, lossless: false, nearLossless: false, smartSubsample: false, effort: 4 })
      .toBuffer();
    return { ...seen, image: await decodePicture(bytes) };
  },
};
