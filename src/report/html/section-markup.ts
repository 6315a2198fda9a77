import type { ReportSection } from '../section.js';
import { inertText } from './inert-text.js';
import { type Hideable, tableMarkup } from './table-markup.js';

/** A part of a report under a heading of the second or third order. */
export function sectionMarkup(
  { title, paragraphs, tables, notes = [] }: ReportSection,
  heading: 'h2' | 'h3' = 'h2',
  hideable?: Hideable,
): string {
  return [
    '<section>',
    `<${heading}>${inertText(title)}</${heading}>`,
    ...paragraphs.map((text) => `<p>${inertText(text)}</p>`),
    ...tables.map((table) => tableMarkup(table, title, hideable)),
    ...notes.map((text) => `<p class="note">${inertText(text)}</p>`),
    '</section>',
  ].join('\n');
}
