import type { Run } from '../results/run-files.js';
import { htmlReport } from './html-report.js';
import { junitReport } from './junit-report.js';
import { markdownReport } from './markdown-report.js';
import { reportSections } from './sections.js';

/** The reports of a run, by their path in the run directory: the same bytes for the same run. */
export function reportFiles(run: Run): Map<string, string> {
  const sections = reportSections(run);
  return new Map([
    ['report.md', markdownReport(run, sections)],
    ['report.html', htmlReport(run, sections)],
    ['junit.xml', junitReport(run)],
  ]);
}
