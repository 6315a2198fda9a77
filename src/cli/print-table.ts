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

/** Writes lines to stdout, or the value as JSON. */
export function print(lines: readonly string[], json: { readonly asked: boolean; readonly value: unknown }): void {
  const text = json.asked ? JSON.stringify(json.value, null, 2) : lines.map(plain).join('\n');
  process.stdout.write(`${text}\n`);
}
