import { percentileInterval } from '../statistics/dependence/bootstrap.js';
import { mcNemarExact } from '../statistics/mcnemar.js';
import type { Interval } from './rate.js';

/** Two systems judged on the same comparisons: how far they differ, and how sure that is. */
export interface PairedDifference {
  readonly metric: 'FNMR@FMR' | 'accuracy-10fold' | 'plate-exact';
  /** The operating point, or the text rule; null for the accuracy. */
  readonly at: string | null;
  readonly first: number;
  readonly second: number;
  /** The second's value minus the first's. */
  readonly difference: number;
  /** Comparisons, or plates, that both were judged on, and the subjects, or vehicles, behind them. */
  readonly trials: number;
  readonly subjects: number;
  /** Of the difference, subjects drawn anew and every threshold set anew. */
  readonly interval: Interval;
  /** Two-sided, from the same replicates: no smaller than 2 / (replicates + 1). */
  readonly pValue: number;
  /** Why the data cannot resolve this difference, in a sentence; null where they can. */
  readonly unresolved: string | null;
  /** McNemar's exact test at the thresholds as they are, which takes comparisons as independent. */
  readonly mcNemar: { readonly onlyFirst: number; readonly onlySecond: number; readonly pValue: number };
}

/** The differences of the replicates of two systems that were drawn together, where both have a value. */
export function differencesOf(first: Replicates, second: Replicates): Float64Array {
  if (first.length !== second.length) throw new RangeError('Paired replicates must be drawn together.');
  const differences: number[] = [];
  for (let replicate = 0; replicate < first.length; replicate += 1) {
    const [ofFirst, ofSecond] = [first[replicate], second[replicate]];
    if (ofFirst !== undefined && ofSecond !== undefined) differences.push(ofSecond - ofFirst);
  }
  return Float64Array.from(differences);
}

/** A value for each replicate; undefined where there is none. */
type Replicates = ArrayLike<number | undefined>;

/**
 * The percentile interval of a difference and its two-sided p-value: twice the smaller share of replicates on either side
 * of zero, those at zero on both, one replicate added to each (Davison & Hinkley, Bootstrap Methods and Their
 * Application, 1997, section 4.2). Undefined for too few replicates.
 */
export function bootstrapTest(
  differences: Float64Array,
  level: number,
): { readonly interval: Interval; readonly pValue: number } | undefined {
  const bounds = percentileInterval(differences, level);
  if (!bounds) return undefined;
  const below = differences.reduce((count, difference) => count + (difference <= 0 ? 1 : 0), 0);
  const above = differences.reduce((count, difference) => count + (difference >= 0 ? 1 : 0), 0);
  const pValue = Math.min(1, (2 * (1 + Math.min(below, above))) / (differences.length + 1));
  return { interval: { ...bounds, level, method: 'subject-bootstrap' }, pValue };
}

/** McNemar's exact test of two lists of errors on the same trials. */
export function pairedErrors(first: readonly boolean[], second: readonly boolean[]): PairedDifference['mcNemar'] {
  const onlyFirst = first.filter((wrong, k) => wrong && !second[k]).length;
  const onlySecond = second.filter((wrong, k) => wrong && !first[k]).length;
  return { onlyFirst, onlySecond, pValue: mcNemarExact(onlyFirst, onlySecond) };
}
