import { sampleWithoutReplacement } from '../../statistics/seeded.js';
import type { Pair } from './pair.js';

/** How many pairs of a published list are taken; all of a kind of which nothing is said. */
export interface SampleOfList {
  readonly mated?: number | undefined;
  readonly nonMated?: number | undefined;
}

/** A seeded sample of the pairs of a list without replacement, mated and non-mated apart, in the order of the list. */
export function sampleList(pairs: readonly Pair[], { mated, nonMated }: SampleOfList, seed: number): Pair[] {
  const places = { mated: [] as number[], nonMated: [] as number[] };
  for (const [place, pair] of pairs.entries()) (pair.mated ? places.mated : places.nonMated).push(place);
  const draw = (from: readonly number[], most: number | undefined, ownSeed: number): number[] =>
    most === undefined || most >= from.length
      ? [...from]
      : sampleWithoutReplacement(from.length, most, ownSeed).map((index) => from[index] ?? 0);
  const taken = [...draw(places.mated, mated, seed), ...draw(places.nonMated, nonMated, seed + 1)];
  return taken.sort((p, q) => p - q).flatMap((place) => pairs[place] ?? []);
}
