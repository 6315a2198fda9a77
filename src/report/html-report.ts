import { htmlPage } from './html-page.js';
import type { Reported, ReportSection } from './section.js';
import { reportSections } from './sections.js';

/** `report.html`: the report of a run as one page. */
export function htmlReport(run: Reported, sections: readonly ReportSection[] = reportSections(run)): string {
  return htmlPage({ ...run.record.suite, sections });
}
