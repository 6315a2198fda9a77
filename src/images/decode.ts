import sharp from 'sharp';
import { type Picture, UnreadablePicture } from './picture.js';
import { pictureFormat } from './picture-format.js';
import { decodePnm } from './pnm.js';

/** Pictures with more pixels than this are refused before any of them is decoded. */
export const MAX_PIXELS = 100_000_000;

/** What shows through transparent pixels: white, as viewers and browsers show it. */
export const TRANSPARENT_BACKGROUND = '#ffffff';

/**
 * The bytes of a JPEG, PNG, WebP, TIFF, GIF (its first frame), AVIF, PGM or PPM file as 8-bit sRGB.
 * The EXIF orientation is applied, an embedded colour profile is converted, grey becomes three equal channels, 16 bits
 * become 8, CMYK becomes RGB and transparent pixels are laid on TRANSPARENT_BACKGROUND.
 * Throws UnreadablePicture with a short reason; the result depends on nothing but the bytes.
 */
export async function decodePicture(bytes: Uint8Array, options: { maxPixels?: number } = {}): Promise<Picture> {
  const maxPixels = options.maxPixels ?? MAX_PIXELS;
  if (bytes.length === 0) throw new UnreadablePicture('the file is empty');
  const format = pictureFormat(bytes);
  if (format === undefined) {
    throw new UnreadablePicture('not a picture in a format that is read (JPEG, PNG, WebP, TIFF, GIF, AVIF, PGM, PPM)');
  }
  if (format === 'pnm') return decodePnm(bytes, maxPixels);
  try {
    const { data, info } = await sharp(bytes, { failOn: 'error', limitInputPixels: maxPixels })
      .autoOrient()
      .flatten({ background: TRANSPARENT_BACKGROUND })
      .toColourspace('srgb')
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new Error(`${info.channels} channels`);
    return { width: info.width, height: info.height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
  } catch (error) {
    throw new UnreadablePicture(reasonOf(error, format, maxPixels), { cause: error });
  }
}

/** A reason that a reader of a report understands, in place of the decoding library's own words. */
function reasonOf(error: unknown, format: string, maxPixels: number): string {
  const message = error instanceof Error ? error.message : '';
  if (/pixel limit/i.test(message)) return `more than ${maxPixels} pixels`;
  if (/unsupported image format|compression format/i.test(message))
    return `${format} data that are damaged or of a kind that is not read`;
  return `the ${format} data are damaged or end early`;
}
