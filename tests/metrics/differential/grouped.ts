import type { GroupedComparisons } from '../../../src/metrics/differential/grouped-comparisons.js';
import type { JudgedComparisons } from '../../../src/metrics/judged-comparisons.js';
import { drawNormal } from '../../../src/statistics/draws.js';
import { seededRandom } from '../../../src/statistics/seeded.js';

export const judged = (rows: readonly (readonly [number, number, number])[]): JudgedComparisons => ({
  first: Int32Array.from(rows, ([a]) => a),
  second: Int32Array.from(rows, ([, b]) => b),
  isError: Uint8Array.from(rows, ([, , e]) => e),
});

/** How scores are simulated: normal scores with an effect of each subject on all of its comparisons. */
export interface Simulation {
  readonly sizes: readonly number[];
  /** Threshold of false matches in each group; all the same for equal groups. */
  readonly thresholds: readonly number[];
  readonly sd: number;
  /** Mated comparisons of each subject, and from which score on they are no match. */
  readonly mated?: { readonly each: number; readonly threshold: number };
  readonly across?: boolean;
  readonly seed: number;
}

/** One comparison for each pair of subjects of a group, score = u_i + u_j + e with variance 1. */
export function simulate({ sizes, thresholds, sd, mated, across = false, seed }: Simulation): GroupedComparisons {
  const random = seededRandom(seed);
  const groupOf = Int32Array.from(sizes.flatMap((size, group) => new Array<number>(size).fill(group)));
  const subjects = groupOf.length;
  const own = Float64Array.from({ length: subjects }, () => sd * drawNormal(random));
  const rest = Math.sqrt(1 - 2 * sd * sd);
  const nonMated: [number, number, number][] = [];
  for (let a = 0; a < subjects; a += 1) {
    for (let b = 0; b < a; b += 1) {
      if (groupOf[a] !== groupOf[b] && !across) continue;
      const score = (own[a] ?? 0) + (own[b] ?? 0) + rest * drawNormal(random);
      nonMated.push([b, a, score >= (thresholds[groupOf[a] ?? 0] ?? 0) ? 1 : 0]);
    }
  }
  const matedRows: [number, number, number][] = [];
  for (let subject = 0; subject < subjects && mated; subject += 1) {
    const effect = drawNormal(random);
    for (let k = 0; k < mated.each; k += 1) {
      matedRows.push([subject, subject, (effect + drawNormal(random)) / Math.SQRT2 >= mated.threshold ? 1 : 0]);
    }
  }
  const groups = sizes.map((_, group) => `group ${group}`);
  return { subjects, groupOf, groups, mated: judged(matedRows), nonMated: judged(nonMated) };
}

/** The upper 3e-3 of the standard normal distribution (R: qnorm(0.997)). */
export const FMR_3E3 = 2.7477813854449926;
