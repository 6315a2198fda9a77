import { shared } from './templates.js';
import type { ScoredPairs } from './upper-tail.js';

/** Comparisons that are kept one by one, of which the number is not known beforehand. */
export interface GrowingTail {
  add(score: number, first: number, second: number): void;
  /** What was added, in memory that all threads share, so that it needs no copy; the tail is empty then. */
  take(): ScoredPairs;
  /** Forgets what was added. */
  clear(): void;
}

export function growingTail(): GrowingTail {
  let [scores, first, second] = [new Float32Array(4096), new Int32Array(4096), new Int32Array(4096)];
  let length = 0;
  return {
    add(score, sample, other) {
      if (length === scores.length) [scores, first, second] = [doubled(scores), doubled(first), doubled(second)];
      scores[length] = score;
      first[length] = sample;
      second[length] = other;
      length += 1;
    },
    take() {
      const [end] = [length];
      length = 0;
      return {
        scores: shared(scores.subarray(0, end)),
        first: shared(first.subarray(0, end)),
        second: shared(second.subarray(0, end)),
      };
    },
    clear() {
      length = 0;
    },
  };
}

function doubled<T extends Float32Array | Int32Array>(array: T): T {
  const larger = array instanceof Float32Array ? new Float32Array(array.length * 2) : new Int32Array(array.length * 2);
  larger.set(array);
  return larger as T;
}
