import type { Bounds } from '../statistics/level.js';
import { trialsToBound } from '../statistics/trials-to-bound.js';
import type { Demand } from './relation.js';

/** What a sample says of a rate, for reckoning how large one that decides would be. */
export interface Sample extends Bounds {
  readonly value: number;
  readonly errors: number | null;
  readonly trials: number | null;
  readonly subjects: number | null;
  /** An end of the interval that a verdict rests on, of a sample so many times as large; absent: as the interval shrinks. */
  readonly endAt?: ((side: 'low' | 'high', times: number) => number | undefined) | undefined;
}

/** How much more it would take to decide, in words for the reader; what stays as measured is assumed. */
export type TrialsNeeded =
  /** No error was seen: so many trials that share nobody, without an error, would show the claim. */
  | { readonly kind: 'without-errors'; readonly trials: number; readonly confidence: number }
  /** The rate stays what it is: so many times the sample. */
  | { readonly kind: 'times'; readonly times: number; readonly trials: number | null; readonly subjects: number | null }
  /** The measured rate is the claimed one: no sample decides. */
  | { readonly kind: 'never' };

/**
 * How large a sample would decide a demand on a rate. Without an error (of a rate of what is right: without one wrong) the
 * fewest trials whose exact one-sided bound reaches the value (`trialsToBound`), for this test alone; else the size at
 * which the end of the interval that stands in the way would reach the value, intervals shrinking with the square root of
 * the sample, and `endAt` too. A rough guide, not a plan of a study.
 */
export function trialsNeeded(sample: Sample, demand: Demand, confidence: number): TrialsNeeded {
  const { value, errors, trials, subjects, low, high } = sample;
  const upper = demand.is === 'at most' || demand.is === 'below';
  if (errors === 0 && upper && demand.value > 0) {
    return { kind: 'without-errors', trials: trialsToBound(demand.value, 0, confidence), confidence };
  }
  const lower = demand.is === 'at least' || demand.is === 'above';
  if (errors !== null && errors === trials && lower && demand.value < 1) {
    return { kind: 'without-errors', trials: trialsToBound(1 - demand.value, 0, confidence), confidence };
  }
  const limit = demand.is === 'equal to' ? nearerEdge(value, demand) : demand.value;
  const gap = Math.abs(value - limit);
  if (gap === 0) return { kind: 'never' };
  const side = value < limit ? 'high' : 'low';
  const end = side === 'high' ? high - value : value - low;
  const passes = (times: number) => {
    const at = sample.endAt?.(side, times);
    return at === undefined || (side === 'high' ? at <= limit : at >= limit);
  };
  const times = fewestTimes(Math.max(1, (end / gap) ** 2), passes);
  const scaled = (size: number | null) => (size === null ? null : Math.ceil(size * times));
  return { kind: 'times', times, trials: scaled(trials), subjects: scaled(subjects) };
}

/** The smallest number from `from` on that passes, to a thousandth of itself; `from` where nothing up to a million times does. */
function fewestTimes(from: number, passes: (times: number) => boolean): number {
  if (passes(from)) return from;
  let many = from * 2;
  while (!passes(many)) {
    many *= 2;
    if (many > from * 1e6) return from;
  }
  let few = many / 2;
  while (many - few > many / 1000) {
    const middle = (few + many) / 2;
    if (passes(middle)) many = middle;
    else few = middle;
  }
  return many;
}

/** The edge of the range that counts as equal which decides first. */
function nearerEdge(value: number, { value: claimed, within = 0 }: Demand): number {
  const edges = [claimed - within, claimed + within];
  return edges.reduce((near, edge) => (Math.abs(edge - value) < Math.abs(near - value) ? edge : near));
}

/** The fewest people who give so many comparisons between two: sharing nobody, and at the very least, all pairs of them. */
export function peopleFor(comparisons: number): { readonly sharingNobody: number; readonly atLeast: number } {
  return {
    sharingNobody: 2 * comparisons,
    atLeast: Math.ceil((1 + Math.sqrt(1 + 8 * comparisons)) / 2),
  };
}
