import { labelledLines } from './labelled-lines.js';
import type { ReportSection, ReportTable } from './section.js';
import { wrap } from './wrap.js';

/** A part of a report as text for the terminal; `system`, the only one there is, is not named in every column. */
export function sectionLines({ title, paragraphs, tables, notes = [] }: ReportSection, system: string): string[] {
  return [
    ...wrap(title),
    ...tables.flatMap((table) => tableLines(table, system)),
    ...[...paragraphs, ...notes].flatMap((text) => wrap(text, '  ')),
  ];
}

function tableLines({ columns: [heading = '', ...columns], rows }: ReportTable, system: string): string[] {
  const names = columns.map((column) => column.replace(`${system}: `, ''));
  const longest = Math.max(...rows.map(([label = '']) => label.length)) + 4;
  // Long labels leave no room beside them, and then all texts stand below theirs.
  const width = longest <= 34 ? longest : 0;
  return [
    ...wrap(heading, '  '),
    ...rows.flatMap(([label = '', ...cells]) =>
      names.length === 1
        ? labelledLines([[`  ${label}`, cells[0] ?? '']], width)
        : [
            `    ${label}`,
            ...labelledLines(
              cells.map((cell, at) => [`    ${names[at]}`, cell] as const),
              24,
            ),
          ],
    ),
  ];
}
