import { unknownName } from '../../files/errors.js';
import { blufr } from './blufr.js';
import { ijb } from './ijb.js';
import type { SplitsFormat } from './split.js';
import { tinyface } from './tinyface.js';

/** Every format of splits that can be read: a new one is a file beside this one and a line here. */
const FORMATS: Readonly<Record<string, SplitsFormat>> = { blufr, ijb, tinyface };

/** The format of that name. Throws for one that nobody has written. */
export function splitsFormat(format: string): SplitsFormat {
  const found = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!found) throw unknownName('splits format', format, Object.keys(FORMATS));
  return found;
}
