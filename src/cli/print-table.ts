import { coloured, coloursFor } from './colour.js';

/** Columns aligned with spaces, two apart; the last is not padded. `rows` includes the heading. */
export function tableLines(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [at, cell] of row.entries()) widths[at] = Math.max(widths[at] ?? 0, cell.length);
  }
  return rows.map((row) =>
    row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd(widths[at] ?? 0))).join('  '),
  );
}

/** A line without control characters: names from outside must not steer the terminal. */
export function plain(line: string): string {
  return line.replace(/\p{Cc}/gu, (sign) => (sign === '\n' || sign === '\t' ? sign : ''));
}

/** What colours a line of text for a terminal, by its place among the lines. */
export type Paint = (line: string, at: number) => string;

/** Paints the first line, the title of what follows or the heading of a table. */
export const headingFirst: Paint = (line, at) => (at === 0 ? coloured('heading', line) : line);

/** Writes lines to stdout, in colours only where those are wanted, or the value as JSON, which has none. */
export function print(
  lines: readonly string[],
  json: { readonly asked: boolean; readonly value: unknown },
  paint?: Paint,
): void {
  if (json.asked) {
    process.stdout.write(`${JSON.stringify(json.value, null, 2)}\n`);
    return;
  }
  const clean = lines.map(plain);
  const painted = paint && coloursFor(process.stdout) ? clean.map(paint) : clean;
  process.stdout.write(`${painted.join('\n')}\n`);
}
