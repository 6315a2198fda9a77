import type { TaskRecord } from '../../results/run-record.js';
import type { ListSearches } from '../../results/search/list-searches.js';
import { searchesOfSystem } from '../../results/search/searches-of-system.js';
import type { Reported } from '../section.js';

/** The searches of a task under one system, list by list. */
export function searchListsOf(
  { tables }: Pick<Reported, 'tables'>,
  { id }: TaskRecord,
  system: string,
): readonly ListSearches[] {
  const own = tables.get(id);
  const found = own?.systems.get(system);
  return found ? searchesOfSystem(own?.lists, found) : [];
}
