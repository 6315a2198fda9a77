import type { Bounds } from '../statistics/level.js';

/** A number and the range in which it may lie; both ends are the number itself where it is taken as exact. */
export interface Uncertain extends Bounds {
  readonly value: number;
  /** With at least this confidence the truth is within the ends; null: a range somebody states, or an exact number. */
  readonly level: number | null;
}

/** A number as it is given: exact, or with its range and, where that is a confidence interval, its level. */
export type GivenNumber = number | (Bounds & { readonly value: number; readonly level?: number | null | undefined });

/** The same with nothing left out, and nothing else that came along with it. */
export function toUncertain(given: GivenNumber): Uncertain {
  if (typeof given === 'number') return { value: given, low: given, high: given, level: null };
  const { value, low, high, level = null } = given;
  return { value, low, high, level };
}

/** Whether the truth may be something else than the value. */
export const isUncertain = ({ low, high }: Bounds): boolean => low < high;

/** The same after a function that nowhere falls, such as a change of unit. */
export const rising = ({ value, low, high, level }: Uncertain, of: (number: number) => number): Uncertain => ({
  value: of(value),
  low: of(low),
  high: of(high),
  level,
});

type Numbers<Key extends string> = Readonly<Record<Key, number>>;

/**
 * What follows from uncertain numbers: `of` at their values, and its smallest and largest result over all combinations
 * of their ends. These are its extremes wherever `of` rises or falls in each number alone. Null where `of` has no result
 * at the values. The level: see `jointLevel`.
 */
export function combine<Key extends string, Result extends number | null>(
  inputs: Readonly<Record<Key, Uncertain>>,
  of: (numbers: Numbers<Key>) => Result,
): Uncertain | Extract<Result, null> {
  const keys = Object.keys(inputs) as Key[];
  const pick = (end: (key: Key) => 'value' | 'low' | 'high') =>
    Object.fromEntries(keys.map((key) => [key, inputs[key][end(key)]])) as Numbers<Key>;
  const value = of(pick(() => 'value'));
  if (value === null) return value as Extract<Result, null>;
  const corners = Array.from({ length: 2 ** keys.length }, (_, corner) =>
    of(pick((key) => ((corner >> keys.indexOf(key)) & 1 ? 'high' : 'low'))),
  ).filter((result): result is Result & number => result !== null);
  return {
    value,
    low: Math.min(value, ...corners),
    high: Math.max(value, ...corners),
    level: jointLevel(Object.values<Uncertain>(inputs)),
  };
}

/**
 * The confidence with which all ranges hold at once, at least: 1 less the sum of what each leaves out (Bonferroni), which
 * asks for no independence. Null where nothing is uncertain, or a range has no level.
 */
export function jointLevel(inputs: readonly Uncertain[]): number | null {
  const levels = inputs.filter(isUncertain).map(({ level }) => level);
  if (levels.length === 0) return null;
  let left = 1;
  for (const level of levels) {
    if (level === null) return null;
    left -= 1 - level;
  }
  // Without the dust of 1 - 0.95.
  return Number(Math.max(0, left).toPrecision(12));
}
