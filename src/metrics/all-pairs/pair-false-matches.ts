/** The pairs of subjects with a false match: pair p is of subjects `first[p]` < `second[p]`; pairs are in ascending order. */
export interface PairFalseMatches {
  readonly first: Int32Array;
  readonly second: Int32Array;
  /** How many false matches the two have with each other. */
  readonly falseMatches: Int32Array;
}

/**
 * Puts the first `count` comparisons together by their pairs of subjects, which are numbers below `subjects`. Sorts one
 * number for each comparison, as a table by pair would be far larger than the false matches.
 */
export function pairFalseMatches(
  tail: { readonly first: Int32Array; readonly second: Int32Array },
  count: number,
  subjects: number,
): PairFalseMatches {
  const keys = new Float64Array(count);
  for (let k = 0; k < count; k += 1) {
    const [a, b] = [tail.first[k] ?? 0, tail.second[k] ?? 0];
    keys[k] = a < b ? a * subjects + b : b * subjects + a;
  }
  keys.sort();
  let pairs = 0;
  for (let k = 0; k < count; k += 1) if (k === 0 || keys[k] !== keys[k - 1]) pairs += 1;
  const found = emptyPairs(pairs);
  let pair = -1;
  for (let k = 0; k < count; k += 1) {
    const key = keys[k] ?? 0;
    if (k === 0 || key !== keys[k - 1]) {
      pair += 1;
      found.first[pair] = Math.floor(key / subjects);
      found.second[pair] = key % subjects;
    }
    found.falseMatches[pair] = (found.falseMatches[pair] ?? 0) + 1;
  }
  return found;
}

/**
 * The pairs by the groups of their two subjects, as `cells[g][h - g]` for g <= h, in the same order; one with a subject
 * without a group (-1) is in none. Takes O(pairs + groups²).
 */
export function splitByGroups(pairs: PairFalseMatches, groupOf: Int32Array, groups: number): PairFalseMatches[][] {
  const { first, second, falseMatches } = pairs;
  const cellOf = (pair: number) => {
    const [g, h] = [groupOf[first[pair] ?? 0] ?? -1, groupOf[second[pair] ?? 0] ?? -1];
    return g < 0 || h < 0 ? -1 : Math.min(g, h) * groups + Math.max(g, h);
  };
  const lengths = new Int32Array(groups * groups);
  for (let pair = 0; pair < first.length; pair += 1) {
    const cell = cellOf(pair);
    if (cell >= 0) lengths[cell] = (lengths[cell] ?? 0) + 1;
  }
  const cells = Array.from(lengths, emptyPairs);
  const filled = new Int32Array(groups * groups);
  for (let pair = 0; pair < first.length; pair += 1) {
    const cell = cellOf(pair);
    const own = cells[cell];
    if (!own) continue;
    const at = filled[cell] ?? 0;
    own.first[at] = first[pair] ?? 0;
    own.second[at] = second[pair] ?? 0;
    own.falseMatches[at] = falseMatches[pair] ?? 0;
    filled[cell] = at + 1;
  }
  return Array.from({ length: groups }, (_, g) => cells.slice(g * groups + g, (g + 1) * groups));
}

function emptyPairs(pairs: number): PairFalseMatches {
  return { first: new Int32Array(pairs), second: new Int32Array(pairs), falseMatches: new Int32Array(pairs) };
}
