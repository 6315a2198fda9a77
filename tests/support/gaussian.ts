import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { seededRandom } from '../../src/statistics/seeded.js';

/** Independent standard normal numbers (Marsaglia's polar method), the same ones for the same seed. */
export function gaussian(seed: number): () => number {
  const random = seededRandom(seed);
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const ready = spare;
      spare = undefined;
      return ready;
    }
    for (;;) {
      const [u, v] = [2 * uniformFloat64(random) - 1, 2 * uniformFloat64(random) - 1];
      const s = u * u + v * v;
      if (s === 0 || s >= 1) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      spare = v * factor;
      return u * factor;
    }
  };
}
