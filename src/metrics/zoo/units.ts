import type { RandomGenerator } from 'pure-rand/types/RandomGenerator';
import { randomBelow } from '../../statistics/seeded.js';
import type { JudgedComparisons } from '../judged-comparisons.js';

/** Whose comparison it is: that of both subjects, or only of the one on the first or on the second side. */
export type Role = 'both' | 'first' | 'second';

/** What changes places as a whole when chance is tried out: `values[u]` of `trials[u]` comparisons of two subjects. */
export interface Units {
  readonly first: Int32Array;
  readonly second: Int32Array;
  readonly values: Float64Array;
  readonly trials: Float64Array;
}

/**
 * Puts comparisons together by their two subjects, and adds up their values: the comparisons of two people are alike
 * whoever they are, so they stay together. Mated comparisons stay single, as they all have one subject. With `directed`
 * a pair is another one when its sides are exchanged.
 */
export function unitsOf(
  { first, second }: Pick<JudgedComparisons, 'first' | 'second'>,
  valueAt: (comparison: number) => number,
  directed: boolean,
): Units {
  const known = new Map<number, number>();
  const [from, to, values, trials]: [number[], number[], number[], number[]] = [[], [], [], []];
  for (let k = 0; k < first.length; k += 1) {
    const [a, b] = [first[k] ?? 0, second[k] ?? 0];
    const swap = !directed && a > b;
    const key = swap ? b * 2 ** 26 + a : a * 2 ** 26 + b;
    const unit = a === b ? values.length : (known.get(key) ?? values.length);
    if (unit === values.length) {
      known.set(key, unit);
      from.push(swap ? b : a);
      to.push(swap ? a : b);
    }
    values[unit] = (values[unit] ?? 0) + valueAt(k);
    trials[unit] = (trials[unit] ?? 0) + 1;
  }
  return {
    first: Int32Array.from(from),
    second: Int32Array.from(to),
    values: Float64Array.from(values),
    trials: Float64Array.from(trials),
  };
}

/** Adds up what the units hold by subject; a unit counts for both of its subjects or for the one that has the role. */
export function bySubject(subjects: number, { first, second }: Units, held: Float64Array, role: Role): Float64Array {
  const sums = new Float64Array(subjects);
  for (let unit = 0; unit < held.length; unit += 1) {
    const value = held[unit] ?? 0;
    const [a, b] = [first[unit] ?? 0, second[unit] ?? 0];
    if (role !== 'second') sums[a] = (sums[a] ?? 0) + value;
    if (role === 'second' || (role === 'both' && a !== b)) sums[b] = (sums[b] ?? 0) + value;
  }
  return sums;
}

/**
 * A function that deals the units' values out anew, each order equally likely among units with the same number of
 * comparisons, and gives the sums by subject. The work grows with the values that are not 0, and with the subjects. The
 * array is used again for the next deal.
 */
export function dealer(subjects: number, units: Units, role: Role): (random: RandomGenerator) => Float64Array {
  const strata = new Map<number, { places: number[]; values: number[] }>();
  units.trials.forEach((trials, unit) => {
    const stratum = strata.get(trials) ?? { places: [], values: [] };
    strata.set(trials, stratum);
    stratum.places.push(unit);
    const value = units.values[unit] ?? 0;
    if (value !== 0) stratum.values.push(value);
  });
  const dealt = [...strata.values()].map(({ places, values }) => ({
    places: Int32Array.from(places),
    values: Float64Array.from(values),
  }));
  const sums = new Float64Array(subjects);
  return (random) => {
    sums.fill(0);
    for (const { places, values } of dealt) {
      for (let next = 0; next < values.length; next += 1) {
        const drawn = next + randomBelow(random, places.length - next);
        const unit = places[drawn] ?? 0;
        places[drawn] = places[next] ?? 0;
        places[next] = unit;
        const [a, b, value] = [units.first[unit] ?? 0, units.second[unit] ?? 0, values[next] ?? 0];
        if (role !== 'second') sums[a] = (sums[a] ?? 0) + value;
        if (role === 'second' || (role === 'both' && a !== b)) sums[b] = (sums[b] ?? 0) + value;
      }
    }
    return sums;
  };
}
