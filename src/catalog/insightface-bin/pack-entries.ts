import { readFile, stat } from 'node:fs/promises';
import { FalsematchError } from '../../files/errors.js';
import type { EntryVisitor } from '../archive-entry.js';
import { readPack } from './read-pack.js';

/** The table of pairs that a pack unpacks to, beside its pictures: the pair-list format "csv". */
export const PACK_PAIRS = 'pairs.csv';

/** Whether bytes begin as the pickle of a tuple does: with its protocol, or (0 and 1) with a tuple that holds a list. */
export function beginsPickle(head: Buffer): boolean {
  if (head[0] === 0x80) return head.readUInt8(1) >= 2 && head.readUInt8(1) <= 5;
  const text = head.toString('latin1', 0, 3);
  return text === '((l' || text.startsWith('(]');
}

/** Node reads no larger file at once. */
const MOST_BYTES = 2 ** 31 - 1;

/** InsightFace cuts the pairs of a pack into so many folds, one after another. */
const FOLDS = 10;

/**
 * Shows what a pack of InsightFace unpacks to: its pictures as they are, named 0000000.jpg and so on, then `pairs.csv`
 * with the folds in which InsightFace evaluates (scikit-learn's KFold without shuffling). Throws for anything but a pack.
 */
export async function eachPackEntry(archive: string, visit: EntryVisitor): Promise<void> {
  const { size } = await stat(archive);
  if (size > MOST_BYTES) {
    throw new FalsematchError(
      `${archive} has ${size} bytes, and a pack of pictures is read up to ${MOST_BYTES}; split it, or unpack it yourself and name the folder.`,
    );
  }
  const { pictures, mated } = readPack(await readFile(archive), archive);
  const names = pictures.map((bytes, place) => `${String(place).padStart(7, '0')}${endingOf(bytes)}`);
  for (const [place, bytes] of pictures.entries()) {
    const chunks = async function* () {
      yield bytes;
    };
    if ((await visit({ path: names[place] ?? '', kind: 'file', chunks })) === 'stop') return;
  }
  const table = pairTable(names, mated);
  await visit({
    path: PACK_PAIRS,
    kind: 'file',
    chunks: async function* () {
      yield Buffer.from(table);
    },
  });
}

/** What cannot be told by its first bytes is called a JPEG, and counts as a failure when it cannot be decoded. */
function endingOf(bytes: Uint8Array): string {
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? '.png' : '.jpg';
}

function pairTable(names: readonly string[], mated: readonly boolean[]): string {
  const folds = mated.length >= FOLDS ? foldsOf(mated.length) : undefined;
  const rows = mated.map((same, pair) => {
    const fold = folds ? `,${folds[pair]}` : '';
    return `${names[2 * pair]},${names[2 * pair + 1]},${same ? 1 : 0}${fold}\n`;
  });
  return `a,b,mated${folds ? ',fold' : ''}\n${rows.join('')}`;
}

/** The fold of each pair: blocks of one size, the first ones by one pair longer where it does not come out even. */
function foldsOf(pairs: number): number[] {
  const sizes = Array.from({ length: FOLDS }, (_, k) => Math.floor(pairs / FOLDS) + (k < pairs % FOLDS ? 1 : 0));
  return sizes.flatMap((size, fold) => new Array<number>(size).fill(fold));
}
