import { posix } from 'node:path';
import { FalsematchError } from '../../files/errors.js';
import type { LayoutReader } from './layout.js';
import { samplesByPath } from './picture-paths.js';

const NAME = /^\d+_(.+)_(\d{1,3})_([fm])\.[A-Za-z]+$/;
const GENDERS: Readonly<Record<string, string>> = { f: 'female', m: 'male' };

/**
 * AgeDB: `NUMBER_NAME_AGE_GENDER.jpg` such as `0_MariaCallas_35_f.jpg`; the attributes `age` and `gender`. Throws for a
 * picture with another name.
 */
export const readAgeDb: LayoutReader = async (input) =>
  samplesByPath(input, (path) => {
    const [, subject, age, gender] = NAME.exec(posix.basename(path)) ?? [];
    if (subject === undefined || age === undefined) {
      throw new FalsematchError(
        `${input.name}/${path}: expected a name as AgeDB has (0_MariaCallas_35_f.jpg: number, name, age, f or m); take the picture out.`,
      );
    }
    return { id: path, subject, attributes: { age, gender: GENDERS[gender ?? ''] ?? '' } };
  });
