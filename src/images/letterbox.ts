import type { Picture } from './picture.js';
import { resizeInto } from './resize.js';

/**
 * A picture fitted into a canvas: how many canvas pixels one picture pixel became on each axis, and where in the canvas
 * the picture's top left corner is.
 */
export interface Letterboxed {
  readonly picture: Picture;
  readonly scaleX: number;
  readonly scaleY: number;
  readonly left: number;
  readonly top: number;
}

/** Where the picture stands in the canvas, and what surrounds it: black at the right and below, if nothing is said. */
export interface LetterboxLook {
  readonly place?: 'top-left' | 'centre';
  /** 0 to 255. */
  readonly pad?: number;
}

/** A function that fits pictures into one canvas of `width` by `height`; every call overwrites the last result. */
export function createLetterbox(
  width: number,
  height: number,
  { place = 'top-left', pad = 0 }: LetterboxLook = {},
): (picture: Picture) => Letterboxed {
  const data = new Uint8Array(width * height * 3);
  const canvas = { width, height, data };
  return (picture) => {
    const scale = Math.min(width / picture.width, height / picture.height);
    const innerWidth = Math.min(width, Math.max(1, Math.round(picture.width * scale)));
    const innerHeight = Math.min(height, Math.max(1, Math.round(picture.height * scale)));
    const left = place === 'centre' ? Math.floor((width - innerWidth) / 2) : 0;
    const top = place === 'centre' ? Math.floor((height - innerHeight) / 2) : 0;
    if (innerWidth < width || innerHeight < height) data.fill(pad);
    resizeInto(picture, innerWidth, innerHeight, data.subarray((top * width + left) * 3), width);
    return { picture: canvas, scaleX: innerWidth / picture.width, scaleY: innerHeight / picture.height, left, top };
  };
}
