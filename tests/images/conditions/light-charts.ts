import type { Light } from '../../../src/images/light.js';

/** Light that is the same in all three channels and a function of a pixel's place. */
export function greyChart(width: number, height: number, valueAt: (x: number, y: number) => number): Light {
  const data = new Float32Array(width * height * 3);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) data.fill(valueAt(x, y), at, at + 3);
  }
  return { width, height, data };
}

/** Dark up to the middle, bright from there on. */
export const edgeChart = (width: number, height: number, dark = 0, bright = 1): Light =>
  greyChart(width, height, (x) => (x < width / 2 ? dark : bright));

/** The first channel of one row. */
export function rowOf({ width, data }: Light, y: number): number[] {
  return Array.from({ length: width }, (_, x) => data[(y * width + x) * 3]!);
}

/** The first channel of one column. */
export function columnOf({ width, height, data }: Light, x: number): number[] {
  return Array.from({ length: height }, (_, y) => data[(y * width + x) * 3]!);
}

/** From where a rising edge has 10 % to where it has 90 % of its step, in pixels, linear between pixels. */
export function edgeWidth(profile: readonly number[]): number {
  const [low, high] = [profile[0]!, profile[profile.length - 1]!];
  const placeOf = (share: number) => {
    const level = low + share * (high - low);
    const after = profile.findIndex((value) => value > level);
    const [a, b] = [profile[after - 1]!, profile[after]!];
    return after - 1 + (level - a) / (b - a);
  };
  return placeOf(0.9) - placeOf(0.1);
}

export function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

export function varianceOf(values: ArrayLike<number>): number {
  const mean = meanOf(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - mean) ** 2;
  return sum / (values.length - 1);
}
