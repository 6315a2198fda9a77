import type { TaskRecord } from '../../results/run-record.js';
import { type ListSearches, listSearches } from '../../results/search/list-searches.js';
import { searchList } from '../../results/search/search-lists.js';
import type { Reported } from '../section.js';

/** The searches of a task under one system, list by list. */
export function searchListsOf(
  { tables }: Pick<Reported, 'tables'>,
  { id }: TaskRecord,
  system: string,
): ListSearches[] {
  const own = tables.get(id);
  const found = own?.systems.get(system);
  if (!own?.lists || !found?.searches) return [];
  const { lists } = own;
  const { searches, samples } = found;
  return lists.names.flatMap((_, k) => {
    const one = searches.lists[k];
    return one ? [listSearches(searchList(lists, k), samples, one)] : [];
  });
}
