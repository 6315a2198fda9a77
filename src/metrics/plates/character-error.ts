import type { PlateTexts, ReadText } from './read-texts.js';
import { type Resampled, ratioOfSums } from './resample.js';

/** Which readings: those of the whole system, or those of the boxes that the dataset gives. */
export type ReadSource = 'end to end' | 'given boxes';

/** Character error rates that wait for their replicates. */
export interface CharacterErrors {
  /** Σ edits / Σ true characters (micro): long plates weigh more. */
  readonly overCharacters: Resampled;
  /** The mean over plates of edits / true characters (macro). */
  readonly overPlates: Resampled;
}

/**
 * The character error rate: substituted, missing and extra characters by the true ones. A plate of which nothing was
 * read lacks all its characters. Extra characters may bring it above 1. Resampled by vehicle.
 */
export function characterErrors(
  texts: readonly PlateTexts[],
  source: ReadSource,
  vehicles: { readonly of: ArrayLike<number>; readonly count: number },
): CharacterErrors {
  const judged = texts.flatMap(({ truth, read, given }, index) => {
    const text: ReadText | undefined = source === 'given boxes' ? given : read;
    return text ? [{ edits: text.alignment.edits, length: truth.length, vehicle: vehicles.of[index] ?? 0 }] : [];
  });
  const clusters = { of: judged.map(({ vehicle }) => vehicle), count: vehicles.count };
  const edits = judged.map((plate) => plate.edits);
  const lengths = judged.map(({ length }) => length);
  const what = { of: 'CER', kind: 'share', drawn: 'vehicles' } as const;
  return {
    overCharacters: ratioOfSums({ ...what, over: 'characters' }, clusters, edits, lengths),
    overPlates: ratioOfSums(
      { ...what, over: 'plates' },
      clusters,
      edits.map((count, k) => count / (lengths[k] ?? 1)),
      edits.map(() => 1),
    ),
  };
}
