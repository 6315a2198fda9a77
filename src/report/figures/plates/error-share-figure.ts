import * as Plot from '@observablehq/plot';
import { ERROR_SOURCES } from '../../../metrics/plates/error-sources.js';
import { count, levelText, percent } from '../../../results/figure-text.js';
import type { MetricRow } from '../../../results/metric-row.js';
import { type RateCells, rateText } from '../../format.js';
import type { Reported } from '../../section.js';
import { drawSvg, type LegendEntry, ofSystem, shortName } from '../draw.js';
import type { Figure } from '../figure.js';
import { figureId } from '../figure-id.js';
import type { ChartSystem } from '../interval-chart.js';
import { labelWidth } from '../label-width.js';
import { RATE_COLUMNS, rateCells } from '../rate-cells.js';
import { seriesStyle } from '../system-style.js';
import { type PlateRow, type PlateTask, plateTasks } from './plate-rows-of.js';

/** Where the errors of plates come from: one bar a system, cut into the kinds of errors, for every task as published. */
export function errorShareFigures(run: Reported): Figure[] {
  return plateTasks(run).flatMap(errorShareFigure);
}

function errorShareFigure({ task, systems, rowsOf }: PlateTask): Figure[] {
  const rows = rowsOf('plate-source', 'strict: ');
  const sources = [...new Set(rows.map(({ at }) => at))];
  const wrong = KINDS.filter((source) => rows.some(({ at, row }) => at === source && (row.value ?? 0) > 0));
  const bars = barsOf(systems, wrong, rows);
  if (bars.length === 0) return [];
  const id = figureId('plate-errors', task.id);
  const title = `Where the errors come from, strict: ${task.title}`;
  return [
    {
      id,
      title,
      caption: `One bar a system: the share of all ${count(task.plates?.labels ?? 0)} plates that were not read right to the last character, cut into the kinds of errors; further left is better. Each plate stands in the first kind that holds, in the order of the letters. The letters in the bars are those of the kinds above; where a piece has no room for its letter, go by the order or by the numbers. Not found: nothing that was found overlaps the plate by a tenth. Wrong box: something does, by too little. Loose box: found, but read right only at the place that the dataset marks. O/0 or I/1: right once the letter O counts as 0 and the letter I as 1. The other kinds are by what the best alignment of the two texts needs. Behind a bar stands the whole share with its ${levelText(task.level)} interval; those of each kind stand in the numbers. A star says that the data cannot resolve a share.`,
      table: {
        columns: ['kind', ...systems.map(({ name }) => name)],
        rows: sources.map((source) => [
          letterOf(source) + source,
          ...systems.map(({ name }) => {
            const found = rows.find(({ at, row }) => at === source && row.model === name);
            return found ? rateText(found.row) : '';
          }),
        ]),
      },
      data: {
        columns: ['kind', 'system', ...RATE_COLUMNS],
        rows: rows.map(({ at, row }) => [at, row.model, ...rateCells(row)]),
      },
      svg: svgOf(id, title, wrong, bars),
    },
  ];
}

const RIGHT = 'right';

/** Every kind has its letter and colour in every figure, whichever kinds there are. */
const KINDS: readonly string[] = ERROR_SOURCES.filter((source) => source !== RIGHT);

const kindOf = (source: string): number => KINDS.indexOf(source);

const signOf = (k: number): string => String.fromCharCode(97 + (k % 26));

function letterOf(source: string): string {
  return kindOf(source) < 0 ? '' : `${signOf(kindOf(source))}: `;
}

interface Bar {
  readonly system: ChartSystem;
  readonly pieces: readonly Piece[];
  readonly total: number;
  /** What stands behind it: the share of plates that were not read right, with its interval. */
  readonly text: string;
}

interface Piece {
  readonly kind: number;
  readonly from: number;
  readonly to: number;
}

