import { oneLine } from './format.js';
import type { ReportPage, ReportTable } from './section.js';

/** A page as Markdown. */
export function markdownPage({ title, description, sections }: ReportPage): string {
  const lines = [`# ${escapeMarkdown(title)}`, ''];
  if (description) lines.push(escapeMarkdown(description), '');
  for (const { title: heading, paragraphs, tables, notes = [] } of sections) {
    lines.push(`## ${escapeMarkdown(heading)}`, '');
    for (const paragraph of paragraphs) lines.push(escapeMarkdown(paragraph), '');
    for (const table of tables) lines.push(...tableLines(table), '');
    for (const note of notes) lines.push(escapeMarkdown(note), '');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function tableLines({ columns, rows }: ReportTable): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  return [line(columns), `|${columns.map(() => '---').join('|')}|`, ...rows.map(line)];
}

/** Text from outside must not become markup or a link, nor steer the terminal that shows the file. */
function escapeMarkdown(text: string): string {
  return oneLine(text)
    .replace(/[\\`*_[\]<>|#~&]/g, (sign) => `\\${sign}`)
    .replaceAll('://', ':\\//');
}
