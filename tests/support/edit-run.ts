import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { canonicalJson } from '../../src/files/canonical-json.js';
import { sha256Of } from '../../src/files/digest.js';
import type { RunRecord } from '../../src/results/run-record.js';

/** Changes the text of a file of a run directory; throws where that changes nothing. */
export function edit(folder: string, path: string, change: (text: string) => string): void {
  const before = readFileSync(join(folder, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  writeFileSync(join(folder, path), after);
}

/** Changes the cells of the first line of a table, below its header, that is the one. */
export function editLine(
  folder: string,
  path: string,
  isIt: (cells: readonly string[]) => boolean,
  change: (cells: string[]) => readonly string[],
): void {
  edit(folder, path, (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line, index) => index > 0 && line !== '' && isIt(line.split(',')));
    if (at < 0) throw new Error(`${path} has no such line`);
    return lines.with(at, change((lines[at] ?? '').split(',')).join(',')).join('\n');
  });
}

/** Takes the first line of a table, below its header, away that is the one. */
export function removeLine(folder: string, path: string, isIt: (cells: readonly string[]) => boolean): void {
  edit(folder, path, (text) => {
    const lines = text.split('\n');
    const at = lines.findIndex((line, index) => index > 0 && line !== '' && isIt(line.split(',')));
    if (at < 0) throw new Error(`${path} has no such line`);
    return lines.toSpliced(at, 1).join('\n');
  });
}

/** Makes the record fit the files again, as somebody would who wants to hide an edit. */
export function reseal(folder: string): void {
  const record = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')) as RunRecord;
  const files = Object.keys(record.files).map((path) => [path, sha256Of(readFileSync(join(folder, path)))]);
  writeFileSync(join(folder, 'run.json'), canonicalJson({ ...record, files: Object.fromEntries(files) }));
}

/** A number with another beside it. */
export const more = (cell: string, by = 1) => String(Number(cell) + by);
/** Puts another cell in a column of the first line that is the one. */
export const put =
  (path: string, isIt: Parameters<typeof editLine>[2], column: number, to: string | ((cell: string) => string)) =>
  (folder: string) =>
    editLine(folder, path, isIt, (cells) => cells.with(column, typeof to === 'string' ? to : to(cells[column] ?? '')));
/** Whatever line comes first. */
export const any = () => true;
/** A line with such a cell. */
export const having = (column: number, cell: string) => (cells: readonly string[]) => cells[column] === cell;
