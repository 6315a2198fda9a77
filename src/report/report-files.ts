import { figureFiles } from './figures/figure-files.js';
import { figuresOf } from './figures/figures.js';
import { htmlReport } from './html-report.js';
import { junitReport } from './junit-report.js';
import { markdownReport } from './markdown-report.js';
import type { ReportInput } from './report-input.js';
import { expertSections } from './sections.js';

/** The reports of a run and its figures, by their path in the run directory: the same bytes for the same run. */
export function reportFiles(run: ReportInput): Map<string, string> {
  const figures = figuresOf(run);
  const expert = expertSections(run);
  return new Map([
    ['report.md', markdownReport(run, figures, expert)],
    ['report.html', htmlReport(run, figures, expert)],
    ['junit.xml', junitReport(run)],
    ...figureFiles(figures),
  ]);
}
