import { FalsematchError } from '../../files/errors.js';
import { decodeNpy, encodeNpy } from '../../files/npy.js';
import type { FoundSearches } from '../search/found-searches.js';

type Found = Pick<FoundSearches, 'rank' | 'score'>;

/**
 * What the searches of one list found as a NumPy array of float32: the rank of the mate and the score, a row for each
 * search in the order of the list; NaN for one that failed. Ranks are whole numbers far below what float32 holds exactly.
 */
export function encodeFound({ rank, score }: Found): Uint8Array {
  const data = new Float32Array(2 * score.length);
  for (const [s, own] of score.entries()) data.set([Number.isNaN(own) ? Number.NaN : (rank[s] ?? 0), own], 2 * s);
  return encodeNpy(data, [score.length, 2]);
}

/** Reads it back. Throws with the file's name for another number of searches, and for what is no rank. */
export function decodeFound(bytes: Uint8Array, name: string, searches: number): Found {
  const { data, shape } = decodeNpy(bytes, name);
  if (!(data instanceof Float32Array) || shape.length !== 2 || shape[0] !== searches || shape[1] !== 2) {
    throw new FalsematchError(
      `${name} must hold a rank and a score of ${searches} searches, and holds an array of (${shape.join(', ')}); the file was edited or damaged.`,
    );
  }
  const ranks = data.filter((_, k) => k % 2 === 0);
  const score = data.filter((_, k) => k % 2 === 1);
  const wrong = ranks.findIndex((rank, s) =>
    Number.isNaN(rank) ? !Number.isNaN(score[s]) : !Number.isInteger(rank) || rank < 0 || !Number.isFinite(score[s]),
  );
  if (wrong >= 0) {
    throw new FalsematchError(
      `${name}, search ${wrong + 1}: a search has a rank and a score, or neither; the file was edited or damaged.`,
    );
  }
  return { rank: Int32Array.from(ranks, (rank) => (Number.isNaN(rank) ? 0 : rank)), score };
}
