import type { EmittedRead } from './read-rates.js';

/** Reads by falling confidence, with the ends of the blocks of equal confidence. */
export interface RankedReads {
  readonly reads: readonly EmittedRead[];
  /** How many reads there are up to the end of each block, ascending; the last is the number of all. */
  readonly ends: readonly number[];
}

/** Sorts reads by falling confidence; equal ones form one block, which nothing may cut. */
export function rankReads(reads: readonly EmittedRead[]): RankedReads {
  const sorted = [...reads].sort((a, b) => b.confidence - a.confidence);
  const ends = sorted.flatMap(({ confidence }, k) => (confidence === sorted[k + 1]?.confidence ? [] : [k + 1]));
  return { reads: sorted, ends };
}

/** The smallest number of reads, in whole blocks from the most confident on, that is at least `wanted`. */
export function wholeBlocks({ ends, reads }: RankedReads, wanted: number): number {
  // 0.9 of 10 is 9, whatever binary fractions make of it.
  return ends.find((end) => end >= wanted - 1e-9) ?? reads.length;
}

/** The scenes with a wrong read, with a right one, and with any. */
export function scenesWith(reads: readonly EmittedRead[]): { erring: number; sound: number; standing: number } {
  const distinct = (those: readonly EmittedRead[]) => new Set(those.map(({ scene }) => scene)).size;
  return {
    erring: distinct(reads.filter(({ right }) => !right)),
    sound: distinct(reads.filter(({ right }) => right)),
    standing: distinct(reads),
  };
}
