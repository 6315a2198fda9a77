import type { FileContent } from '../file-content.js';
import type { ReadFiles } from '../read-files.js';
import type { TablePaths } from '../run-record.js';
import { formatAlarms, parseAlarms } from './alarm-table.js';
import { type FoundSearches, noAlarms } from './found-searches.js';
import { formatFound, parseFound } from './found-table.js';
import { type SearchList, type SearchLists, searchList } from './search-lists.js';
import { formatAccepted, formatMisses, parseSplitThresholds, type SplitThreshold } from './split-threshold-table.js';

/** What a run keeps of searches in several lists under one system. */
export interface SearchTables {
  readonly lists: readonly FoundSearches[];
  /**
   * By list: what the comparison of all of its samples with each other gave, at the thresholds of operating points; empty
   * where nobody asked for it.
   */
  readonly verification: readonly (readonly SplitThreshold[])[];
}

/** The files of such tables, by path. */
export function formatSearches(
  paths: TablePaths,
  { lists: found, verification }: SearchTables,
  lists: SearchLists,
): [string, FileContent][] {
  const all = allLists(lists);
  const own: [string, FileContent][] = [
    [paths.searches, formatFound(found, all)],
    [paths.alarms, formatAlarms(found, all)],
  ];
  if (verification.length === 0) return own;
  return [
    ...own,
    [paths.accepted, formatAccepted(verification, lists.names)],
    [paths.misses, formatMisses(verification, lists.names)],
  ];
}

/** Reads such tables back; undefined where there are none. Throws with the file's name and line for whatever is not one. */
export function parseSearches(paths: TablePaths, read: ReadFiles, lists: SearchLists): SearchTables | undefined {
  if (!read.has(paths.searches)) return undefined;
  const all = allLists(lists);
  const found = parseFound(read.text(paths.searches), read.name(paths.searches), all);
  const alarms = parseAlarms(read.text(paths.alarms), read.name(paths.alarms), all);
  const verification = read.has(paths.accepted)
    ? parseSplitThresholds(
        { text: read.text(paths.accepted), name: read.name(paths.accepted) },
        { text: read.text(paths.misses), name: read.name(paths.misses) },
        lists.names,
      )
    : [];
  return { lists: found.map((one, list) => ({ ...one, alarms: alarms[list] ?? noAlarms() })), verification };
}

/** Lists never change, and every system of a task has the same. */
const byLists = new WeakMap<SearchLists, readonly SearchList[]>();

/** All lists, each by its subjects and searches. */
export function allLists(lists: SearchLists): readonly SearchList[] {
  const before = byLists.get(lists);
  if (before) return before;
  const all = lists.names.map((_, list) => searchList(lists, list));
  byLists.set(lists, all);
  return all;
}
