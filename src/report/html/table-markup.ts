import type { ReportTable } from '../section.js';
import { inertText } from './inert-text.js';

/** What of a run a reader may hide: systems and conditions, by name, in the run's order. */
export interface Hideable {
  readonly systems: readonly string[];
  readonly conditions: readonly string[];
}

export const NOTHING_HIDEABLE: Hideable = { systems: [], conditions: [] };

/**
 * A table; `title` says of what, for those who cannot see where it stands. Columns and rows that are named after a system
 * or a condition say so, for the page's filters.
 */
export function tableMarkup({ columns, rows }: ReportTable, title: string, hideable = NOTHING_HIDEABLE): string {
  const marks = columns.map((column, k) => (k === 0 ? '' : systemMark(column, hideable)));
  const head = columns.map((column, k) => `<th scope="col"${marks[k]}>${inertText(column)}</th>`).join('');
  const body = rows.map(([first = '', ...cells]) => {
    const rest = cells.map(
      (cell, k) => `<td${isLong(cell) ? ' class="long"' : ''}${marks[k + 1] ?? ''}>${inertText(cell)}</td>`,
    );
    return `<tr${rowMark(first, hideable)}><th scope="row"${isLong(first) ? ' class="long"' : ''}>${inertText(first)}</th>${rest.join('')}</tr>`;
  });
  // A table that is wider than the page scrolls, and the keyboard must reach what scrolls.
  return `<div class="scroll" role="region" tabindex="0" aria-label="${inertText(`${title}: ${columns.join(', ')}`)}">
<table>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}

const isLong = (cell: string) => /\S{30}/.test(cell);

function systemMark(text: string, { systems }: Hideable): string {
  const place = systems.findIndex((name) => text === name || text.startsWith(`${name}: `));
  return place === -1 ? '' : ` data-system="${place}"`;
}

function rowMark(first: string, { systems, conditions }: Hideable): string {
  const condition = conditions.indexOf(first);
  return condition === -1 ? systemMark(first, { systems, conditions }) : ` data-condition="${condition}"`;
}
