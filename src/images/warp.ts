import type { Picture } from './picture.js';

/** [a, b, c, d, e, f]: x' = a x + b y + c, y' = d x + e y + f, in pixels whose centres are whole numbers. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The map that undoes another; its numbers are not finite when there is none. */
export function invertAffine([a, b, c, d, e, f]: Affine): Affine {
  const determinant = a * e - b * d;
  const [ia, ib, id, ie] = [e / determinant, -b / determinant, -d / determinant, a / determinant];
  return [ia, ib, -(ia * c + ib * f), id, ie, -(id * c + ie * f)];
}

/**
 * The picture seen through an affine map from picture to result, bilinear, black outside (as OpenCV's warpAffine with
 * BORDER_CONSTANT 0, whose coordinates are rounded to 1/32 pixel; these are exact to double precision).
 * `target`, when given, holds the result: `width * height * 3` bytes.
 */
export function warpAffine(picture: Picture, map: Affine, width: number, height: number, target?: Uint8Array): Picture {
  const data = target ?? new Uint8Array(width * height * 3);
  const [a, b, c, d, e, f] = invertAffine(map);
  const { data: source, width: sourceWidth, height: sourceHeight } = picture;
  const stride = sourceWidth * 3;
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      const sourceX = a * x + b * y + c;
      const sourceY = d * x + e * y + f;
      const left = Math.floor(sourceX);
      const top = Math.floor(sourceY);
      const dx = sourceX - left;
      const dy = sourceY - top;
      if (left >= 0 && top >= 0 && left < sourceWidth - 1 && top < sourceHeight - 1) {
        const at = top * stride + left * 3;
        for (let k = 0; k < 3; k++) {
          const upper = source[at + k]! + (source[at + k + 3]! - source[at + k]!) * dx;
          const below = at + k + stride;
          const lower = source[below]! + (source[below + 3]! - source[below]!) * dx;
          data[to + k] = upper + (lower - upper) * dy + 0.5;
        }
      } else {
        for (let k = 0; k < 3; k++) {
          const upper = valueAt(picture, left, top, k) * (1 - dx) + valueAt(picture, left + 1, top, k) * dx;
          const lower = valueAt(picture, left, top + 1, k) * (1 - dx) + valueAt(picture, left + 1, top + 1, k) * dx;
          data[to + k] = upper + (lower - upper) * dy + 0.5;
        }
      }
    }
  }
  return { width, height, data };
}

function valueAt({ data, width, height }: Picture, x: number, y: number, channel: number): number {
  return x >= 0 && y >= 0 && x < width && y < height ? data[(y * width + x) * 3 + channel]! : 0;
}
