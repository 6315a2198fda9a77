import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { pictureFormat } from './picture-format.js';
import { pnmSize } from './pnm.js';

/** Width and height in pixels of a picture as it is decoded: turned as its EXIF data say. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/**
 * The size of a picture file from its header alone, no pixel decoded; undefined when the file is not there or no picture
 * that is read. The bytes are handed over, not the path, since libvips would remember a path's header.
 */
export async function pictureSize(path: string): Promise<PictureSize | undefined> {
  try {
    const bytes = await readFile(path);
    const format = pictureFormat(bytes);
    if (format === undefined) return undefined;
    if (format === 'pnm') return pnmSize(bytes);
    const { width, height } = (await sharp(bytes).metadata()).autoOrient;
    return { width, height };
  } catch {
    return undefined;
  }
}
