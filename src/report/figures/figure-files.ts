import { formatCsv } from '../../results/format-csv.js';
import type { Figure } from './figure.js';

/** Every figure as two files of its own, by path in the run directory: its SVG, which opens anywhere, and its numbers. */
export function figureFiles(figures: readonly Figure[]): Map<string, string> {
  return new Map(
    figures.flatMap(({ id, svg, data }) => [
      [`figures/${id}.svg`, standaloneSvg(svg)],
      [`figures/${id}.csv`, formatCsv(data.rows, data.columns)],
    ]),
  );
}

/** The chart for outside of a page: with its namespace, on white, with colours in place of the page's properties. */
export function standaloneSvg(svg: string): string {
  const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  return `${svg
    .replace(/^<svg /, `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" color="#1b1b1b" `)
    .replace(/<\/title>/, `</title><rect width="${width}" height="${height}" fill="#ffffff"/>`)
    .replace(/="var\(--[a-z0-9-]+, ([^()"]+)\)"/g, '="$1"')}\n`;
}
