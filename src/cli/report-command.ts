import { basename } from 'node:path';
import { type ReadClaims, readClaims } from '../claims/read-claims.js';
import { canonicalJson } from '../files/canonical-json.js';
import { FalsematchError } from '../files/errors.js';
import { packagedClaims, type RunVerdicts, verdictsOf } from '../report/claims/run-verdicts.js';
import { htmlReport } from '../report/html-report.js';
import { junitReport } from '../report/junit-report.js';
import { markdownReport } from '../report/markdown-report.js';
import type { ReportInput } from '../report/report-input.js';
import { rewriteReports } from '../report/rewrite-reports.js';
import { summaryLines } from '../report/summary.js';
import { formatMetricsCsv } from '../results/metric-row.js';
import { type ReadRun, readRun } from '../results/read-run.js';
import { plain } from './print-table.js';
import { type ReportFormat, reportFormat } from './report-formats.js';
import { warnAltered } from './warn-altered.js';
import { refuseWithinRun, writeReport } from './write-report.js';

export interface ReportFlags {
  readonly format?: string;
  readonly compare?: string;
  readonly models?: readonly string[];
  readonly out?: string;
  readonly claims?: readonly string[];
  readonly write?: boolean;
}

const FORMATS: Readonly<Record<ReportFormat, (run: ReportInput) => string>> = {
  text: (run) => `${summaryLines(run).map(plain).join('\n')}\n`,
  md: (run) => markdownReport(run),
  html: (run) => htmlReport(run),
  csv: ({ rows }) => formatMetricsCsv(rows),
  junit: junitReport,
  json: ({ rows }) => canonicalJson(rows),
};

/** The forms that have room for verdicts on claims. */
const WITH_VERDICTS: readonly ReportFormat[] = ['html', 'md', 'junit'];

/** `falsematch report`: prints or writes one form of a run's report, or of two runs side by side. */
export async function reportCommand(directory: string, flags: ReportFlags): Promise<void> {
  const { compare, models, out, claims = [], write } = flags;
  if (write) return rewrite(directory, flags);
  const format = reportFormat(flags.format, out);
  refuseWithinRun(out, [directory, ...(compare === undefined ? [] : [compare])]);
  if (claims.length > 0 && (compare !== undefined || !WITH_VERDICTS.includes(format))) {
    throw new FalsematchError(
      `--claims goes into the report of one run as ${WITH_VERDICTS.join(', ')}; name one of them with --format, or use "falsematch claims check".`,
    );
  }
  if (compare !== undefined) {
    const { compareReport } = await import('./compare-report.js');
    return writeReport(await compareReport(directory, compare, format, models), out);
  }
  if (models) throw new FalsematchError('--models goes with --compare; add --compare OTHER, or leave it out.');
  const run = await readRun(directory);
  warnAltered(directory, run.altered);
  const verdicts = WITH_VERDICTS.includes(format) ? await verdictsFor(run, claims) : [];
  await writeReport(FORMATS[format]({ ...run, verdicts }), out);
}

/** The claim files of the package for the run's suite, and those that were named. */
async function verdictsFor(run: ReadRun, claims: readonly string[]): Promise<RunVerdicts[]> {
  const files = await Promise.all(claims.map(readClaims));
  const packaged = await packagedClaims(run);
  // One that is named and comes with the suite is judged and shown once.
  const isPackaged = ({ path, digest }: ReadClaims) =>
    packaged.some((other) => other.digest === digest && basename(other.path) === basename(path));
  return [...packaged, ...files.filter((file) => !isPackaged(file))].map((file) => verdictsOf(run, file));
}

/** Writes all reports of a run into its directory anew, as this version makes them. */
async function rewrite(directory: string, { compare, models, out, claims, format }: ReportFlags): Promise<void> {
  if (compare ?? models ?? out ?? claims ?? format) {
    throw new FalsematchError(
      '--write writes the reports of the run itself, all of them; leave the other options out.',
    );
  }
  const { reports } = await rewriteReports(directory);
  process.stderr.write(`Wrote ${reports} reports and figures in ${directory}.\n`);
}
