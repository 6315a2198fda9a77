import * as Plot from '@observablehq/plot';
import { parseHTML } from 'linkedom';
import { escapeMarkup } from '../escape-markup.js';
import { oneLine } from '../format.js';
import type { SeriesStyle } from './system-style.js';

/** The width of every figure, in its own units; pages scale it. */
export const FIGURE_WIDTH = 680;

/** One line of the legend. */
export interface LegendEntry {
  readonly name: string;
  /** The place of its system among those of the run; what is drawn for it can be hidden. */
  readonly system: number | undefined;
  readonly style: SeriesStyle;
  /** Whether it has a line, or markers only. */
  readonly line?: boolean;
  /** Whether its marker is an outline only. */
  readonly hollow?: boolean;
}

/** The little of a document's elements that is needed here; linkedom's own types need a browser's. */
interface Element {
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelectorAll(selector: string): Iterable<Element>;
  remove(): void;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
  readonly innerHTML: string;
}

const { document } = parseHTML('<!doctype html><html><body></body></html>');

const LEGEND_ROW = 20;

/** Marks that belong to the system in this place of the run carry this as their ariaDescription. */
export const ofSystem = (place: number): string => `system ${place}`;

/**
 * A chart of Observable Plot as SVG for a page, with a legend above it: text is text, the colours are custom properties
 * of the page, nothing has an id but what is asked for. What belongs to a system has `data-system`.
 */
export function drawSvg(
  options: Plot.PlotOptions,
  { id, label, legend = [] }: { readonly id: string; readonly label: string; readonly legend?: readonly LegendEntry[] },
): string {
  const rows = legendRows(legend);
  const top = (options.marginTop ?? 28) + rows.length * LEGEND_ROW;
  const height = (options.height ?? 400) + rows.length * LEGEND_ROW;
  const made: unknown = Plot.plot({
    width: FIGURE_WIDTH,
    style: { fontSize: '13px' },
    ...options,
    marginTop: top,
    height,
    document: document as never,
  });
  const svg = made as Element;
  tidy(svg);
  // No id of a figure begins like this, while another one may be this id with something behind it.
  const title = `label-of-${id}`;
  return `<svg viewBox="0 0 ${options.width ?? FIGURE_WIDTH} ${height}" role="img" aria-labelledby="${title}" font-size="13" font-family="system-ui, sans-serif" text-anchor="middle" fill="currentColor"><title id="${title}">${escapeMarkup(oneLine(label))}</title>${svg.innerHTML}${rows.join('')}</svg>`;
}

/** Plot's own style and labels go, and numbers keep a tenth of a unit: a page has its own style, a figure its title. */
function tidy(svg: Element): void {
  for (const style of [...svg.querySelectorAll('style')]) style.remove();
  for (const element of svg.querySelectorAll('*')) {
    const system = /^system (\d+)$/.exec(element.getAttribute('aria-description') ?? '')?.[1];
    if (system !== undefined) element.setAttribute('data-system', system);
    for (const name of ['aria-label', 'aria-description', 'class']) element.removeAttribute(name);
    for (const { name, value } of [...element.attributes]) {
      if (NUMERIC.has(name))
        element.setAttribute(
          name,
          value.replace(/-?\d+\.\d+/g, (text) => rounded(text)),
        );
    }
  }
}

const NUMERIC = new Set(['d', 'transform', 'x', 'y', 'x1', 'x2', 'y1', 'y2', 'width', 'height', 'cx', 'cy', 'r']);

const rounded = (text: string): string => String(Math.round(Number(text) * 10) / 10);

/** Names longer than this are cut in the legend; the numbers below the figure have them whole. */
const LONGEST = 44;

function legendRows(entries: readonly LegendEntry[]): string[] {
  const rows: string[] = [];
  let x = 12;
  let row = '';
  for (const entry of entries) {
    const name = shortName(entry.name);
    const width = 44 + name.length * 7.4;
    if (x > 12 && x + width > FIGURE_WIDTH) {
      rows.push(row);
      [x, row] = [12, ''];
    }
    row += legendEntry(entry, name, x, 32 + rows.length * LEGEND_ROW);
    x += width;
  }
  return row === '' ? rows : [...rows, row];
}

function legendEntry(
  { style, system, line = true, hollow = isOpen(style.symbol) }: LegendEntry,
  name: string,
  x: number,
  y: number,
): string {
  const dash = style.dash === 'none' ? '' : ` stroke-dasharray="${style.dash}"`;
  const stroke = line ? `<path d="M${x},${y}h26" stroke="${style.colour}" stroke-width="2"${dash}/>` : '';
  const marker = `<path transform="translate(${x + 13},${y})" d="${markerPath(style.symbol)}" stroke="${style.colour}" stroke-width="1.5" fill="${hollow ? 'none' : style.colour}"/>`;
  return `<g${system === undefined ? '' : ` data-system="${system}"`}>${stroke}${marker}<text x="${Math.round(x + 33)}" y="${y}" dy="0.35em" text-anchor="start">${escapeMarkup(name)}</text></g>`;
}

/** A name on one line, cut in the middle when it is long. What no XML may hold is left out. */
export function shortName(name: string, longest = LONGEST): string {
  const line = [...oneLine(name.toWellFormed()).replace(/[\ufffe\uffff]/g, '')];
  if (line.length <= longest) return line.join('');
  const half = Math.floor((longest - 1) / 2);
  return `${line.slice(0, half).join('')}…${line.slice(-half).join('')}`;
}

const isOpen = (symbol: string) => symbol === 'times';

function markerPath(symbol: string): string {
  switch (symbol) {
    case 'triangle':
      return 'M0,-4.5L4.5,3.5H-4.5Z';
    case 'square':
      return 'M-3.5,-3.5h7v7h-7Z';
    case 'diamond':
      return 'M0,-5L4,0L0,5L-4,0Z';
    case 'cross':
      return 'M-4.8,-1.6H-1.6V-4.8H1.6V-1.6H4.8V1.6H1.6V4.8H-1.6V1.6H-4.8Z';
    case 'times':
      return 'M-3.5,-3.5l7,7M3.5,-3.5l-7,7';
    case 'star':
      return 'M0,-5.5L1.2,-1.7H5.2L2,0.7L3.2,4.5L0,2.1L-3.2,4.5L-2,0.7L-5.2,-1.7H-1.2Z';
    default:
      return 'M4,0A4,4,0,1,1,-4,0A4,4,0,1,1,4,0';
  }
}
