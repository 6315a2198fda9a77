import type { SystemTables } from '../run-tables.js';
import { type ListSearches, listSearches } from './list-searches.js';
import type { SearchLists } from './search-lists.js';
import { allLists, type SearchTables } from './search-tables.js';

/** Tables never change, and several parts of a report ask for the same. */
const known = new WeakMap<SearchLists, WeakMap<SearchTables, readonly ListSearches[]>>();

/** The searches of a system, list by list; none where it has none. */
export function searchesOfSystem(
  lists: SearchLists | undefined,
  { searches, samples }: SystemTables,
): readonly ListSearches[] {
  if (!lists || !searches) return [];
  const ofLists = known.get(lists) ?? new WeakMap<SearchTables, readonly ListSearches[]>();
  known.set(lists, ofLists);
  const before = ofLists.get(searches);
  if (before) return before;
  const found = allLists(lists).flatMap((list, k) => {
    const own = searches.lists[k];
    return own ? [listSearches(list, samples, own)] : [];
  });
  ofLists.set(searches, found);
  return found;
}
