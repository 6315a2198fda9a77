/** A sorted copy of the scores, lowest first; -0 and 0 keep together, as they are equal. */
export function ascendingCopy(scores: Float32Array): Float32Array<ArrayBuffer> {
  return new Float32Array(scores).sort();
}

/** How many of the ascending scores are below x: a binary search. */
export function countBelow(ascending: Float32Array, x: number): number {
  return partitionPoint(ascending, (score) => score < x);
}

/** How many of the ascending scores are x or above. */
export function countFrom(ascending: Float32Array, x: number): number {
  return ascending.length - countBelow(ascending, x);
}

/** How many of the ascending scores are above x. */
export function countAbove(ascending: Float32Array, x: number): number {
  return ascending.length - partitionPoint(ascending, (score) => score <= x);
}

/**
 * Walks two ascending lists together, lowest score first, one visit for each distinct score with the number of times
 * that it stands in each list. Takes O(n + m) and makes no object.
 */
export function walkTies(
  first: Float32Array,
  second: Float32Array,
  visit: (score: number, inFirst: number, inSecond: number) => void,
): void {
  let i = 0;
  let j = 0;
  while (i < first.length || j < second.length) {
    // Adding 0 turns -0, which stands before 0, into 0.
    const score = Math.min(first[i] ?? Number.POSITIVE_INFINITY, second[j] ?? Number.POSITIVE_INFINITY) + 0;
    const firstFrom = i;
    const secondFrom = j;
    while (i < first.length && first[i] === score) i += 1;
    while (j < second.length && second[j] === score) j += 1;
    visit(score, i - firstFrom, j - secondFrom);
  }
}

/** The number of leading scores for which `holds` is true, where it is true for a leading part only. */
function partitionPoint(ascending: Float32Array, holds: (score: number) => boolean): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(ascending[middle] ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}
