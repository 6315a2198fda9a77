import { FalsematchError } from '../../files/errors.js';
import { parseFailures } from '../failure-table.js';
import { parseReadings } from '../plates/reading-table.js';
import { decodeQuality } from '../quality/quality-table.js';
import type { ReadFiles } from '../read-files.js';
import { type RunRecord, type TablePaths, type TaskRecord, tablePaths } from '../run-record.js';
import type { SystemTables, TaskTables } from '../run-tables.js';
import { parseAlarms } from '../search/alarm-table.js';
import { noAlarms } from '../search/found-searches.js';
import { allLists } from '../search/search-tables.js';
import { decodeFound } from './found-array.js';
import type { NamedComparison } from './pair-table.js';
import { failuresByName, probeSamples } from './probes-of.js';
import { decodeScores } from './score-column.js';

type Condition = NonNullable<TaskRecord['condition']>;

/** The tables of a task through a condition; what does not depend on it stands in those of the task that it is of. */
export function readSeen(
  id: string,
  { of, side }: Condition,
  named: RunRecord['systems'],
  read: ReadFiles,
  base: TaskTables | undefined,
): TaskTables {
  if (!base) throw new FalsematchError(`run.json says that ${id} is ${of} through a condition, and there is no ${of}.`);
  const { lists, labels } = base;
  const systems = new Map<string, SystemTables>();
  for (const { name } of named) {
    const paths = tablePaths(id, name);
    const published = base.systems.get(name);
    const tables = published && readOne(paths, read, { lists, labels, published, side });
    if (tables) systems.set(name, tables);
  }
  return { conditionOf: of, systems, ...(lists ? { lists } : {}), ...(labels ? { labels } : {}) };
}

interface Published extends Pick<TaskTables, 'lists' | 'labels'> {
  readonly published: SystemTables;
  readonly side: Condition['side'];
}

function readOne(
  paths: TablePaths,
  read: ReadFiles,
  { lists, labels, published, side }: { [K in keyof Published]: Published[K] | undefined },
): SystemTables | undefined {
  if (labels) {
    if (!read.has(paths.readings)) return undefined;
    const readings = parseReadings(read.text(paths.readings), read.name(paths.readings), labels);
    return { comparisons: [], samples: [], readings };
  }
  if (lists) return readSeenSearches(paths, read, lists);
  if (!published || !read.has(paths.scores)) return undefined;
  return readScoredPairs(paths, read, published.comparisons, {
    side: side ?? 'probe',
    published: failuresByName(published.samples),
  });
}

function readSeenSearches(
  paths: TablePaths,
  read: ReadFiles,
  lists: NonNullable<TaskTables['lists']>,
): SystemTables | undefined {
  if (!read.has(paths.found)) return undefined;
  const all = allLists(lists);
  const samples = parseFailures(read.text(paths.failures), read.name(paths.failures), lists.samples);
  const alarms = parseAlarms(read.text(paths.alarms), read.name(paths.alarms), all);
  const found = decodeFound(read.bytes(paths.found), read.name(paths.found), all[0]?.searches.length ?? 0);
  return {
    comparisons: [],
    samples,
    searches: { lists: [{ ...found, alarms: alarms[0] ?? noAlarms() }], verification: [] },
  };
}

/** Whose samples the failures beside scores are of, and why samples as published have no template. */
export interface ScoredSides {
  readonly side: 'probe' | 'both';
  readonly published?: (sample: string) => string;
}

/** Pairs that are named elsewhere: their scores, what became of their samples and, where it was kept, of what quality they are. */
export function readScoredPairs(
  paths: TablePaths,
  read: ReadFiles,
  named: readonly NamedComparison[],
  { side, published }: ScoredSides,
): SystemTables {
  const probes = probeSamples(named, side);
  const samples = parseFailures(read.text(paths.failures), read.name(paths.failures), probes);
  const own = failuresByName(samples);
  const sides = { a: side === 'probe' && published ? published : own, b: own };
  const comparisons = decodeScores(read.bytes(paths.scores), read.name(paths.scores), named, sides);
  if (!read.has(paths.quality)) return { comparisons, samples };
  const quality = decodeQuality(read.bytes(paths.quality), read.name(paths.quality), samples);
  return { comparisons, samples, quality };
}
