import { stringify } from 'csv-stringify/sync';
import { FalsematchError } from '../../files/errors.js';
import { formatFloat32 } from '../../statistics/float32.js';
import { float32Cell } from '../cells.js';
import { parseTable } from '../comparison-table.js';
import type { Alarms, FoundSearches } from './found-searches.js';
import type { SearchList } from './search-lists.js';

const COLUMNS = ['list', 'search', 'candidate', 'score'] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/** The candidates of non-mated searches as CSV, those of a search best first. */
export function formatAlarms(found: readonly Pick<FoundSearches, 'alarms'>[], lists: readonly SearchList[]): string {
  const rows = lists.flatMap(({ name, searches, gallery }, list) => {
    const subjects = [...gallery.keys()];
    const { search, candidate, score } = found[list]?.alarms ?? { search: [], candidate: [], score: [] };
    return Array.from(search, (s, k) => [
      name,
      searches[s]?.name ?? '',
      subjects[candidate[k] ?? -1] ?? '',
      formatFloat32(score[k] ?? 0),
    ]);
  });
  return stringify(rows, { header: true, columns: [...COLUMNS], record_delimiter: '\n' });
}

/** Reads such candidates back. Throws with the file's name and line for whatever is not one. */
export function parseAlarms(text: string, name: string, lists: readonly SearchList[]): Alarms[] {
  const rows = parseTable<Row>(text, name, COLUMNS);
  const byList = new Map(lists.map((list) => [list.name, [] as [number, number, number][]]));
  const places = new Map(
    lists.map(({ name: list, searches, gallery }) => [
      list,
      {
        search: new Map(searches.map((search, s) => [search.name, s])),
        candidate: new Map([...gallery.keys()].map((subject, c) => [subject, c])),
      },
    ]),
  );
  for (const [index, { list, search, candidate, score }] of rows.entries()) {
    const where = `${name}, line ${index + 2}`;
    const known = places.get(list);
    const [s, c] = [known?.search.get(search), known?.candidate.get(candidate)];
    if (s === undefined || c === undefined) {
      throw new FalsematchError(
        `${where}: "${search}" is no search of "${list}", or "${candidate}" is not enrolled there.`,
      );
    }
    byList.get(list)?.push([s, c, float32Cell(score, where)]);
  }
  return [...byList.values()].map((alarms) => ({
    search: Int32Array.from(alarms, ([s]) => s),
    candidate: Int32Array.from(alarms, ([, c]) => c),
    score: Float32Array.from(alarms, ([, , score]) => score),
  }));
}
