import { oneLine } from './format.js';
import type { Reported, ReportSection, ReportTable } from './section.js';
import { reportSections } from './sections.js';

/** `report.md`: the report for pull requests and job summaries. */
export function markdownReport(run: Reported, sections: readonly ReportSection[] = reportSections(run)): string {
  const { suite } = run.record;
  const lines = [`# ${escapeMarkdown(suite.title)}`, ''];
  if (suite.description) lines.push(escapeMarkdown(suite.description), '');
  for (const { title, paragraphs, tables, notes = [] } of sections) {
    lines.push(`## ${escapeMarkdown(title)}`, '');
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

/** Text from outside must not become markup, nor steer the terminal that shows the file. */
function escapeMarkdown(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|#]/g, (sign) => `\\${sign}`);
}
