import sharp from 'sharp';
import { FalsematchError } from '../../files/errors.js';
import { decodePicture } from '../decode.js';
import { baselineJpeg } from '../encode-jpeg.js';
import type { Picture } from '../picture.js';

/** How a picture is taken again. */
export interface Recapture {
  /** Width and height are multiplied by this; above 0, at most 1. */
  readonly scale: number;
  /** JPEG quality from 1 to 100. */
  readonly jpegQuality: number;
}

/**
 * The picture taken again: resampled to `scale` with a Lanczos filter (a = 3), compressed as baseline JPEG with 4:2:0
 * chroma at `jpegQuality`, and decoded. Sides are rounded to whole pixels, at least one.
 * Throws FalsematchError for a scale or quality outside its range.
 */
export async function recapture(picture: Picture, { scale, jpegQuality }: Recapture): Promise<Picture> {
  if (!(scale > 0 && scale <= 1)) {
    throw new FalsematchError(`recapture's scale must be above 0 and at most 1, got ${scale}; change it in the suite.`);
  }
  if (!Number.isInteger(jpegQuality) || jpegQuality < 1 || jpegQuality > 100) {
    throw new FalsematchError(
      `recapture's jpegQuality must be a whole number from 1 to 100, got ${jpegQuality}; change it in the suite.`,
    );
  }
  const { width, height, data } = picture;
  const bytes = await sharp(data, { raw: { width, height, channels: 3 } })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), {
      fit: 'fill',
      kernel: 'lanczos3',
    })
    .jpeg(baselineJpeg(jpegQuality))
    .toBuffer();
  return decodePicture(bytes);
}
