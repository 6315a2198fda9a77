/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The colour between two, `share` of the way from the first to the second. */
export function mixColours(a: Colour, b: Colour, share: number): Colour {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

/** The colour made lighter or darker. */
export function scaleColour([red, green, blue]: Colour, factor: number): Colour {
  return [Math.min(255, red * factor), Math.min(255, green * factor), Math.min(255, blue * factor)];
}
