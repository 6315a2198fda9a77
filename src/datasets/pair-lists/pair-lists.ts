import { unknownName } from '../../files/errors.js';
import { readCsvPairs } from './csv-pairs.js';
import { readLfwView2 } from './lfw-view2.js';
import type { PairListReader } from './pair.js';

/** Every format of pair lists that can be read: a new one is a file beside this one and a line here. */
const FORMATS: Readonly<Record<string, PairListReader>> = {
  'lfw-view2': readLfwView2,
  csv: readCsvPairs,
};

/** The reader of a format. Throws for one that nobody has written. */
export function pairListReader(format: string): PairListReader {
  const reader = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!reader) throw unknownName('pair-list format', format, Object.keys(FORMATS));
  return reader;
}
