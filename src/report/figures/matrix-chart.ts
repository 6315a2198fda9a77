import * as Plot from '@observablehq/plot';
import { drawSvg, FIGURE_WIDTH, ofSystem, shortName } from './draw.js';
import { labelWidth } from './label-width.js';
import { seriesStyle } from './system-style.js';

/** A cell of a matrix. */
export interface MatrixCell {
  readonly row: number;
  readonly column: number;
  /** From 0 to 1: how dark it is. */
  readonly shade: number;
  /** What stands in it, line by line; all but the first are smaller. */
  readonly text: readonly string[];
  /** Drawn with a dashed outline. */
  readonly unresolved: boolean;
}

interface Options {
  readonly id: string;
  readonly label: string;
  /** What the rows and columns are, where they are not the same. */
  readonly axes?: { readonly rows: string; readonly columns: string };
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly MatrixCell[];
  /** The place of its system among those of the run. */
  readonly place: number;
  /** Cells are at least so high and at most so wide. */
  readonly size: { readonly least: number; readonly most: number };
}

const LONGEST_LABEL = 26;
/** The darkest cell lets text be read on it. */
const DARKEST = 0.55;

/** A matrix of cells with their text, darker ones with more; every cell can be read without its shade. */
export function matrixChart({ id, label, axes, rows, columns, cells, place, size }: Options): string {
  const ariaDescription = ofSystem(place);
  const { colour } = seriesStyle(place);
  const names = rows.map((name) => shortName(name, LONGEST_LABEL));
  const above = columns.map((name) => shortName(name, LONGEST_LABEL));
  const numbered = (name: string, k: number) => `${name}  ${k + 1}`;
  const roomFor = (labels: readonly string[]) => 30 + Math.max(...labels.map(labelWidth), 30);
  const cellOf = (marginLeft: number) => Math.min(size.most, (FIGURE_WIDTH - marginLeft - 12) / columns.length);
  // Names that are wider than a column stand only once, at the rows, with a number.
  const fits = above.every((name) => labelWidth(name) < cellOf(roomFor(names)) - 4);
  const left = fits ? names : names.map(numbered);
  const marginLeft = roomFor(left);
  const width = cellOf(marginLeft);
  const height = Math.max(size.least, Math.min(width, 46));
  const longest = Math.max(...cells.map(({ text: [first = ''] }) => first.length), 1);
  const fontSize = Math.min(12, Math.max(8, (width - 5) / (0.6 * longest)));
  const lines = Math.max(...cells.map(({ text }) => text.length), 1);
  return drawSvg(
    {
      marginTop: axes ? 52 : 34,
      marginLeft,
      marginRight: FIGURE_WIDTH - marginLeft - columns.length * width,
      marginBottom: 10,
      height: (axes ? 62 : 44) + rows.length * height,
      x: {
        axis: 'top',
        domain: [-0.5, columns.length - 0.5],
        ticks: above.map((_, k) => k),
        tickFormat: (k: number) => (fits ? (above[k] ?? '') : String(k + 1)),
        tickSize: 0,
        label: null,
      },
      y: {
        domain: [rows.length - 0.5, -0.5],
        ticks: left.map((_, k) => k),
        tickFormat: (k: number) => left[k] ?? '',
        tickSize: 0,
        label: axes ? `${axes.rows} ↓, ${axes.columns} →` : null,
      },
      marks: [
        Plot.rect(cells, {
          x1: ({ column }: MatrixCell) => column - 0.47,
          x2: ({ column }: MatrixCell) => column + 0.47,
          y1: ({ row }: MatrixCell) => row - 0.46,
          y2: ({ row }: MatrixCell) => row + 0.46,
          fill: colour,
          fillOpacity: ({ shade }: MatrixCell) => Math.round(shade * DARKEST * 100) / 100,
          ariaDescription,
        }),
        ...[false, true].map((unresolved) =>
          Plot.rect(
            cells.filter((cell) => cell.unresolved === unresolved),
            {
              x1: ({ column }: MatrixCell) => column - 0.47,
              x2: ({ column }: MatrixCell) => column + 0.47,
              y1: ({ row }: MatrixCell) => row - 0.46,
              y2: ({ row }: MatrixCell) => row + 0.46,
              fill: 'none',
              stroke: 'currentColor',
              strokeOpacity: unresolved ? 0.8 : 0.25,
              strokeDasharray: unresolved ? '3 2' : 'none',
              ariaDescription,
            },
          ),
        ),
        ...Array.from({ length: lines }, (_, line) =>
          Plot.text(cells, {
            x: 'column',
            y: 'row',
            dy: Math.round((line - (lines - 1) / 2) * 12.5),
            text: ({ text }: MatrixCell) => text[line] ?? '',
            fontSize: line === 0 ? fontSize : Math.min(10, width / 4.9),
            ariaDescription,
          }),
        ),
      ],
    },
    { id, label },
  );
}
