import { basename, resolve } from 'node:path';
import { writeFileAtomic } from '../files/atomic-write.js';
import { FalsematchError, unknownName } from '../files/errors.js';
import { readText } from '../files/read-text.js';
import { scoreLines } from '../report/score-lines.js';
import { formatMetricsCsv, type MetricRow } from '../results/metric-row.js';
import { detTable, searchDetTable } from '../results/score-table/curve-table.js';
import { parseScoreTable, type ScoreTable } from '../results/score-table/parse-score-table.js';
import { parseSubjectList } from '../results/score-table/parse-subject-list.js';
import type { ScoreOptions } from '../results/score-table/score-options.js';
import { scoreTableFigures } from '../results/score-table/score-table-figures.js';
import { plain } from './print-table.js';
import { readRate, readShare, readShares } from './read-numbers.js';

export interface ScoresFlags {
  readonly at?: string;
  readonly level?: string;
  readonly seed?: number;
  readonly replicates?: number;
  readonly twoLevel?: boolean;
  readonly calibrate?: string;
  readonly llr?: boolean;
  readonly fta?: string;
  readonly subjects?: string;
  readonly by?: readonly string[];
  readonly search?: boolean;
  readonly galleryIsSample?: boolean;
  readonly det?: string;
  readonly format?: string;
  readonly json?: boolean;
}

type Format = (table: ScoreTable, rows: readonly MetricRow[], options: ScoreOptions) => string;

const FORMATS: Readonly<Record<string, Format>> = {
  text: (table, rows, options) => `${scoreLines(table, rows, options).map(plain).join('\n')}\n`,
  csv: (_, rows) => formatMetricsCsv(rows),
  json: (_, rows) => `${JSON.stringify(rows, null, 2)}\n`,
};

/** `falsematch scores`: prints the figures of a table of scores, and writes its operating points where asked to. */
export async function scoresCommand(file: string, flags: ScoresFlags): Promise<void> {
  const format = readFormat(flags);
  checkFlags(file, flags);
  const options: ScoreOptions = {
    at: readShares(flags.at, '--at'),
    level: readShare(flags.level, '--level'),
    seed: flags.seed,
    replicates: flags.replicates,
    twoLevel: flags.twoLevel,
    llr: flags.llr,
    failureToAcquire: readRate(flags.fta, '--fta'),
    groups: flags.by?.map((names) => names.split(',').map((name) => name.trim())),
    search: flags.search,
    galleryIsSample: flags.galleryIsSample,
    subjects:
      flags.subjects === undefined ? undefined : parseSubjectList(await readText(flags.subjects), flags.subjects),
    calibration: flags.calibrate === undefined ? undefined : await readTable(flags.calibrate),
  };
  const table = await readTable(file);
  const rows = scoreTableFigures(table, options);
  if (flags.det !== undefined) await writeFileAtomic(flags.det, (flags.search ? searchDetTable : detTable)(table));
  process.stdout.write(format(table, rows, options));
}

async function readTable(path: string): Promise<ScoreTable> {
  return parseScoreTable(await readText(path), basename(path));
}

function readFormat({ format, json }: ScoresFlags): Format {
  if (json && format !== undefined && format !== 'json') {
    throw new FalsematchError(`--json and --format ${format} contradict each other; give one of them.`);
  }
  const name = json ? 'json' : (format ?? 'text');
  const found = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (!found) throw unknownName('format', name, Object.keys(FORMATS));
  return found;
}

/** Refuses options that would do nothing, and output over input. */
function checkFlags(file: string, flags: ScoresFlags): void {
  const { search, galleryIsSample, twoLevel, llr, fta, subjects, by, calibrate, det } = flags;
  if (galleryIsSample && !search) throw new FalsematchError('--gallery-is-sample is for --search, which is missing.');
  const pairsOnly = Object.entries({
    '--two-level': twoLevel,
    '--llr': llr,
    '--fta': fta,
    '--subjects': subjects,
    '--by': by,
  });
  const [misplaced] = pairsOnly.find(([, value]) => value !== undefined) ?? [];
  if (search && misplaced)
    throw new FalsematchError(`${misplaced} is for 1:1 comparisons and cannot stand with --search.`);
  if ((subjects === undefined) !== (by === undefined)) {
    throw new FalsematchError(
      subjects === undefined
        ? '--by needs a table of the subjects; add --subjects.'
        : '--subjects needs to know by which attribute; add --by, such as --by gender.',
    );
  }
  const read = [file, calibrate, subjects].filter((path) => path !== undefined);
  if (det !== undefined && read.some((path) => resolve(path) === resolve(det))) {
    throw new FalsematchError(`--det ${det} would replace a file that is read; choose another name.`);
  }
}
