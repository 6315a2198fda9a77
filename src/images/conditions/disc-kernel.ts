import type { Kernel } from './convolve.js';

/**
 * A uniform disc `diameter` pixels wide around a pixel's centre: each weight is the share of the disc that lies in that
 * pixel, exact, so they sum to 1. A disc of up to one pixel lies within its own.
 */
export function discKernel(diameter: number): Kernel {
  const radius = diameter / 2;
  const reach = Math.max(0, Math.ceil(radius - 0.5));
  const size = 2 * reach + 1;
  const weights = new Float64Array(size * size);
  if (reach === 0) weights.fill(1);
  else {
    const corner = (x: number, y: number) => cornerArea(x - reach - 0.5, y - reach - 0.5, radius);
    for (let y = 0, at = 0; y < size; y++) {
      for (let x = 0; x < size; x++, at++) {
        const covered = corner(x + 1, y + 1) - corner(x, y + 1) - corner(x + 1, y) + corner(x, y);
        // What is left of a difference of equal areas is no part of the disc.
        if (covered > 1e-9) weights[at] = covered / (Math.PI * radius ** 2);
      }
    }
  }
  return { reachX: reach, reachY: reach, weights };
}

/** The area of a disc around the origin between the axes and (x, y), negative where one of the two is. */
function cornerArea(x: number, y: number, radius: number): number {
  const right = Math.min(Math.abs(x), radius);
  const top = Math.min(Math.abs(y), radius);
  // Up to here the arc is above `top`.
  const bend = Math.min(right, Math.sqrt(radius ** 2 - top ** 2));
  return Math.sign(x) * Math.sign(y) * (top * bend + underArc(right, radius) - underArc(bend, radius));
}

/** The integral of sqrt(radius² - t²) from 0 to x. */
function underArc(x: number, radius: number): number {
  return (x * Math.sqrt(radius ** 2 - x ** 2) + radius ** 2 * Math.asin(x / radius)) / 2;
}
