import { htmlDocument } from './html/html-document.js';
import { sectionMarkup } from './html/section-markup.js';
import type { ReportPage } from './section.js';

/** A page as one file that opens offline, without scripts, fonts or requests. */
export function htmlPage({ title, description, sections }: ReportPage): string {
  return htmlDocument({ title, description, main: sections.map((section) => sectionMarkup(section)).join('\n') });
}
