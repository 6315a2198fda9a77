import sharp, { type JpegOptions } from 'sharp';
import type { Picture } from './picture.js';

/** A baseline JPEG with 4:2:0 chroma, `quality` from 1 to 100. */
export function baselineJpeg(quality: number): JpegOptions {
  return { quality, chromaSubsampling: '4:2:0', mozjpeg: false, progressive: false };
}

/** The picture as such a JPEG. */
export async function encodeJpeg({ width, height, data }: Picture, quality: number): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg(baselineJpeg(quality))
    .toBuffer();
}
