/** One step of an alignment: a character of the truth, of the reading, or of both. */
export interface AlignmentStep {
  /** Null for an extra character, which is read where there is none. */
  readonly truth: string | null;
  /** Null for a missing character, which is there and is not read. */
  readonly read: string | null;
}

export interface Alignment {
  readonly steps: readonly AlignmentStep[];
  /** The edit distance (Levenshtein): the fewest characters that are substituted, missing or extra. */
  readonly edits: number;
}

/**
 * An optimal alignment of a true text with a read one, each one string a character. Among equally short ones it is found
 * from the right end: a pair of characters, equal or not, before a missing one, a missing one before an extra one.
 * So B0O1 read as B001 is one substitution, and AB read as B lacks its A. Takes O(truth x read).
 * Source: Wagner & Fischer, JACM 21, 1974.
 */
export function alignTexts(truth: readonly string[], read: readonly string[]): Alignment {
  if (truth.length === read.length && truth.every((character, k) => character === read[k])) {
    return { steps: truth.map((character) => ({ truth: character, read: character })), edits: 0 };
  }
  const width = read.length + 1;
  const cost = new Int32Array((truth.length + 1) * width);
  const at = (i: number, j: number) => cost[i * width + j] ?? 0;
  const pairCost = (i: number, j: number) => at(i - 1, j - 1) + (truth[i - 1] === read[j - 1] ? 0 : 1);
  for (let i = 0; i <= truth.length; i += 1) {
    for (let j = 0; j <= read.length; j += 1) {
      cost[i * width + j] = i === 0 || j === 0 ? i + j : Math.min(pairCost(i, j), at(i - 1, j) + 1, at(i, j - 1) + 1);
    }
  }
  const steps: AlignmentStep[] = [];
  let [i, j] = [truth.length, read.length];
  while (i > 0 || j > 0) {
    const pair = i > 0 && j > 0 && pairCost(i, j) === at(i, j);
    const missing = !pair && i > 0 && at(i - 1, j) + 1 === at(i, j);
    if (pair || missing) i -= 1;
    if (!missing) j -= 1;
    steps.push({ truth: pair || missing ? (truth[i] ?? '') : null, read: missing ? null : (read[j] ?? '') });
  }
  return { steps: steps.reverse(), edits: at(truth.length, read.length) };
}

/** How many characters of an alignment are of each kind of error. */
export interface EditCounts {
  readonly substituted: number;
  readonly missing: number;
  readonly extra: number;
}

export function countEdits({ steps }: Alignment): EditCounts {
  let [substituted, missing, extra] = [0, 0, 0];
  for (const { truth, read } of steps) {
    if (truth === null) extra += 1;
    else if (read === null) missing += 1;
    else if (truth !== read) substituted += 1;
  }
  return { substituted, missing, extra };
}
