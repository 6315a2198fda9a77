import type { Measure } from './measure-list.js';

/** What a measure comes to where the groups are equal: equal groups of few people look different by chance. */
export type NullReference =
  | {
      readonly state: 'resolved';
      /** The value that half of the draws reach. */
      readonly median: number;
      /** The value that only 1 - level of the draws reach. */
      readonly extreme: number;
      readonly level: number;
      /** How often equal groups differ as much as these or more, a ratio over nothing too, by the +1 rule: never 0. */
      readonly pValue: number;
      /** How many draws had a number; `median` and `extreme` are of those, as only there the measure would be given. */
      readonly draws: number;
      /** How many had none: a ratio with a group without an error, or no error at all. */
      readonly withoutValue: number;
    }
  | { readonly state: 'unavailable'; readonly reason: string; readonly draws: number; readonly withoutValue: number };

/**
 * Places an observed value among those of equal groups. The p-value is (1 + draws at least as bad) / (1 + draws) (Davison
 * & Hinkley, Bootstrap Methods, 1997, section 4.2), `Infinity` being worse than any number and undefined no draw; so a
 * ratio and another measure that order groups alike have one p-value. `extreme` is the order statistic of rank floor((draws + 1)(1 - level))
 * from the bad end. Unavailable with fewer draws than the level needs.
 */
export function nullReference(
  observed: number,
  drawn: readonly (number | undefined)[],
  worse: Measure['worse'],
  level: number,
): NullReference {
  const known = drawn.filter((value) => value !== undefined);
  const values = known.filter(Number.isFinite);
  const [draws, withoutValue] = [values.length, drawn.length - values.length];
  const worstFirst = values.sort((a, b) => (worse === 'higher' ? b - a : a - b));
  const extreme = worstFirst[Math.floor((draws + 1) * (1 - level) + 1e-9) - 1];
  const [middle, next] = [worstFirst[(draws - 1) >> 1], worstFirst[draws >> 1]];
  if (extreme === undefined || middle === undefined || next === undefined) {
    const reason = `Of ${drawn.length} draws of equal groups only ${draws} had a value: too few for a ${Number((level * 100).toFixed(6))}% reference.`;
    return { state: 'unavailable', reason, draws, withoutValue };
  }
  const asBad = known.filter((value) => (worse === 'higher' ? value >= observed : value <= observed)).length;
  const median = (middle + next) / 2;
  return { state: 'resolved', median, extreme, level, pValue: (1 + asBad) / (1 + known.length), draws, withoutValue };
}
