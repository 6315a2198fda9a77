import { unknownName } from '../files/errors.js';
import { htmlReport } from '../report/html-report.js';
import { junitReport } from '../report/junit-report.js';
import { markdownReport } from '../report/markdown-report.js';
import { summaryLines } from '../report/summary.js';
import { formatMetricsCsv } from '../results/metric-row.js';
import { readRun } from '../results/read-run.js';
import type { Run } from '../results/run-files.js';
import { plain } from './print-table.js';
import { warnAltered } from './warn-altered.js';

export interface ReportFlags {
  readonly format: string;
}

const FORMATS: Readonly<Record<string, (run: Run) => string>> = {
  text: (run) => `${summaryLines(run).map(plain).join('\n')}\n`,
  md: markdownReport,
  html: htmlReport,
  csv: ({ rows }) => formatMetricsCsv(rows),
  junit: junitReport,
};

/** `falsematch report`: prints one form of a run's report. */
export async function reportCommand(directory: string, flags: ReportFlags): Promise<void> {
  const format = Object.hasOwn(FORMATS, flags.format) ? FORMATS[flags.format] : undefined;
  if (!format) throw unknownName('report format', flags.format, Object.keys(FORMATS));
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  process.stdout.write(format(run));
}
