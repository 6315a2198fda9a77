import type { Picture } from '../../../../src/images/picture.js';
import { pictureOf } from '../../fixtures.js';

/** A made-up clip: bars and blobs that go `speed` pixels to the right each frame, under noise that is new or the same. */
export function movingChart(
  side: number,
  frames: number,
  { speed = 1, noise = 16, sameNoise = false }: { speed?: number; noise?: number; sameNoise?: boolean } = {},
): Picture[] {
  let state = 1;
  const random = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: frames }, (_, frame) => {
    if (sameNoise) state = 1;
    // The same in all three channels, for 4:2:0 keeps little of noise in colour.
    const grain = Float32Array.from({ length: side * side }, () => noise * (random() + random() - 1));
    return pictureOf(side, side, (x, y, c) => {
      const across = x - frame * speed;
      const bars = 50 * Math.sign(Math.sin(across / 5) * Math.cos(y / 7));
      return 128 + 9 * (c - 1) + bars + 25 * Math.sin((across * y) / 300) + grain[y * side + x]!;
    });
  });
}

/** Peak signal to noise, in decibels. */
export function psnr(a: Picture, b: Picture): number {
  if (a.data.length !== b.data.length) throw new RangeError('pictures of different sizes');
  let sum = 0;
  for (let i = 0; i < a.data.length; i++) sum += (a.data[i]! - b.data[i]!) ** 2;
  return 10 * Math.log10(255 ** 2 / (sum / a.data.length));
}
