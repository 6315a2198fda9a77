import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { formatAllPairs } from './all-pairs/all-pairs-tables.js';
import { formatComparisons } from './comparison-table.js';
import { encodeFound } from './conditions/found-array.js';
import { formatPairs } from './conditions/pair-table.js';
import { encodeScores } from './conditions/score-column.js';
import { formatErrata } from './errata-table.js';
import { formatFailures, formatTaskSamples } from './failure-table.js';
import type { FileContent } from './file-content.js';
import { formatLeftOut, formatTemplates } from './left-out-table.js';
import { formatMetricsCsv, type MetricRow } from './metric-row.js';
import { formatLabels } from './plates/label-table.js';
import { formatReadings } from './plates/reading-table.js';
import { encodeQuality } from './quality/quality-table.js';
import { type RunRecord, type TablePaths, tablePaths, taskTablePaths } from './run-record.js';
import type { RunTables, SystemTables } from './run-tables.js';
import { formatSamples } from './sample-table.js';
import { formatAlarms } from './search/alarm-table.js';
import { formatLists, type SearchLists } from './search/search-lists.js';
import { allLists, formatSearches } from './search/search-tables.js';
import { formatSubjects } from './subject-table.js';

/** A run as it is published: its record, tables and figures, and the digest that is its name. */
export interface Run {
  readonly record: RunRecord;
  readonly digest: string;
  readonly tables: RunTables;
  readonly rows: readonly MetricRow[];
}

/** The files that figures rest on, by path: score tables and metrics. */
export function figureFiles(tables: RunTables, rows: readonly MetricRow[]): Map<string, FileContent> {
  const files = new Map<string, FileContent>();
  // What is compared as published and through conditions is written down once.
  const seen = new Set([...tables.values()].map(({ conditionOf }) => conditionOf));
  for (const [task, { conditionOf, systems, subjects, errata, samples, lists, labels, templates }] of tables) {
    const own = taskTablePaths(task);
    const isOwn = conditionOf === undefined;
    if (subjects) files.set(own.subjects, formatSubjects(subjects));
    if (errata) files.set(own.errata, formatErrata(errata));
    if (samples) files.set(own.samples, formatTaskSamples(samples));
    if (lists && isOwn) files.set(own.lists, formatLists(lists));
    if (labels && isOwn) files.set(own.labels, formatLabels(labels));
    if (templates) files.set(own.templates, formatTemplates(templates));
    const pairs = [...systems.values()][0]?.comparisons ?? [];
    if (seen.has(task) && pairs.length > 0) files.set(own.pairs, formatPairs(pairs));
    const how = { isOwn, lists, named: isOwn && !seen.has(task) };
    for (const [system, systemTables] of systems) {
      const paths = tablePaths(task, system);
      for (const [path, content] of systemFiles(paths, systemTables, how)) files.set(path, content);
      if (systemTables.leftOut) files.set(paths.leftOut, formatLeftOut(systemTables.leftOut));
    }
  }
  files.set('metrics.json', canonicalJson(rows));
  files.set('metrics.csv', formatMetricsCsv(rows));
  return files;
}

interface HowWritten {
  /** Whether the task is as published. */
  readonly isOwn: boolean;
  readonly lists: SearchLists | undefined;
  /** Whether each system's table names what is compared. */
  readonly named: boolean;
}

function systemFiles(
  paths: TablePaths,
  { comparisons, samples, allPairs, searches, readings, quality }: SystemTables,
  { isOwn, lists, named }: HowWritten,
): [string, FileContent][] {
  if (readings) return [[paths.readings, formatReadings(readings)]];
  const failures: [string, FileContent] = [paths.failures, formatFailures(samples)];
  if (allPairs) return [...formatAllPairs(paths, allPairs, samples), failures];
  const [first] = searches?.lists ?? [];
  if (first && lists && !isOwn) {
    return [[paths.found, encodeFound(first)], [paths.alarms, formatAlarms([first], allLists(lists))], failures];
  }
  if (searches && lists) return [...formatSearches(paths, searches, lists), failures];
  if (!named) {
    const scored: [string, FileContent][] = [[paths.scores, encodeScores(comparisons)], failures];
    return quality ? [...scored, [paths.quality, encodeQuality(quality)]] : scored;
  }
  return [
    [paths.comparisons, formatComparisons(comparisons)],
    [paths.samples, formatSamples(samples)],
  ];
}

/** The digest of every file, for the run's record. */
export function digestFiles(files: ReadonlyMap<string, FileContent>): Record<string, string> {
  return Object.fromEntries([...files].map(([path, content]) => [path, sha256Of(content)]));
}

/** The bytes of `run.json`; their SHA-256 is the run's name. */
export function recordFile(record: RunRecord): { readonly text: string; readonly digest: string } {
  const text = canonicalJson(record);
  return { text, digest: sha256Of(text) };
}
