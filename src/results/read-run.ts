import { join } from 'node:path';
import { z } from 'zod';
import { sha256Of } from '../files/digest.js';
import { FalsematchError } from '../files/errors.js';
import { parseAllPairs } from './all-pairs/all-pairs-tables.js';
import { parseComparisons } from './comparison-table.js';
import { parsePairs } from './conditions/pair-table.js';
import { readScoredPairs, readSeen } from './conditions/read-seen.js';
import { parseErrata } from './errata-table.js';
import { parseFailures, parseTaskSamples } from './failure-table.js';
import type { FileContent } from './file-content.js';
import { parseLeftOut, parseTemplates } from './left-out-table.js';
import { type MetricRow, metricRowSchema } from './metric-row.js';
import { parseLabels } from './plates/label-table.js';
import { parseReadings } from './plates/reading-table.js';
import { type ReadFiles, readFiles } from './read-files.js';
import { parseRunJson, readRecord, readRunFile } from './read-record.js';
import type { Run } from './run-files.js';
import { type RunRecord, type TablePaths, type TaskRecord, tablePaths, taskTablePaths } from './run-record.js';
import type { SystemTables, TaskTables } from './run-tables.js';
import { parseSamples } from './sample-table.js';
import { parseLists } from './search/search-lists.js';
import { parseSearches } from './search/search-tables.js';
import { type NamedGroups, namedGroups } from './subject-groups.js';
import { parseSubjects } from './subject-table.js';

/** A run as read from its directory, with the files whose bytes are not those that the record names. */
export interface ReadRun extends Run {
  /** The files that the record names, by path. */
  readonly files: ReadonlyMap<string, FileContent>;
  readonly altered: readonly string[];
}

/** Reads a run directory. Throws when it is none, is of another schema, or lacks a file that its record names. */
export async function readRun(directory: string): Promise<ReadRun> {
  const { record, digest } = await readRecord(directory);
  const files = new Map<string, FileContent>();
  for (const path of Object.keys(record.files)) {
    const bytes = await readRunFile(directory, path);
    files.set(path, path.endsWith('.npy') ? bytes : bytes.toString('utf8'));
  }
  const altered = [...files]
    .filter(([path, content]) => sha256Of(content) !== record.files[path])
    .map(([path]) => path);
  const read = readFiles(files, (path) => join(directory, path));
  const tables = damaged(() => {
    const known = new Map<string, TaskTables>();
    for (const task of record.tasks) known.set(task.id, withLeftOut(task, readTables(task, record, read, known), read));
    return known;
  });
  const rows = parseRunJson<MetricRow[]>(
    read.has('metrics.json') ? read.text('metrics.json') : '',
    join(directory, 'metrics.json'),
    z.array(metricRowSchema),
  );
  return { record, digest, tables, rows, files, altered };
}

/** A table of a run that cannot be read is one that somebody has changed: verifying has failed, whatever is wrong in it. */
function damaged<T>(readAll: () => T): T {
  try {
    return readAll();
  } catch (cause) {
    if (!(cause instanceof FalsematchError) || cause.kind !== 'input') throw cause;
    const advice = 'the run was changed; fetch it again from where it was published';
    throw new FalsematchError(`${cause.message.replace(/\.$/, '')}: ${advice}.`, { cause, kind: 'verification' });
  }
}

function readTables(
  task: TaskRecord,
  { systems: named }: RunRecord,
  read: ReadFiles,
  known: ReadonlyMap<string, TaskTables>,
): TaskTables {
  const { id, groups = [], condition } = task;
  if (condition) return readSeen(id, condition, named, read, known.get(condition.of));
  const own = taskTablePaths(id);
  const subjects = read.has(own.subjects) ? parseSubjects(read.text(own.subjects), read.name(own.subjects)) : undefined;
  const lists = read.has(own.lists) ? parseLists(read.text(own.lists), read.name(own.lists)) : undefined;
  const groupsOf = (labels: readonly string[]) =>
    subjects ? groups.map((names) => namedGroups(labels, subjects, names)) : [];
  const samples = read.has(own.samples) ? parseTaskSamples(read.text(own.samples), read.name(own.samples)) : undefined;
  const labels = read.has(own.labels) ? parseLabels(read.text(own.labels), read.name(own.labels)) : undefined;
  const pairs = read.has(own.pairs) ? parsePairs(read.text(own.pairs), read.name(own.pairs)) : undefined;
  const systems = new Map<string, SystemTables>();
  for (const { name } of named) {
    const paths = tablePaths(id, name);
    const scored = pairs && read.has(paths.scores) ? readScoredPairs(paths, read, pairs, { side: 'both' }) : undefined;
    const tables = scored ?? readSystem(paths, read, { samples, lists, labels, groupsOf });
    if (tables) systems.set(name, tables);
  }
  return {
    systems,
    ...(subjects ? { subjects } : {}),
    ...(read.has(own.errata) ? { errata: parseErrata(read.text(own.errata), read.name(own.errata)) } : {}),
    ...(samples ? { samples } : {}),
    ...(lists ? { lists } : {}),
    ...(labels ? { labels } : {}),
  };
}

/** The tables of a task with those of its templates of several pictures, where it has such. */
function withLeftOut({ id }: TaskRecord, tables: TaskTables, read: ReadFiles): TaskTables {
  const { templates: path } = taskTablePaths(id);
  if (!read.has(path)) return tables;
  const templates = parseTemplates(read.text(path), read.name(path));
  const systems = [...tables.systems].map(([name, own]): [string, SystemTables] => {
    const { leftOut } = tablePaths(id, name);
    if (!read.has(leftOut)) return [name, own];
    return [name, { ...own, leftOut: parseLeftOut(read.text(leftOut), read.name(leftOut), templates) }];
  });
  return { ...tables, systems: new Map(systems), templates };
}

/** What of a task's tables those of its systems refer to. */
interface TaskContext {
  readonly samples: TaskTables['samples'] | undefined;
  readonly lists: TaskTables['lists'] | undefined;
  readonly labels: TaskTables['labels'] | undefined;
  readonly groupsOf: (labels: readonly string[]) => readonly NamedGroups[];
}

function readSystem(
  paths: TablePaths,
  read: ReadFiles,
  { samples: listed, lists, labels, groupsOf }: TaskContext,
): SystemTables | undefined {
  if (labels) {
    if (!read.has(paths.readings)) return undefined;
    const readings = parseReadings(read.text(paths.readings), read.name(paths.readings), labels);
    return { comparisons: [], samples: [], readings };
  }
  const all = listed ?? lists?.samples;
  if (all) {
    if (!read.has(paths.failures)) return undefined;
    const samples = parseFailures(read.text(paths.failures), read.name(paths.failures), all);
    const allPairs = parseAllPairs(paths, read, samples, groupsOf);
    const searches = lists && parseSearches(paths, read, lists);
    if (allPairs) return { comparisons: [], samples, allPairs };
    return searches && { comparisons: [], samples, searches };
  }
  if (!read.has(paths.comparisons) || !read.has(paths.samples)) return undefined;
  return {
    comparisons: parseComparisons(read.text(paths.comparisons), read.name(paths.comparisons)),
    samples: parseSamples(read.text(paths.samples), read.name(paths.samples)),
  };
}
