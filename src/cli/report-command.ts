import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { htmlReport } from '../report/html-report.js';
import { junitReport } from '../report/junit-report.js';
import { markdownReport } from '../report/markdown-report.js';
import { summaryLines } from '../report/summary.js';
import { formatMetricsCsv } from '../results/metric-row.js';
import { readRun } from '../results/read-run.js';
import type { Run } from '../results/run-files.js';
import { plain } from './print-table.js';
import { type ReportFormat, reportFormat } from './report-formats.js';
import { warnAltered } from './warn-altered.js';
import { refuseWithinRun, writeReport } from './write-report.js';

export interface ReportFlags {
  readonly format?: string;
  readonly compare?: string;
  readonly models?: readonly string[];
  readonly out?: string;
}

const FORMATS: Readonly<Record<ReportFormat, (run: Run) => string>> = {
  text: (run) => `${summaryLines(run).map(plain).join('\n')}\n`,
  md: markdownReport,
  html: htmlReport,
  csv: ({ rows }) => formatMetricsCsv(rows),
  junit: junitReport,
  json: ({ rows }) => canonicalJson(rows),
};

/** `falsematch report`: prints or writes one form of a run's report, or of two runs side by side. */
export async function reportCommand(directory: string, flags: ReportFlags): Promise<void> {
  const { compare, models, out } = flags;
  const format = reportFormat(flags.format, out);
  refuseWithinRun(out, [directory, ...(compare === undefined ? [] : [compare])]);
  if (compare !== undefined) {
    const { compareReport } = await import('./compare-report.js');
    return writeReport(await compareReport(directory, compare, format, models), out);
  }
  if (models) throw new FalsematchError('--models goes with --compare; add --compare OTHER, or leave it out.');
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  await writeReport(FORMATS[format](run), out);
}
