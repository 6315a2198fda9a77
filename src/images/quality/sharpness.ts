import { LUMINANCE } from '../light.js';
import type { Picture } from '../picture.js';

/**
 * How sharp a picture is: the variance of its Laplacian, 0 for a picture without detail. The Laplacian of a pixel is its
 * four neighbours less four times itself, in luminance (Rec. 709 weights on the 8-bit sRGB codes, 0 to 255, not rounded),
 * taken at every pixel that has four neighbours. It does not change when a constant is added to the picture, and grows
 * with the square of contrast. It depends on the scale at which a thing is seen: compare pictures of one size, of faces
 * that were brought to one place. Noise and the black beyond a picture's edge are detail too.
 * Source: Pech-Pacheco et al., "Diatom autofocusing in brightfield microscopy", ICPR 2000 (LAPV). Throws RangeError for
 * a picture without a pixel that has four neighbours.
 */
export function sharpness({ width, height, data }: Picture): number {
  if (width < 3 || height < 3) {
    throw new RangeError(`Sharpness needs a picture of 3x3 pixels or more, found ${width}x${height}.`);
  }
  const luminance = new Float64Array(width * height);
  for (let i = 0, at = 0; i < luminance.length; i++, at += 3) {
    luminance[i] = LUMINANCE[0] * data[at]! + LUMINANCE[1] * data[at + 1]! + LUMINANCE[2] * data[at + 2]!;
  }
  let sum = 0;
  let squares = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let i = y * width + 1, end = (y + 1) * width - 1; i < end; i++) {
      const across = luminance[i - 1]! + luminance[i + 1]!;
      const along = luminance[i - width]! + luminance[i + width]!;
      const laplacian = across + along - 4 * luminance[i]!;
      sum += laplacian;
      squares += laplacian * laplacian;
    }
  }
  const pixels = (width - 2) * (height - 2);
  const mean = sum / pixels;
  // Rounding must not make a flat picture's variance negative.
  return Math.max(0, squares / pixels - mean * mean);
}
