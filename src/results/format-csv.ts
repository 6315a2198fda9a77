import { stringify } from 'csv-stringify/sync';

/** A cell that a spreadsheet would take for a formula is made a text. */
const neutralised = (cell: string) => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

/**
 * Rows as CSV for people and their spreadsheets, with a heading: numbers as JavaScript writes them (the shortest decimal
 * that gives the same double back), null as an empty cell, and no text that would be run as a formula.
 */
export function formatCsv(rows: readonly object[], columns: readonly string[]): string {
  const cast = { string: neutralised };
  return stringify([...rows], { header: true, columns: [...columns], record_delimiter: '\n', cast });
}
