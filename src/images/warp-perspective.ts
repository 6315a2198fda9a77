import { type Projective, projectPoint } from './perspective.js';
import type { Picture } from './picture.js';

/** More places a pixel than this on an axis would only take time: the result is a blur of its surroundings. */
const MOST_SAMPLES = 16;

/**
 * What a map from the result's pixels to the picture's shows of the picture, `width` by `height`. Bilinear; where the
 * result is smaller than what it shows, a pixel is the mean of a grid of places, about one a picture pixel, so that fine
 * detail does not alias. Beyond the picture its edge goes on.
 * `target`, when given, holds the result: `width * height * 3` bytes.
 */
export function warpPerspective(
  picture: Picture,
  fromResult: Projective,
  width: number,
  height: number,
  target?: Uint8Array,
): Picture {
  const data = target ?? new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f, g, h, i] = fromResult;
  const [across, down] = samples(fromResult, width, height);
  const { data: source, width: sourceWidth, height: sourceHeight } = picture;
  const lastX = sourceWidth - 1;
  const lastY = sourceHeight - 1;
  const stride = sourceWidth * 3;
  const share = 1 / (across * down);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      let [red, green, blue] = [0, 0, 0];
      for (let row = 0; row < down; row++) {
        const atY = y + (row + 0.5) / down;
        for (let column = 0; column < across; column++) {
          const atX = x + (column + 0.5) / across;
          const depth = g * atX + h * atY + i;
          const sourceX = inside((a * atX + b * atY + c) / depth - 0.5, lastX);
          const sourceY = inside((d * atX + e * atY + f) / depth - 0.5, lastY);
          const left = Math.floor(sourceX);
          const top = Math.floor(sourceY);
          const dx = sourceX - left;
          const dy = sourceY - top;
          const upper = top * stride + left * 3;
          const right = left < lastX ? 3 : 0;
          const lower = top < lastY ? upper + stride : upper;
          const [w00, w10, w01, w11] = [(1 - dx) * (1 - dy), dx * (1 - dy), (1 - dx) * dy, dx * dy];
          red += source[upper]! * w00 + source[upper + right]! * w10;
          red += source[lower]! * w01 + source[lower + right]! * w11;
          green += source[upper + 1]! * w00 + source[upper + right + 1]! * w10;
          green += source[lower + 1]! * w01 + source[lower + right + 1]! * w11;
          blue += source[upper + 2]! * w00 + source[upper + right + 2]! * w10;
          blue += source[lower + 2]! * w01 + source[lower + right + 2]! * w11;
        }
      }
      data[to] = red * share + 0.5;
      data[to + 1] = green * share + 0.5;
      data[to + 2] = blue * share + 0.5;
    }
  }
  return { width, height, data };
}

/** NaN becomes 0: a map without a place shows the corner rather than reading beside the picture. */
function inside(value: number, last: number): number {
  return value > 0 ? Math.min(value, last) : 0;
}

/** How many places a pixel takes on each axis: the longer of two opposite sides in the picture, per pixel of the result. */
function samples(map: Projective, width: number, height: number): [across: number, down: number] {
  const corner = (x: number, y: number): readonly [number, number] => projectPoint(map, [x, y]);
  const [topLeft, topRight, bottomRight, bottomLeft] = [
    corner(0, 0),
    corner(width, 0),
    corner(width, height),
    corner(0, height),
  ];
  const length = (from: readonly [number, number], to: readonly [number, number]): number =>
    Math.hypot(to[0] - from[0], to[1] - from[1]);
  const count = (longest: number): number => Math.min(Math.max(Math.round(longest), 1), MOST_SAMPLES) || 1;
  return [
    count(Math.max(length(topLeft, topRight), length(bottomLeft, bottomRight)) / width),
    count(Math.max(length(topLeft, bottomLeft), length(topRight, bottomRight)) / height),
  ];
}
