import * as Plot from '@observablehq/plot';
import { percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { drawSvg, type LegendEntry, ofSystem, shortName } from './draw.js';
import { markerFill, rateBars } from './rate-bars.js';
import { seriesStyle } from './system-style.js';

/** A rate somewhere along the axis. */
export interface ChartPoint {
  readonly x: number;
  readonly row: MetricRow;
}

/** A line of a chart: what runs through it, and the rates that have markers and bars. */
export interface ChartLine {
  readonly name: string;
  /** Of its system among those of the run. */
  readonly place: number;
  /** What tells it from the other lines; that of its system where it is left out. */
  readonly style?: number;
  readonly points: readonly ChartPoint[];
  /** Finer than the points, where there is more to draw than has an interval. */
  readonly path?: readonly { readonly x: number; readonly y: number }[];
  /** Whether it goes on level to the next point, as counts do. */
  readonly steps?: boolean;
}

/** The axis along which the lines run. */
export interface ChartAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly tickText: (value: number) => string;
}

/** Longer labels of an axis are cut. */
const LONGEST_AXIS = 70;

interface Options {
  readonly id: string;
  readonly label: string;
  readonly x: ChartAxis;
  /** What the rates are, and from where to where they are drawn. */
  readonly y: { readonly label: string; readonly domain: readonly [number, number] };
  readonly lines: readonly ChartLine[];
  /** What else stands beneath the lines. */
  readonly beneath?: readonly Plot.Markish[];
  readonly legend?: readonly LegendEntry[];
}

/**
 * Lines of rates with a bar through each marker from the low to the high end of its interval, and a band that joins them
 * where the lines do not go in steps.
 */
export function lineChart({ id, label, x, y, lines, beneath = [], legend }: Options): string {
  return drawSvg(
    {
      height: 380,
      marginLeft: 66,
      marginRight: 22,
      marginBottom: 44,
      x: {
        type: x.scale,
        domain: [...x.domain],
        ticks: [...x.ticks],
        tickFormat: x.tickText,
        label: `${shortName(x.label, LONGEST_AXIS)} →`,
        grid: true,
      },
      y: {
        domain: [...y.domain],
        ticks: 6,
        tickFormat: percent,
        label: `↑ ${shortName(y.label, LONGEST_AXIS)}`,
        grid: true,
      },
      marks: [
        ...beneath,
        ...lines.flatMap((line, k) =>
          lineMarks(line, { dx: line.steps ? (k - (lines.length - 1) / 2) * BESIDE : 0, crowd: lines.length > CROWD }),
        ),
        Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
      ],
    },
    {
      id,
      label,
      legend:
        legend ?? lines.map(({ name, place, style }) => ({ name, system: place, style: seriesStyle(style ?? place) })),
    },
  );
}

interface Drawn extends ChartPoint {
  readonly value: number;
}

/** Markers of lines in steps stand beside each other, since they would often lie on each other. */
const BESIDE = 5;
/** From so many lines on they are thinner. */
const CROWD = 10;

function lineMarks(
  { place, style = place, points, path, steps = false }: ChartLine,
  { dx, crowd }: { readonly dx: number; readonly crowd: boolean },
): Plot.Markish[] {
  const { colour, dash, symbol } = seriesStyle(style);
  const ariaDescription = ofSystem(place);
  const drawn = points.flatMap((point): Drawn[] =>
    point.row.value === null ? [] : [{ ...point, value: point.row.value }],
  );
  const ends = { y1: ({ row, value }: Drawn) => row.low ?? value, y2: ({ row, value }: Drawn) => row.high ?? value };
  const curve = steps ? 'step-after' : 'linear';
  const bar = (of: readonly Drawn[], strokeDasharray: string) =>
    Plot.ruleX(of, { x: 'x', dx, ...ends, stroke: colour, strokeWidth: 1.2, strokeDasharray, ariaDescription });
  return [
    ...(steps ? [] : [Plot.areaY(drawn, { x: 'x', ...ends, fill: colour, fillOpacity: 0.12, ariaDescription })]),
    Plot.line(path ?? drawn.map(({ x, value }) => ({ x, y: value })), {
      x: 'x',
      y: 'y',
      curve,
      stroke: colour,
      strokeWidth: crowd ? 0.8 : 1.8,
      strokeDasharray: dash,
      ariaDescription,
    }),
    ...rateBars(drawn, bar),
    Plot.dot(drawn, {
      x: 'x',
      y: 'value',
      dx,
      r: 4,
      symbol,
      stroke: colour,
      strokeWidth: 1.5,
      fill: markerFill(colour),
      ariaDescription,
    }),
  ];
}

/** The ticks that have room on an axis of this width, from its far end on. */
export function roomyTicks(
  values: readonly number[],
  [low, high]: readonly [number, number],
  scale: ChartAxis['scale'],
): number[] {
  const at = (value: number) => (scale === 'log' ? Math.log(value) : value);
  const unit = AXIS_WIDTH / (at(high) - at(low));
  const kept: number[] = [];
  for (const value of [...new Set(values)].sort((a, b) => b - a)) {
    const last = kept.at(-1);
    if (last === undefined || (at(last) - at(value)) * unit >= TICK_ROOM) kept.push(value);
  }
  return kept.reverse();
}

const AXIS_WIDTH = 590;
const TICK_ROOM = 40;
