import type { Light } from '../light.js';

/** The light with every value replaced. */
export function mapLight({ width, height, data }: Light, change: (value: number) => number): Light {
  return { width, height, data: data.map(change) };
}
