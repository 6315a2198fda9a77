import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import type { Pair, PairFolderFormat } from './pair.js';

const FRONTAL = 'Pair_list_F.txt';
const PROFILE = 'Pair_list_P.txt';

/** Frontal pictures with profiles (CFP-FP). */
export const cfpFrontalProfile: PairFolderFormat = formatOf('FP', PROFILE);

/** Frontal pictures with each other (CFP-FF). */
export const cfpFrontalFrontal: PairFolderFormat = formatOf('FF', FRONTAL);

/**
 * The lists of Celebrities in Frontal-Profile, its folder Protocol: `Split/FP/01` to `10` with same.txt and diff.txt, a
 * fold each, of lines `i,j`; i is a line of Pair_list_F.txt and j one of Pair_list_P.txt (of FF both of the first), which
 * name pictures as `NUMBER ../Data/Images/001/frontal/01.jpg`. Sample ids are `001/frontal/01.jpg`.
 */
function formatOf(split: 'FP' | 'FF', second: string): PairFolderFormat {
  const foldFile = new RegExp(`^Split/${split}/(\\d{2})/(same|diff)\\.txt$`);
  return {
    reads: (path) => path === FRONTAL || path === second || foldFile.test(path),
    read(texts, name) {
      const [left, right] = [FRONTAL, second].map((file) => pictures(texts.get(file), `${name}/${file}`));
      const files = [...texts.keys()].filter((path) => foldFile.test(path)).sort();
      const folds = [...new Set(files.map((path) => foldFile.exec(path)?.[1] ?? ''))];
      if (folds.length === 0)
        throw new FalsematchError(`${name} holds no fold such as Split/${split}/01; import it again.`);
      return folds.flatMap((number, fold) =>
        (['same', 'diff'] as const).flatMap((kind) => {
          const file = `Split/${split}/${number}/${kind}.txt`;
          const text = texts.get(file);
          if (text === undefined) throw new FalsematchError(`${name} holds no ${file}; import it again.`);
          return pairsOf(text, `${name}/${file}`, [left, right]).map(
            ({ a, b }): Pair => ({ a, b, mated: kind === 'same', fold }),
          );
        }),
      );
    },
  };
}

type Pictures = ReadonlyMap<number, string>;

function pictures(text: string | undefined, where: string): Pictures {
  if (text === undefined) throw new FalsematchError(`${where} is missing; import the dataset again.`);
  const found = new Map<number, string>();
  for (const [index, line] of linesOf(text)) {
    const [, number, path] = /^(\d+)\s+(\S+)$/.exec(line) ?? [];
    if (number === undefined || path === undefined) {
      throw new FalsematchError(
        `${where}, line ${index + 1}: expected "NUMBER PATH", found ${JSON.stringify(line.slice(0, 80))}; import the dataset again.`,
      );
    }
    found.set(Number(number), posix.normalize(path.replaceAll('\\', '/')).replace(/^(?:.*\/)?Images\//, ''));
  }
  return found;
}

function pairsOf(
  text: string,
  where: string,
  [left, right]: readonly (Pictures | undefined)[],
): { a: string; b: string }[] {
  return linesOf(text).map(([index, line]) => {
    const [, first, second] = /^(\d+)\s*,\s*(\d+)$/.exec(line) ?? [];
    const [a, b] = [left?.get(Number(first)), right?.get(Number(second))];
    if (a !== undefined && b !== undefined) return { a, b };
    throw new FalsematchError(
      `${where}, line ${index + 1}: expected the numbers of two pictures as "1,2", found ${JSON.stringify(line.slice(0, 80))}; import the dataset again.`,
    );
  });
}

/** The lines that are not blank, with their places from 0. */
function linesOf(text: string): [number, string][] {
  return text
    .split(/\r?\n/)
    .flatMap((line, index): [number, string][] => (line.trim() === '' ? [] : [[index, line.trim()]]));
}
