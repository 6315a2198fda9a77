import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { randomBetween } from '../../statistics/named-random.js';

/** Random values 0 to 1 at the knots of a grid of `cell` pixels, smooth between them: a function of a place. */
export function smoothNoise(
  width: number,
  height: number,
  cell: number,
  random: RandomGenerator,
): (x: number, y: number) => number {
  const columns = Math.ceil(width / cell) + 2;
  const rows = Math.ceil(height / cell) + 2;
  const knots = Float64Array.from({ length: columns * rows }, () => randomBetween(random, 0, 1));
  return (x, y) => {
    const column = Math.floor(x / cell);
    const row = Math.floor(y / cell);
    const dx = eased(x / cell - column);
    const dy = eased(y / cell - row);
    const at = row * columns + column;
    const upper = knots[at]! + (knots[at + 1]! - knots[at]!) * dx;
    const lower = knots[at + columns]! + (knots[at + columns + 1]! - knots[at + columns]!) * dx;
    return upper + (lower - upper) * dy;
  };
}

const eased = (share: number): number => share * share * (3 - 2 * share);

/** Three layers of it, each half as coarse and half as strong: 0 to 1. */
export function cloudyNoise(width: number, height: number, cell: number, random: RandomGenerator) {
  const coarse = smoothNoise(width, height, Math.max(1, cell), random);
  const middle = smoothNoise(width, height, Math.max(1, cell / 2), random);
  const fine = smoothNoise(width, height, Math.max(1, cell / 4), random);
  return (x: number, y: number): number => (4 * coarse(x, y) + 2 * middle(x, y) + fine(x, y)) / 7;
}
