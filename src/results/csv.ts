import { stringify } from 'csv-stringify/sync';

/** A cell that a spreadsheet would take for a formula is made a text. */
const neutralised = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/** A table as CSV, numbers as JavaScript writes them (the shortest decimal that gives the same double back). */
export function formatCsv(columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  return stringify([[...columns], ...rows.map((row) => [...row])], {
    record_delimiter: '\n',
    cast: { string: neutralised },
  });
}
