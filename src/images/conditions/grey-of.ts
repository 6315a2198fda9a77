import type { Light } from '../light.js';

/** The luminance of linear sRGB. Source: IEC 61966-2-1 (the primaries of ITU-R BT.709). */
export const LUMINANCE = [0.2126, 0.7152, 0.0722] as const;

/** The light of the three channels mixed into one, which all three then hold. */
export function greyOf(
  { width, height, data }: Light,
  [red, green, blue]: readonly [red: number, green: number, blue: number],
): Light {
  const grey = new Float32Array(data.length);
  for (let i = 0; i < data.length; i += 3) {
    grey.fill(red * data[i]! + green * data[i + 1]! + blue * data[i + 2]!, i, i + 3);
  }
  return { width, height, data: grey };
}
