import { sha256Of } from '../../files/digest.js';

/** What stands between parts, and in no part as it is. */
const BETWEEN = '--';

/** A part of a name of a file that is longer is cut. */
const LONGEST = 60;

/**
 * The id of a figure from its kind and what it is about: letters, digits, dots, dashes and underscores. A part that had
 * to be changed or cut ends with a digest of what it was, so that two of them never become one.
 */
export function figureId(kind: string, ...parts: readonly string[]): string {
  return `${kind}-${parts.map(idPart).join(BETWEEN)}`;
}

function idPart(part: string): string {
  const plain = part.replace(/[^a-zA-Z0-9._-]+/g, '-');
  if (plain === part && plain !== '' && plain.length <= LONGEST && !plain.includes(BETWEEN)) return plain;
  return `${plain.slice(0, LONGEST)}.${sha256Of(part).slice(0, 8)}`;
}
