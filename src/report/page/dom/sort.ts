/** Makes the heading of every column a button that sorts by it: by number where every cell begins with one, else by text. */
export function startSorting(): void {
  for (const table of document.querySelectorAll('table')) {
    const body = table.tBodies[0];
    if (!body || body.rows.length < 2) continue;
    for (const [column, heading] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
      // A column without a heading has no name by which to sort.
      if (heading.textContent === '') continue;
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...heading.childNodes);
      heading.append(button);
      button.addEventListener('click', () => sortBy(table, body, column));
    }
  }
}

function sortBy(table: HTMLTableElement, body: HTMLTableSectionElement, column: number): void {
  const headings = [...(table.tHead?.rows[0]?.cells ?? [])];
  const heading = headings[column];
  const direction = heading?.getAttribute('aria-sort') === 'ascending' ? 'descending' : 'ascending';
  for (const other of headings) other.removeAttribute('aria-sort');
  heading?.setAttribute('aria-sort', direction);
  const sign = direction === 'ascending' ? 1 : -1;
  const rows = [...body.rows].map((row) => ({ row, text: row.cells[column]?.textContent ?? '' }));
  const compare = rows.every(({ text }) => text === '' || !Number.isNaN(leadingNumber(text)))
    ? (a: string, b: string) => leadingNumber(a) - leadingNumber(b)
    : (a: string, b: string) => a.localeCompare(b, 'en', { numeric: true });
  // What is empty stands last, whichever way.
  rows.sort((a, b) => Number(a.text === '') - Number(b.text === '') || sign * compare(a.text, b.text));
  body.append(...rows.map(({ row }) => row));
}

/** "1,443 of 3,000" is 1443, "1.0e-4% [...]" 0.0001; NaN where a text begins otherwise. */
function leadingNumber(text: string): number {
  const [number] = /^-?[\d,]*\.?\d+(?:e[+-]?\d+)?/i.exec(text.trim()) ?? [];
  return number === undefined ? Number.NaN : Number(number.replaceAll(',', ''));
}
