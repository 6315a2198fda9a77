import { stringify } from 'csv-stringify/sync';
import { formatFloat32 } from '../../statistics/float32.js';
import { countCell, float32Cell } from '../cells.js';
import { parseTable } from '../comparison-table.js';
import type { FoundSearches } from './found-searches.js';
import type { SearchList } from './search-lists.js';

type Found = Pick<FoundSearches, 'rank' | 'score'>;

/** What searches found as CSV: a line for each search, and two columns for each list, empty where it failed or is not in it. */
export function formatFound(found: readonly Found[], lists: readonly SearchList[]): string {
  const rows = new Map<string, string[]>();
  for (const [list, { searches }] of lists.entries()) {
    const { rank, score } = found[list] ?? { rank: new Int32Array(), score: new Float32Array() };
    for (const [s, { name }] of searches.entries()) {
      const row = rows.get(name) ?? [name, ...lists.flatMap(() => ['', ''])];
      rows.set(name, row);
      const own = score[s] ?? Number.NaN;
      if (Number.isNaN(own)) continue;
      row[1 + 2 * list] = String(rank[s]);
      row[2 + 2 * list] = formatFloat32(own);
    }
  }
  return stringify([...rows.values()], { header: true, columns: columnsOf(lists), record_delimiter: '\n' });
}

function columnsOf(lists: readonly SearchList[]): string[] {
  return ['search', ...lists.flatMap(({ name }) => [`rank in ${name}`, `score in ${name}`])];
}

/** Reads what searches found back. Throws with the file's name and line for whatever is not such a table. */
export function parseFound(text: string, name: string, lists: readonly SearchList[]): Found[] {
  const rows = parseTable<Record<string, string>>(text, name, columnsOf(lists));
  const lines = new Map(rows.map((row, index) => [row.search ?? '', { row, where: `${name}, line ${index + 2}` }]));
  return lists.map(({ name: list, searches }) => {
    const cells = searches.map((search) => {
      const { row = {}, where = `${name}, search ${search.name}` } = lines.get(search.name) ?? {};
      const [rank = '', score = ''] = [row[`rank in ${list}`], row[`score in ${list}`]];
      if (rank === '' && score === '') return { rank: 0, score: Number.NaN };
      return { rank: countCell(rank, where), score: float32Cell(score, where) };
    });
    return {
      rank: Int32Array.from(cells, ({ rank }) => rank),
      score: Float32Array.from(cells, ({ score }) => score),
    };
  });
}
