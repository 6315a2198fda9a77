import type { Kernel } from './convolve.js';

/**
 * A straight path `length` pixels long, its middle on a pixel's centre, at `degrees` from the level, counter-clockwise:
 * the weights that give the mean of the light along it, bilinear between pixels, as an exact integral. They sum to 1.
 */
export function pathKernel(length: number, degrees: number): Kernel {
  const angle = (degrees * Math.PI) / 180;
  const half = { x: wholeNear((length / 2) * Math.cos(angle)), y: wholeNear((-length / 2) * Math.sin(angle)) };
  const reachX = Math.ceil(Math.abs(half.x));
  const reachY = Math.ceil(Math.abs(half.y));
  const size = 2 * reachX + 1;
  const weights = new Float64Array(size * (2 * reachY + 1));
  const cuts = [-1, 1, ...crossings(half.x, reachX), ...crossings(half.y, reachY)].sort((a, b) => a - b);
  const add = (x: number, y: number, weight: number) => {
    if (weight > 0) weights[(y + reachY) * size + x + reachX]! += weight;
  };
  for (let k = 1; k < cuts.length; k++) {
    const [from, to] = [cuts[k - 1]!, cuts[k]!];
    if (to - from < 1e-12) continue;
    const column = Math.floor(((from + to) / 2) * half.x);
    const row = Math.floor(((from + to) / 2) * half.y);
    // Between two crossings of the grid the weights are of second degree, which Simpson's rule integrates exactly.
    for (const [at, part] of [
      [from, 1],
      [(from + to) / 2, 4],
      [to, 1],
    ] as const) {
      const dx = at * half.x - column;
      const dy = at * half.y - row;
      const weight = (part * (to - from)) / 12;
      add(column, row, weight * (1 - dx) * (1 - dy));
      add(column + 1, row, weight * dx * (1 - dy));
      add(column, row + 1, weight * (1 - dx) * dy);
      add(column + 1, row + 1, weight * dx * dy);
    }
  }
  return { reachX, reachY, weights };
}

/** Keeps what a cosine leaves of nothing from reaching into the next pixel. */
function wholeNear(value: number): number {
  const whole = Math.round(value);
  return Math.abs(value - whole) < 1e-9 ? whole : value;
}

/** Where between -1 and 1 a path from -half to half crosses whole pixels. */
function crossings(half: number, reach: number): number[] {
  if (half === 0) return [];
  return Array.from({ length: 2 * reach + 1 }, (_, k) => (k - reach) / half).filter((at) => at > -1 && at < 1);
}
