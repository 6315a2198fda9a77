import { stringify } from 'csv-stringify/sync';
import { UNKNOWN } from '../datasets/unknown-value.js';
import { bytewise } from '../files/bytewise.js';
import { FalsematchError } from '../files/errors.js';
import { readRows } from './comparison-table.js';

/** What a dataset says of the subjects of a task. */
export interface SubjectTable {
  /** The attributes that every subject has a value of, "unknown" where the dataset does not say. */
  readonly attributes: readonly string[];
  /** The values by subject, in the order of `attributes`. */
  readonly subjects: ReadonlyMap<string, readonly string[]>;
}

/** What stands between the values of a cross of attributes: "female x black". */
const CROSS = ' x ';

/** What stands between two groups that are compared with each other: "female / male". */
export const BETWEEN = ' / ';

/** What rows are about besides groups; an attribute may be called the same. */
const TAKEN = ['all', 'failures-excluded', 'errata-excluded', 'held-out', 'transactions'];

/** What groups by these attributes are called: "gender x ethnicity". */
export function headingOf(names: readonly string[]): string {
  const heading = names.map(quoted).join(CROSS);
  return TAKEN.includes(heading) ? JSON.stringify(heading) : heading;
}

/** A name that holds what stands between names is put in quotes, so that no two groups are called the same. */
function quoted(name: string): string {
  return [CROSS, BETWEEN, ': ', '"'].some((sign) => name.includes(sign)) ? JSON.stringify(name) : name;
}

/**
 * The group of a subject by one attribute or a cross of several, such as "female" or "female x black"; "unknown" where
 * one of its values is unknown, or where the table does not have the subject.
 * Throws RangeError for an attribute that the table does not have.
 */
export function groupOf({ attributes, subjects }: SubjectTable, subject: string, names: readonly string[]): string {
  const values = names.map((name) => {
    const at = attributes.indexOf(name);
    if (at < 0) throw new RangeError(`the table of subjects has no attribute "${name}"`);
    return subjects.get(subject)?.[at] ?? UNKNOWN;
  });
  return values.includes(UNKNOWN) ? UNKNOWN : values.map(quoted).join(CROSS);
}

/** The table as CSV: a column `subject` and one for each attribute, sorted by subject. */
export function formatSubjects({ attributes, subjects }: SubjectTable): string {
  const rows = [...subjects].sort(([p], [q]) => bytewise(p, q)).map(([subject, values]) => [subject, ...values]);
  return stringify(rows, { header: true, columns: ['subject', ...attributes], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseSubjects(text: string, name: string): SubjectTable {
  const [header = [], ...rows] = readRows(text, name);
  const [first, ...attributes] = header;
  if (first !== 'subject' || attributes.length === 0 || new Set(header).size < header.length) {
    throw new FalsematchError(
      `${name} must have a column "subject" and then one for each attribute; it has ${header.join(', ')}.`,
    );
  }
  const subjects = new Map<string, readonly string[]>();
  for (const [index, [subject = '', ...values]] of rows.entries()) {
    const where = `${name}, line ${index + 2}`;
    if (subject === '') throw new FalsematchError(`${where}: a subject must have a name.`);
    if (subjects.has(subject)) throw new FalsematchError(`${where}: the subject "${subject}" stands there twice.`);
    if (values.includes('')) throw new FalsematchError(`${where}: a value that nobody knows is written "${UNKNOWN}".`);
    subjects.set(subject, values);
  }
  return { attributes, subjects };
}
