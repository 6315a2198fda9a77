import { unknownName } from '../../files/errors.js';
import { cfpFrontalFrontal, cfpFrontalProfile } from './cfp.js';
import { readCsvPairs } from './csv-pairs.js';
import { readIjbPairs } from './ijb.js';
import { readLfwView2 } from './lfw-view2.js';
import type { PairFolderFormat, PairListReader } from './pair.js';
import { rfw } from './rfw.js';
import { readTwoLinePairs } from './two-lines.js';

/** Every format of pair lists that can be read: a new one is a file beside this one and a line here. */
const FORMATS: Readonly<Record<string, PairListReader | PairFolderFormat>> = {
  'lfw-view2': readLfwView2,
  csv: readCsvPairs,
  'two-lines': readTwoLinePairs,
  'cfp-fp': cfpFrontalProfile,
  'cfp-ff': cfpFrontalFrontal,
  rfw,
  ijb: readIjbPairs,
};

/** The format of that name: a reader of one text, or a format of several files. Throws for one that nobody has written. */
export function pairListFormat(format: string): PairListReader | PairFolderFormat {
  const found = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!found) throw unknownName('pair-list format', format, Object.keys(FORMATS));
  return found;
}
