import { FalsematchError } from '../../files/errors.js';
import type { AttributeEntry, AttributeListReader } from './attribute-list.js';

const FILES: ReadonlyMap<string, string> = new Map([
  ['female_names.txt', 'female'],
  ['male_names.txt', 'male'],
]);

/**
 * Gender lists of Labeled Faces in the Wild (Afifi, Abdelhamed, JVCIR 62, 2019): two files of picture names such as
 * `Claudia_Coslovich_0001.jpg`, one a line, some lines with a carriage return. The name of the picture holds the name
 * of its folder. Five subjects have the same picture in both files.
 */
export const readLfwGender: AttributeListReader = (texts, dataset) => {
  const entries: AttributeEntry[] = [];
  let malformed = 0;
  for (const [file, value] of FILES) {
    const text = texts.get(file);
    if (text === undefined) throw new FalsematchError(`The dataset ${dataset} holds no file ${file}; import it again.`);
    for (const line of text.split('\n').map((raw) => raw.trim())) {
      if (line === '') continue;
      const [, subject] = /^(.+)_\d{4}\.jpg$/.exec(line) ?? [];
      if (subject === undefined) malformed++;
      else entries.push({ sample: `${subject}/${line}`, attribute: 'gender', value });
    }
  }
  return { entries, malformed };
};
