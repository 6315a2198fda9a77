import { FalsematchError } from '../../files/errors.js';

const LARGEST = 3.4028234663852886e38;

/** Whether a comparison is of one person. `where` begins the sentence of an error. */
export function readMated(text: string, where: string): boolean {
  switch (text.toLowerCase()) {
    case '1':
    case 'true':
      return true;
    case '0':
    case 'false':
      return false;
    default:
      throw new FalsematchError(`${where}: "mated" must be 1 or 0, or true or false; found "${text}".`);
  }
}

/**
 * A score as it was written; undefined where the comparison failed. Throws for what is no finite decimal number, for one
 * that a 32-bit float cannot hold with a threshold above it, and for a score beside a failure.
 */
export function readScore(text: string, failure: string, where: string): number | undefined {
  if (failure !== '') {
    if (text === '') return undefined;
    throw new FalsematchError(
      `${where}: has the score "${text}" and the failure "${failure}"; a comparison has one of the two, empty the other.`,
    );
  }
  if (text === '') {
    throw new FalsematchError(
      `${where}: has no score; where the system gave none, say why in a column "failure", and it counts as failed.`,
    );
  }
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    throw new FalsematchError(
      `${where}: "score" must be a finite decimal number, such as 0.731; found "${text}"; where there is none, leave it empty and fill in a column "failure".`,
    );
  }
  const score = Number(text);
  if (Math.abs(Math.fround(score)) >= LARGEST) {
    throw new FalsematchError(`${where}: the score ${text} is too large for a 32-bit float; rescale the scores.`);
  }
  return score;
}

/** The number of a fold; undefined where the cell is empty. */
export function readFold(text: string, where: string): number | undefined {
  if (text === '') return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new FalsematchError(`${where}: "fold" must be a whole number from 0, found "${text}".`);
}
