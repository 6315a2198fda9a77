import type { Light } from '../light.js';

/** How much of near infrared a silicon sensor's red, green and blue stand for, as rough as any such weights are. */
export const INFRARED = [0.7, 0.25, 0.05] as const;

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