function barsOf(systems: readonly ChartSystem[], wrong: readonly string[], rows: readonly PlateRow[]): Bar[] {
  return systems.flatMap((system): Bar[] => {
    const own = new Map<string, MetricRow>();
    for (const { at, row } of rows) if (row.model === system.name && !own.has(at)) own.set(at, row);
    if (own.size === 0) return [];
    const pieces: Piece[] = [];
    let total = 0;
    for (const source of wrong) {
      const kind = kindOf(source);
      const share = own.get(source)?.value ?? 0;
      if (share > 0) pieces.push({ kind, from: total, to: total + share });
      total += share;
    }
    const right = own.get(RIGHT);
    return [{ system, pieces, total, text: right ? rateText(wrongOf(right)) : percent(total) }];
  });
}

/** Whatever is not right is wrong, so the interval of the one is that of the other. */
function wrongOf({ value, low, high, errors, trials, resolvable }: MetricRow): RateCells {
  const rest = (share: number | null) => (share === null ? null : 1 - share);
  const wrong = errors === null || trials === null ? null : trials - errors;
  return { value: rest(value), low: rest(high), high: rest(low), errors: wrong, trials, resolvable };
}

const BAR = 34;
/** Pieces beyond the colours are drawn lighter. */
const COLOURS = 6;
const PLOT = 480;

function svgOf(id: string, label: string, wrong: readonly string[], bars: readonly Bar[]): string {
  const names = bars.map(({ system }) => shortName(system.name, 26));
  const marginLeft = 20 + Math.max(...names.map(labelWidth));
  // What stands behind a bar needs room.
  const top = Math.max(...bars.map(({ total }) => total), 0.01) * 1.65;
  return drawSvg(
    {
      height: 28 + 46 + bars.length * BAR,
      marginLeft,
      marginRight: 16,
      marginBottom: 46,
      x: {
        domain: [0, top],
        ticks: top > 1 ? [0, 0.2, 0.4, 0.6, 0.8, 1] : 6,
        tickFormat: percent,
        label: 'not read right, of all plates →',
        grid: true,
      },
      y: {
        domain: [bars.length - 0.5, -0.5],
        ticks: names.map((_, k) => k),
        tickFormat: (k: number) => names[k] ?? '',
        tickSize: 0,
        label: null,
      },
      marks: bars.flatMap((bar, y) => barMarks(bar, y, top)),
    },
    { id, label, legend: wrong.map((source) => legendEntry(source)) },
  );
}

function barMarks({ system, pieces, total, text }: Bar, y: number, top: number): Plot.Markish[] {
  const ariaDescription = ofSystem(system.place);
  const light = ({ kind }: Piece) => kind >= COLOURS;
  const roomy = pieces.filter(({ from, to }) => ((to - from) / top) * PLOT > 11);
  const letters = (of: readonly Piece[], fill: string) =>
    Plot.text(of, {
      x: ({ from, to }: Piece) => (from + to) / 2,
      y,
      text: ({ kind }: Piece) => signOf(kind),
      fill,
      fontWeight: 600,
      ariaDescription,
    });
  return [
    Plot.rect(pieces, {
      x1: 'from',
      x2: 'to',
      y1: y - 0.36,
      y2: y + 0.36,
      fill: ({ kind }: Piece) => seriesStyle(kind).colour,
      fillOpacity: (piece: Piece) => (light(piece) ? 0.25 : 1),
      ariaDescription,
    }),
    // Between pieces of two like colours a line of the page's colour is seen, around a light one a dark one.
    Plot.rect(pieces, {
      x1: 'from',
      x2: 'to',
      y1: y - 0.36,
      y2: y + 0.36,
      fill: 'none',
      stroke: (piece: Piece) => (light(piece) ? seriesStyle(piece.kind).colour : 'var(--page, #ffffff)'),
      ariaDescription,
    }),
    letters(
      roomy.filter((piece) => !light(piece)),
      'var(--page, #ffffff)',
    ),
    letters(roomy.filter(light), 'currentColor'),
    Plot.text([{}], {
      x: total,
      y,
      dx: 6,
      textAnchor: 'start',
      text: () => text,
      ariaDescription,
    }),
  ];
}

function legendEntry(source: string): LegendEntry {
  const kind = kindOf(source);
  return {
    name: `${signOf(kind)}: ${source}`,
    system: undefined,
    style: { ...seriesStyle(kind), symbol: 'square', dash: 'none' },
    line: false,
    hollow: kind >= COLOURS,
  };
}
