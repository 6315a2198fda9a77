import type { Erratum } from '../datasets/errata.js';
import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { type Comparison, formatComparisons } from './comparison-table.js';
import { formatErrata } from './errata-table.js';
import { formatMetricsCsv, type MetricRow } from './metric-row.js';
import { type RunRecord, tablePaths, taskTablePaths } from './run-record.js';
import { formatSamples, type SampleOutcome } from './sample-table.js';
import { formatSubjects, type SubjectTable } from './subject-table.js';

/** The tables of one task under one system. */
export interface SystemTables {
  readonly comparisons: readonly Comparison[];
  readonly samples: readonly SampleOutcome[];
}

/** The tables of one task: with its record, everything that its figures are computed from. */
export interface TaskTables {
  /** By system name. */
  readonly systems: ReadonlyMap<string, SystemTables>;
  /** What the dataset says of the subjects; present when the task has groups. */
  readonly subjects?: SubjectTable;
  /** What is known to be wrong in the dataset and touches the task; present when anything does. */
  readonly errata?: readonly Erratum[];
}

/** Tables by task id. */
export type RunTables = ReadonlyMap<string, TaskTables>;

/** A run as it is published: its record, tables and figures, and the digest that is its name. */
export interface Run {
  readonly record: RunRecord;
  readonly digest: string;
  readonly tables: RunTables;
  readonly rows: readonly MetricRow[];
}

/** The files that figures rest on, by path: score tables and metrics. */
export function figureFiles(tables: RunTables, rows: readonly MetricRow[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const [task, { systems, subjects, errata }] of tables) {
    const own = taskTablePaths(task);
    if (subjects) files.set(own.subjects, formatSubjects(subjects));
    if (errata) files.set(own.errata, formatErrata(errata));
    for (const [system, { comparisons, samples }] of systems) {
      const paths = tablePaths(task, system);
      files.set(paths.comparisons, formatComparisons(comparisons));
      files.set(paths.samples, formatSamples(samples));
    }
  }
  files.set('metrics.json', canonicalJson(rows));
  files.set('metrics.csv', formatMetricsCsv(rows));
  return files;
}

/** The digest of every file, for the run's record. */
export function digestFiles(files: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, text]) => [path, sha256Of(text)]));
}

/** The bytes of `run.json`; their SHA-256 is the run's name. */
export function recordFile(record: RunRecord): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(record);
  return { text, digest: sha256Of(text) };
}
