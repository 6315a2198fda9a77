import { FalsematchError } from '../../files/errors.js';
import type { Pair, PairListReader } from './pair.js';

/**
 * LFW's pairs.txt: a first line `folds<TAB>pairs`, then for each fold so many mated lines `NAME i j` and as many
 * non-mated lines `NAME1 i NAME2 j`. Sample ids are `NAME/NAME_%04d.jpg`.
 */
export const readLfwView2: PairListReader = (text, name) => {
  const lines = text.split(/\r?\n/);
  while (lines.at(-1)?.trim() === '') lines.pop();
  const [folds, perSide] = headerOf(lines[0] ?? '', name);
  const expected = 1 + folds * perSide * 2;
  if (lines.length !== expected) {
    throw new FalsematchError(
      `${name} announces ${folds} folds of ${perSide} mated and ${perSide} non-mated pairs, ${expected} lines; it has ${lines.length}. Fetch the list again.`,
    );
  }
  return lines.slice(1).map((line, index): Pair => {
    const fold = Math.floor(index / (perSide * 2));
    const mated = index % (perSide * 2) < perSide;
    return { ...pairOf(line, mated, `${name}, line ${index + 2}`), mated, fold };
  });
};

function headerOf(line: string, name: string): [folds: number, perSide: number] {
  const match = /^(\d+)\t(\d+)$/.exec(line.trim());
  const folds = Number(match?.[1]);
  const perSide = Number(match?.[2]);
  if (!(folds >= 1 && perSide >= 1)) {
    throw new FalsematchError(
      `${name}, line 1: expected "folds<TAB>pairs a side" such as "10<TAB>300", found "${line}".`,
    );
  }
  return [folds, perSide];
}

function pairOf(line: string, mated: boolean, where: string): { a: string; b: string } {
  const fields = line.trim().split('\t');
  const [first = '', i = ''] = fields;
  const [second, j] = mated ? [first, fields[2] ?? ''] : [fields[2] ?? '', fields[3] ?? ''];
  const shape = mated ? 'NAME<TAB>i<TAB>j' : 'NAME1<TAB>i<TAB>NAME2<TAB>j';
  if (fields.length !== (mated ? 3 : 4) || !/^[1-9]\d*$/.test(i) || !/^[1-9]\d*$/.test(j)) {
    throw new FalsematchError(
      `${where}: expected a ${mated ? 'mated' : 'non-mated'} pair "${shape}", found "${line}"; fetch the list again.`,
    );
  }
  return { a: sampleId(first, i), b: sampleId(second, j) };
}

function sampleId(name: string, number: string): string {
  return `${name}/${name}_${number.padStart(4, '0')}.jpg`;
}
