import type { ReportSection } from '../section.js';
import { inertText } from './inert-text.js';
import { type Hideable, tableMarkup } from './table-markup.js';

/** A part of a report under a heading of the second or third order. */
export function sectionMarkup(section: ReportSection, heading: 'h2' | 'h3' = 'h2', hideable?: Hideable): string {
  return `<section>\n<${heading}>${inertText(section.title)}</${heading}>\n${contentMarkup(section, hideable)}\n</section>`;
}

/** The same closed, for a reader to open. */
export function closedMarkup(section: ReportSection, hideable?: Hideable): string {
  return `<details>\n<summary><h3>${inertText(section.title)}</h3></summary>\n${contentMarkup(section, hideable)}\n</details>`;
}

/** The part without its heading. */
export function contentMarkup({ title, paragraphs, tables, notes = [] }: ReportSection, hideable?: Hideable): string {
  return [
    ...paragraphs.map((text) => `<p>${inertText(text)}</p>`),
    ...tables.map((table) => tableMarkup(table, title, hideable)),
    ...notes.map((text) => `<p class="note">${inertText(text)}</p>`),
  ].join('\n');
}
