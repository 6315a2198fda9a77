import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import type { Pair, PairFolderFormat } from './pair.js';

const FILE = /^([A-Za-z]+)_pairs\.txt$/;

/**
 * The lists of Racial Faces in the Wild: `txts/African/African_pairs.txt` and so on, of lines `ID<TAB>i<TAB>j` (mated) and
 * `ID1<TAB>i<TAB>ID2<TAB>j` (non-mated). Sample ids are `African/ID/ID_0001.jpg`. A block of mated lines and the block of
 * non-mated lines after it are a fold, as in LFW's list, where all blocks are equally long; otherwise there are no folds.
 */
export const rfw: PairFolderFormat = {
  reads: (path) => FILE.test(posix.basename(path)),
  read: (texts, name) => {
    const lists = [...texts].map(([path, text]) => readRace(text, raceOf(path), `${name}/${path}`));
    const sameFolds = new Set(lists.map((pairs) => pairs.at(-1)?.fold)).size === 1;
    // Folds that only some of the lists have are none.
    return lists.flat().map(({ fold, ...pair }): Pair => (sameFolds && fold !== undefined ? { ...pair, fold } : pair));
  },
};

function raceOf(path: string): string {
  return FILE.exec(posix.basename(path))?.[1] ?? '';
}

function readRace(text: string, race: string, where: string): Pair[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const pairs = lines.flatMap((line, index): Pair[] => {
    // Some copies begin as LFW's list does, with the numbers of folds and of pairs.
    if (line === '' || (index === 0 && /^\d+(?:\t\d+)?$/.test(line))) return [];
    return [pairOf(line.split('\t'), race, `${where}, line ${index + 1}`)];
  });
  if (pairs.length === 0) throw new FalsematchError(`${where} lists no pair; import the dataset again.`);
  const folds = foldsOf(pairs.map(({ mated }) => mated));
  return folds ? pairs.map((pair, place) => ({ ...pair, fold: folds[place] ?? 0 })) : pairs;
}

function pairOf(fields: readonly string[], race: string, where: string): Pair {
  const [first = '', i = '', third = '', j = third] = fields;
  const mated = fields.length === 3;
  if ((mated || fields.length === 4) && first !== '' && third !== '' && isCount(i) && isCount(j)) {
    return { a: idOf(race, first, i), b: idOf(race, mated ? first : third, j), mated };
  }
  throw new FalsematchError(
    `${where}: expected "ID<TAB>i<TAB>j" or "ID1<TAB>i<TAB>ID2<TAB>j", found ${JSON.stringify(fields.join('\t').slice(0, 80))}; import the dataset again.`,
  );
}

function isCount(text: string): boolean {
  return /^[1-9]\d{0,5}$/.test(text);
}

function idOf(race: string, person: string, number: string): string {
  return `${race}/${person}/${person}_${number.padStart(4, '0')}.jpg`;
}

/** The fold of every pair; undefined where the blocks are not those of folds. */
function foldsOf(mated: readonly boolean[]): number[] | undefined {
  const starts = mated.flatMap((value, place) => (value !== mated[place - 1] ? [place] : []));
  const lengths = starts.map((start, block) => (starts[block + 1] ?? mated.length) - start);
  const isRegular = mated[0] === true && starts.length > 2 && starts.length % 2 === 0 && new Set(lengths).size === 1;
  return isRegular ? mated.map((_, place) => Math.floor(place / (2 * (lengths[0] ?? 1)))) : undefined;
}
