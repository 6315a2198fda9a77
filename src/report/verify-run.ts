import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FalsematchError } from '../files/errors.js';
import { packageVersion } from '../files/package-folder.js';
import { listFiles } from '../files/walk.js';
import { codeOf } from '../files/write-problem.js';
import { type ReadRun, readRun } from '../results/read-run.js';
import { wrongFiguresInThreads } from '../results/verify-figures.js';
import { workerCount } from '../workers/worker-count.js';
import { packagedVerdicts } from './claims/run-verdicts.js';
import { reportFiles } from './report-files.js';

/** What checking a run directory against its own scores has shown. */
export interface Verification {
  /** The SHA-256 of run.json, which is the run's name: to be compared with the one that was published. */
  readonly digest: string;
  readonly figures: number;
  /** Files whose bytes are not those that the record names, or that are missing or do not belong to a run. */
  readonly altered: readonly string[];
  /** Figures and files that do not follow from the stored scores, and tables that contradict the record. */
  readonly wrong: readonly string[];
  /** What could not be checked, and why. */
  readonly unchecked: readonly string[];
}

/**
 * Recomputes every figure of a run directory from its score tables, renders its reports again and compares bytes; looks
 * for contradictions between record and tables. It shows that a run is consistent in itself: whether it is the run that
 * somebody published, only the digest tells. Throws when the directory is no run.
 */
export async function verifyRun(directory: string): Promise<Verification> {
  const run = await readRun(directory);
  const { record } = run;
  const sameVersion = record.tool.version === packageVersion();
  const wrong = await wrongFiguresInThreads(run, workerCount());
  const reports = sameVersion ? await reportsOf(run) : { files: undefined, problems: [] };
  return {
    digest: run.digest,
    figures: run.rows.length,
    altered: [...run.altered, ...(await strayFiles(directory, run, reports.files))],
    wrong: [...wrong, ...reports.problems, ...(reports.files ? await wrongReports(directory, reports.files) : [])],
    unchecked: sameVersion
      ? []
      : [
          `the reports were written by version ${record.tool.version}, and this is ${packageVersion()}: they were not compared`,
        ],
  };
}

interface RunReports {
  /** By path; undefined where they cannot be made, or are those of another version. */
  readonly files: ReadonlyMap<string, string> | undefined;
  readonly problems: readonly string[];
}

/** The reports as this version makes them. Tables that were edited may be such that there is nothing to draw. */
async function reportsOf(run: ReadRun): Promise<RunReports> {
  try {
    // A report says at its top what was changed, and what is asked here is whether it is that of the figures.
    return { files: reportFiles({ ...run, altered: [], verdicts: await packagedVerdicts(run) }), problems: [] };
  } catch (thrown) {
    if (!(thrown instanceof FalsematchError)) throw thrown;
    return { files: undefined, problems: [`reports: cannot be made from these tables: ${thrown.message}`] };
  }
}

/** Which figures another version drew is not known. */
async function strayFiles(
  directory: string,
  { record }: ReadRun,
  reports: ReadonlyMap<string, string> | undefined,
): Promise<string[]> {
  const known = new Set([
    ...REPORTS,
    'run.json',
    'timings.json',
    ...Object.keys(record.files),
    ...(reports?.keys() ?? []),
  ]);
  const drawn = (path: string) => reports === undefined && path.startsWith('figures/');
  return (await listFiles(directory)).filter((path) => !known.has(path) && !drawn(path));
}

const REPORTS = ['report.html', 'report.md', 'junit.xml'];

async function wrongReports(directory: string, reports: ReadonlyMap<string, string>): Promise<string[]> {
  const problems: string[] = [];
  for (const [path, text] of reports) {
    const found = await readFile(join(directory, path), 'utf8').catch((thrown: unknown) => {
      if (codeOf(thrown) === 'ENOENT') return undefined;
      throw new FalsematchError(`${join(directory, path)} cannot be read; change its permissions.`, { cause: thrown });
    });
    if (found === undefined) problems.push(`${path}: missing`);
    else if (found !== text) problems.push(`${path}: not what this run's figures give`);
  }
  return problems;
}
