import type { Picture } from './picture.js';
import { resizeInto } from './resize.js';

/** A picture fitted into a canvas, and how many canvas pixels one picture pixel became on each axis. */
export interface Letterboxed {
  readonly picture: Picture;
  readonly scaleX: number;
  readonly scaleY: number;
}

/** A function that fits pictures into one canvas of `width` by `height`; every call overwrites the last result. */
export function createLetterbox(width: number, height: number): (picture: Picture) => Letterboxed {
  const data = new Uint8Array(width * height * 3);
  const canvas = { width, height, data };
  return (picture) => {
    const scale = Math.min(width / picture.width, height / picture.height);
    const innerWidth = Math.min(width, Math.max(1, Math.round(picture.width * scale)));
    const innerHeight = Math.min(height, Math.max(1, Math.round(picture.height * scale)));
    // The rest of the canvas is black, as the detectors' authors pad it.
    if (innerWidth < width || innerHeight < height) data.fill(0);
    resizeInto(picture, innerWidth, innerHeight, data, width);
    return { picture: canvas, scaleX: innerWidth / picture.width, scaleY: innerHeight / picture.height };
  };
}
