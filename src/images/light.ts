import type { Picture } from './picture.js';

/**
 * A picture as light: linear in what fell on the sensor, interleaved R G B, row by row from the top left; 1 is what
 * sRGB calls white, and there may be more than that until a sensor cuts it off.
 */
export interface Light {
  readonly width: number;
  readonly height: number;
  readonly data: Float32Array;
}

/** The shares of red, green and blue in the luminance of sRGB. Source: IEC 61966-2-1 (the primaries of ITU-R BT.709). */
export const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/** sRGB code to linear light, 0 to 1. Source: IEC 61966-2-1. */
export function linearOf(code: number): number {
  const value = code / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Linear light to sRGB code, not rounded; what is outside 0 to 1 is cut off. Source: IEC 61966-2-1. */
export function codeOf(light: number): number {
  const value = Math.min(1, Math.max(0, light));
  return 255 * (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055);
}

const LINEAR = Float32Array.from({ length: 256 }, (_, code) => linearOf(code));

/** So many steps tell every code from its neighbours, even the dark ones. */
const STEPS = 65_535;
const CODES = Uint8Array.from({ length: STEPS + 1 }, (_, step) => Math.round(codeOf(step / STEPS)));

/** The light that a picture stands for. */
export function toLight({ width, height, data }: Picture): Light {
  const light = new Float32Array(data.length);
  for (let i = 0; i < data.length; i++) light[i] = LINEAR[data[i]!]!;
  return { width, height, data: light };
}

/** Light as an 8-bit sRGB picture; what is brighter than white is cut off. `toPicture(toLight(picture))` is the picture. */
export function toPicture({ width, height, data }: Light): Picture {
  const codes = new Uint8Array(data.length);
  for (let i = 0; i < data.length; i++) codes[i] = CODES[Math.round(Math.min(1, Math.max(0, data[i]!)) * STEPS)]!;
  return { width, height, data: codes };
}
