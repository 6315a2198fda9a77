import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import type { Picture } from '../picture.js';

/** Of the sum of four whole numbers from 0 to 255, each equally likely. */
const MEAN = 510;
const DEVIATION = Math.sqrt((4 * (256 ** 2 - 1)) / 12);

/**
 * The picture with noise of standard deviation `sigma` (of 255) added to every value: a sum of four uniform numbers,
 * close to normal. `grey` adds the same to all three channels, as a monochrome camera does.
 */
export function sensorNoise(picture: Picture, sigma: number, random: RandomGenerator, grey = false): Picture {
  const { width, height, data } = picture;
  const result = new Uint8ClampedArray(data.length);
  let noise = 0;
  for (let i = 0; i < data.length; i++) {
    if (!grey || i % 3 === 0) noise = ((sumOfBytes(random.next()) - MEAN) / DEVIATION) * sigma;
    result[i] = data[i]! + noise;
  }
  return { width, height, data: new Uint8Array(result.buffer) };
}

const sumOfBytes = (bits: number): number =>
  (bits & 255) + ((bits >>> 8) & 255) + ((bits >>> 16) & 255) + (bits >>> 24);
