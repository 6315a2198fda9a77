import { FalsematchError } from '../../files/errors.js';
import type { Pair, PairListReader } from './pair.js';

/**
 * The lists of CALFW and CPLFW (pairs_CALFW.txt, pairs_CPLFW.txt): a pair is two lines `FILE LABEL`, one for each picture,
 * with the same label on both: 0 for two people, another number for one (CALFW counts the folds of its mated pairs there,
 * 1 to 10). The lists do not say the folds of the non-mated pairs, so the pairs have none.
 */
export const readTwoLinePairs: PairListReader = (text, name) => {
  const lines = text.split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  if (lines.length === 0 || lines.length % 2 === 1) {
    throw new FalsematchError(
      `${name}: expected two lines "FILE LABEL" for each pair, found ${lines.length} lines; fetch the list again.`,
    );
  }
  return Array.from({ length: lines.length / 2 }, (_, pair): Pair => {
    const [first, second] = [2 * pair, 2 * pair + 1].map((at) => lineOf(lines[at] ?? '', `${name}, line ${at + 1}`));
    if (!first || !second) throw new RangeError('a pair has two lines');
    if (first.label !== second.label) {
      throw new FalsematchError(
        `${name}, line ${2 * pair + 2}: expected the label ${first.label} of the line above, found ${second.label}; fetch the list again.`,
      );
    }
    return { a: first.file, b: second.file, mated: first.label !== 0 };
  });
};

function lineOf(line: string, where: string): { file: string; label: number } {
  const [, file, label] = /^(\S.*?)\s+(\d{1,2})\s*$/.exec(line) ?? [];
  if (file !== undefined && label !== undefined) return { file, label: Number(label) };
  throw new FalsematchError(
    `${where}: expected "FILE LABEL" such as "Ann_Lee_0001.jpg 1", found ${JSON.stringify(line.slice(0, 80))}; fetch the list again.`,
  );
}
