import sharp from 'sharp';
import type { Picture } from './picture.js';

/** The picture as a baseline JPEG with 4:2:0 chroma, `quality` from 1 to 100. */
export async function encodeJpeg({ width, height, data }: Picture, quality: number): Promise<Uint8Array> {
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg({ quality, chromaSubsampling: '4:2:0', mozjpeg: false, progressive: false })
    .toBuffer();
}
