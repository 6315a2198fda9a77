import { unknownName } from '../../files/errors.js';
import type { AttributeListReader } from './attribute-list.js';
import { readLfwGender } from './lfw-gender.js';

/** Every format of attribute lists that can be read: a new one is a file beside this one and a line here. */
const FORMATS: Readonly<Record<string, AttributeListReader>> = {
  'lfw-gender': readLfwGender,
};

/** The reader of a format. Throws for one that nobody has written. */
export function attributeListReader(format: string): AttributeListReader {
  const reader = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!reader) throw unknownName('attribute-list format', format, Object.keys(FORMATS));
  return reader;
}
