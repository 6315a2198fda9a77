import type { Picture } from './picture.js';

/** The picture with left and right exchanged. `target`, when given, holds the result and is not the picture's own data. */
export function mirrorPicture(picture: Picture, target?: Uint8Array): Picture {
  const { width, height, data: source } = picture;
  const data = target ?? new Uint8Array(source.length);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = width - 1; x >= 0; x--) {
      const from = (y * width + x) * 3;
      data[to++] = source[from]!;
      data[to++] = source[from + 1]!;
      data[to++] = source[from + 2]!;
    }
  }
  return { width, height, data };
}
