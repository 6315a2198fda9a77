import { parse } from 'csv-parse/sync';
import { FalsematchError, messageOf } from '../files/errors.js';

/** The records of a CSV with a header, by column. Throws when it is none, or names a column twice. */
export function readCsv(text: string, name: string): Record<string, string>[] {
  const once = (header: string[]): string[] => {
    const twice = header.find((column, index) => header.indexOf(column) !== index);
    if (twice === undefined) return header;
    throw new FalsematchError(`${name} has two columns named "${twice}"; rename or remove one.`);
  };
  try {
    return parse(text, { columns: once, bom: true, skip_empty_lines: true, trim: true });
  } catch (cause) {
    if (cause instanceof FalsematchError) throw cause;
    throw new FalsematchError(`${name} is not a CSV file with a header (${messageOf(cause)}).`, { cause });
  }
}
