import type { Run } from '../results/run-files.js';
import { htmlReport } from './html-report.js';
import { junitReport } from './junit-report.js';
import { markdownReport } from './markdown-report.js';

/** The reports of a run, by their path in the run directory: the same bytes for the same run. */
export function reportFiles(run: Run): Map<string, string> {
  return new Map([
    ['report.md', markdownReport(run)],
    ['report.html', htmlReport(run)],
    ['junit.xml', junitReport(run)],
  ]);
}
