import { escapeMarkup } from './escape-markup.js';
import type { ReportPage, ReportTable } from './section.js';

const STYLE = `
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; margin: 1rem 0; }
.scroll { overflow-x: auto; }
th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid #8886; }
td { font-variant-numeric: tabular-nums; }
.long { overflow-wrap: anywhere; min-width: 12rem; }
@media print { .scroll { overflow: visible; } }
`;

/** A page as one file that opens offline, without scripts, fonts or requests. */
export function htmlPage({ title, description, sections }: ReportPage): string {
  const parts = sections.map(
    ({ title: heading, paragraphs, tables, notes = [] }) =>
      `<section>\n<h2>${escapeMarkup(heading)}</h2>\n${paragraphs.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n')}\n${tables.map((table) => tableMarkup(table, heading)).join('\n')}\n${notes.map((text) => `<p>${escapeMarkup(text)}</p>`).join('\n')}\n</section>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escapeMarkup(title)} - falsematch</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${escapeMarkup(title)}</h1>
${description ? `<p>${escapeMarkup(description)}</p>\n` : ''}${parts.join('\n')}
</main>
</body>
</html>
`;
}

function tableMarkup({ columns, rows }: ReportTable, title: string): string {
  const head = columns.map((column) => `<th scope="col">${escapeMarkup(column)}</th>`).join('');
  const body = rows
    .map(([first = '', ...cells]) => {
      const rest = cells
        .map((cell) => `<td${/\S{30}/.test(cell) ? ' class="long"' : ''}>${escapeMarkup(cell)}</td>`)
        .join('');
      return `<tr><th scope="row">${escapeMarkup(first)}</th>${rest}</tr>`;
    })
    .join('\n');
  // A table that is wider than the page scrolls, and the keyboard must reach what scrolls.
  return `<div class="scroll" role="region" tabindex="0" aria-label="${escapeMarkup(`${title}: ${columns.join(', ')}`)}">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body}
</tbody>
</table>
</div>`;
}
