import { stringify } from 'csv-stringify/sync';
import type { Erratum } from '../datasets/errata.js';
import { FalsematchError } from '../files/errors.js';
import { parseTable } from './comparison-table.js';

const COLUMNS = ['kind', 'a', 'b', 'source'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const KINDS: readonly Erratum['kind'][] = ['wrong-label', 'same-person', 'duplicate'];

/** The table as CSV, in the order of the list. */
export function formatErrata(errata: readonly Erratum[]): string {
  const rows = errata.map(({ kind, a, b, source }) => [kind, a, b, source]);
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such a table back. Throws with the file's name and line for whatever is not one. */
export function parseErrata(text: string, name: string): Erratum[] {
  return parseTable<Row>(text, name, COLUMNS).map(({ kind, a, b, source }, index) => {
    const where = `${name}, line ${index + 2}`;
    const known = KINDS.find((candidate) => candidate === kind);
    if (!known) throw new FalsematchError(`${where}: the kind must be one of ${KINDS.join(', ')}, not "${kind}".`);
    if (a === '' || (b === '') !== (known === 'wrong-label')) {
      throw new FalsematchError(`${where}: a wrong label names one sample in "a", and every other kind "a" and "b".`);
    }
    return { kind: known, a, b, source };
  });
}
