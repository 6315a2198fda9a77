import { compareCsv } from '../report/compare/compare-csv.js';
import { compareJson } from '../report/compare/compare-json.js';
import { compareJunit } from '../report/compare/compare-junit.js';
import { comparePage } from '../report/compare/compare-page.js';
import { compareTextLines } from '../report/compare/compare-text.js';
import { type ComparedRuns, comparedRuns } from '../report/compare/compared-runs.js';
import { htmlPage } from '../report/html-page.js';
import { markdownPage } from '../report/markdown-page.js';
import { pairedRows } from '../results/compare-paired.js';
import { readRun } from '../results/read-run.js';
import { checkSystems } from './check-systems.js';
import { plain } from './print-table.js';
import type { ReportFormat } from './report-formats.js';
import { warnAltered } from './warn-altered.js';

const FORMATS: Readonly<Record<ReportFormat, (compared: ComparedRuns) => string>> = {
  text: (compared) => `${compareTextLines(compared).map(plain).join('\n')}\n`,
  md: (compared) => markdownPage(comparePage(compared)),
  html: (compared) => htmlPage(comparePage(compared)),
  csv: compareCsv,
  junit: compareJunit,
  json: compareJson,
};

/** `falsematch report --compare`: two runs side by side in one form. */
export async function compareReport(
  first: string,
  second: string,
  format: ReportFormat,
  models: readonly string[] | undefined,
): Promise<string> {
  const [run, other] = [await readRun(first), await readRun(second)];
  checkSystems(models, [run, other]);
  warnAltered(first, run.altered);
  warnAltered(second, other.altered);
  const { isOneRun } = comparedRuns(run, other, [], models);
  // One run twice needs no test, and its every figure stands in its own report.
  const paired = isOneRun ? [] : pairedRows(run, other, models);
  return FORMATS[format](comparedRuns(run, other, paired, models));
}
