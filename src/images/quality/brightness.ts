import { LUMINANCE, linearOf } from '../light.js';
import type { Picture } from '../picture.js';

const LINEAR = Float64Array.from({ length: 256 }, (_, code) => linearOf(code));

/**
 * How bright a picture is: the mean luminance of its pixels in linear light, 0 black to 1 white; a grey card is at 0.18.
 * Source: relative luminance of ITU-R BT.709, light from sRGB codes by IEC 61966-2-1. Throws RangeError for a picture
 * without a pixel.
 */
export function brightness({ width, height, data }: Picture): number {
  const pixels = width * height;
  if (pixels === 0) throw new RangeError('Brightness needs a picture with a pixel.');
  let [red, green, blue] = [0, 0, 0];
  for (let at = 0; at < pixels * 3; at += 3) {
    red += LINEAR[data[at]!]!;
    green += LINEAR[data[at + 1]!]!;
    blue += LINEAR[data[at + 2]!]!;
  }
  return (LUMINANCE[0] * red + LUMINANCE[1] * green + LUMINANCE[2] * blue) / pixels;
}
