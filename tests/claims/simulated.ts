import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { claimBounds } from '../../src/claims/claim-bounds.js';
import type { Judged } from '../../src/claims/judge-tests.js';
import type { Demand } from '../../src/claims/relation.js';
import { makeRate } from '../../src/metrics/rate.js';
import { baseRow, rateRows } from '../../src/results/metric-rows.js';
import type { PairCounts } from '../../src/statistics/dependence/subject-pairs.js';
import type { Bounds } from '../../src/statistics/level.js';
import { seededRandom } from '../../src/statistics/seeded.js';

/** What a made-up system did: errors and trials, by subject where subjects are known. */
export interface Seen {
  readonly errors: number;
  readonly trials: number;
  readonly counts?: PairCounts | undefined;
}

/** People who were compared with themselves so often each, with so many errors. */
export function people(errors: ArrayLike<number>, comparisons: number): Seen {
  const own = Float64Array.from(errors);
  const numbers = Int32Array.from(own, (_, subject) => subject);
  const counts = {
    subjects: own.length,
    first: numbers,
    second: numbers.slice(),
    errors: own,
    trials: new Float64Array(own.length).fill(comparisons),
  };
  return { errors: own.reduce((sum, one) => sum + one, 0), trials: own.length * comparisons, counts };
}

const PLACE = { task: 'made-up', model: 'made-up', dataset: 'made-up', protocol: 'pairs', group: 'all' };

/** The bounds of a claim's value at any two-sided level, by the way that a run's figures take. */
export function boundsOf({ errors, trials, counts }: Seen): (level: number) => Bounds | undefined {
  const known = new Map<number, Bounds | undefined>();
  return (level) => {
    if (!known.has(level)) {
      const rate = makeRate(errors, trials, { of: 'FNMR', over: 'comparisons', level, counts });
      known.set(level, claimBounds(rateRows(baseRow(PLACE, { metric: 'FNMR' }), rate), [], level));
    }
    return known.get(level);
  };
}

/** A test of one or several systems. */
export function judged(
  demand: Demand,
  bounds: readonly ((level: number) => Bounds | undefined)[],
  { quantifier = 'best', confidence = 0.95 }: Partial<Pick<Judged, 'quantifier' | 'confidence'>> = {},
): Judged {
  const systems = bounds.map((_, at) => String(at));
  return { demand, confidence, quantifier, systems, boundsAt: (at, level) => bounds[Number(at)]?.(level) };
}

/** Uniform numbers from 0 to 1, the same ones for the same seed. */
export function uniform(seed: number): () => number {
  const random = seededRandom(seed);
  return () => uniformFloat64(random);
}

/**
 * How often a person errs in so many comparisons: beta-binomial with this mean rate, `like` the correlation of two
 * comparisons of one person. By Pólya's urn: each error makes the next one likelier.
 */
export function errorsOfPerson(comparisons: number, rate: number, like: number, draw: () => number): number {
  const weight = like === 0 ? Number.POSITIVE_INFINITY : 1 / like - 1;
  let errors = 0;
  for (let k = 0; k < comparisons; k += 1) {
    const now = like === 0 ? rate : (weight * rate + errors) / (weight + k);
    if (draw() < now) errors += 1;
  }
  return errors;
}
