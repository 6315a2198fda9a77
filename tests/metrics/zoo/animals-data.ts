import type { ZooComparisons } from '../../../src/metrics/zoo/zoo-comparisons.js';
import { drawNormal } from '../../../src/statistics/draws.js';
import { seededRandom } from '../../../src/statistics/seeded.js';

/** Scores of so many subjects, each of whom moves its own comparisons by sd times a normal number. */
export interface ZooSimulation {
  readonly subjects: number;
  readonly sd: number;
  readonly threshold: number;
  readonly matedEach: number;
  readonly seed: number;
  /** Each pair of subjects is compared so often, and has so much in common. */
  readonly perPair?: number;
  readonly sdOfPairs?: number;
}

export function simulateZoo(simulation: ZooSimulation): ZooComparisons {
  const { subjects, sd, threshold, matedEach, seed, perPair = 1, sdOfPairs = 0 } = simulation;
  const random = seededRandom(seed);
  const own = Float64Array.from({ length: subjects }, () => sd * drawNormal(random));
  const rest = Math.sqrt(1 - 2 * sd * sd - sdOfPairs * sdOfPairs);
  const rows: [number, number, number][] = [];
  const mated: [number, number, number][] = [];
  for (let a = 0; a < subjects; a += 1) {
    for (let b = 0; b < a; b += 1) {
      const pair = (own[a] ?? 0) + (own[b] ?? 0) + sdOfPairs * drawNormal(random);
      for (let k = 0; k < perPair; k += 1) rows.push([b, a, pair + rest * drawNormal(random)]);
    }
    const alone = drawNormal(random) * sd;
    for (let k = 0; k < matedEach; k += 1) mated.push([a, a, 3 + alone + Math.sqrt(1 - sd * sd) * drawNormal(random)]);
  }
  const side = (list: readonly [number, number, number][], isError: (score: number) => boolean) => ({
    first: Int32Array.from(list, ([a]) => a),
    second: Int32Array.from(list, ([, b]) => b),
    scores: Float32Array.from(list, ([, , score]) => score),
    isError: Uint8Array.from(list, ([, , score]) => (isError(score) ? 1 : 0)),
  });
  return {
    subjects,
    mated: side(mated, (score) => score < threshold),
    nonMated: side(rows, (score) => score >= threshold),
    directed: false,
  };
}
