import { markdownPage } from './markdown-page.js';
import type { Reported, ReportSection } from './section.js';
import { reportSections } from './sections.js';

/** `report.md`: the report for pull requests and job summaries. */
export function markdownReport(run: Reported, sections: readonly ReportSection[] = reportSections(run)): string {
  return markdownPage({ ...run.record.suite, sections });
}
