import { addBilinear } from '../add-bilinear.js';
import type { Picture } from '../picture.js';

/**
 * The picture of something that moved `length` pixels while the shutter was open, at `degrees` from the level: each
 * value is the mean of values along that line around it, bilinear, edges repeated. The same picture for a length of 0.
 */
export function motionBlur(picture: Picture, length: number, degrees: number): Picture {
  if (!(length > 0)) return picture;
  const { width, height, data } = picture;
  const steps = Math.max(2, Math.ceil(2 * length));
  const angle = (degrees * Math.PI) / 180;
  const places = Array.from({ length: steps }, (_, k) => {
    const along = ((k + 0.5) / steps - 0.5) * length;
    return { x: along * Math.cos(angle), y: along * Math.sin(angle) };
  });
  const result = new Uint8ClampedArray(data.length);
  const sums = new Float64Array(3);
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += 3) {
      sums.fill(0);
      for (const place of places) addBilinear(picture, x + place.x, y + place.y, sums);
      for (let c = 0; c < 3; c++) result[to + c] = sums[c]! / steps;
    }
  }
  return { width, height, data: new Uint8Array(result.buffer) };
}
