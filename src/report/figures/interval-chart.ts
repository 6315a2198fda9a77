import * as Plot from '@observablehq/plot';
import { percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { drawSvg, ofSystem, shortName } from './draw.js';
import { labelWidth } from './label-width.js';
import { markerFill, rateBars } from './rate-bars.js';
import { seriesStyle } from './system-style.js';

/** A system of a chart: its name, and its place among those of the run. */
export interface ChartSystem {
  readonly name: string;
  readonly place: number;
}

/** One line of a chart of dots: what it is about, and the rate of each system, where there is one. */
export interface IntervalLine {
  readonly label: string;
  readonly rates: readonly (MetricRow | undefined)[];
}

interface Options {
  readonly id: string;
  readonly label: string;
  /** What the rates are, along the axis. */
  readonly axis: string;
  readonly systems: readonly ChartSystem[];
  readonly lines: readonly IntervalLine[];
  /** A rate that a line across the chart marks, such as the target. */
  readonly reference?: number | undefined;
  /** Whether rates that differ by powers of ten get a logarithmic axis, which has no 0: what is less stops at its left end. */
  readonly decades?: boolean;
}

const LONGEST_LABEL = 30;
const NARROW = { step: 11, least: 24 };

/** Dots with bars from the low to the high end of their intervals, one line below the other, the systems of a line side by side. */
export function intervalChart({ id, label, axis, systems, lines, reference, decades = false }: Options): string {
  const height = Math.max(NARROW.least, systems.length * NARROW.step + 10);
  const labels = lines.map((line) => shortName(line.label, LONGEST_LABEL));
  const marginLeft = 20 + Math.max(...labels.map(labelWidth));
  const scale = scaleOf(lines, reference, decades);
  const bottom = lines.length - 0.5;
  return drawSvg(
    {
      height: 28 + 46 + lines.length * height,
      marginLeft,
      marginRight: 24,
      marginBottom: 46,
      x: {
        ...scale,
        ticks: 6,
        tickFormat: percent,
        label: `${shortName(axis, 70)} →`,
        labelAnchor: 'right',
        grid: true,
      },
      // Plot leaves out ticks that it takes for too many; the lines of a chart all have their label.
      y: {
        domain: [bottom, -0.5],
        ticks: labels.map((_, k) => k),
        tickFormat: (k: number) => labels[k] ?? '',
        label: null,
        tickSize: 0,
      },
      marks: [
        Plot.ruleY(
          lines.slice(1).map((_, k) => k + 0.5),
          { stroke: 'currentColor', strokeOpacity: 0.15 },
        ),
        ...(reference === undefined
          ? []
          : [Plot.ruleX([reference], { stroke: 'currentColor', strokeDasharray: '4 3', strokeOpacity: 0.8 })]),
        ...systems.flatMap(({ place }, k) =>
          systemMarks(lines, scale.domain[0], place, k, (k - (systems.length - 1) / 2) * NARROW.step),
        ),
        Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
      ],
    },
    {
      id,
      label,
      legend: systems.map(({ name, place }) => ({ name, system: place, style: seriesStyle(place), line: false })),
    },
  );
}

/** How far to the right a rate is drawn; what has no value is not. */
export const endOf = (row: MetricRow | undefined): number => (row && row.value !== null ? (row.high ?? row.value) : 0);

/** Room for the longest bar, and for the reference. */
function highest(lines: readonly IntervalLine[], reference = 0): number {
  const ends = lines.flatMap(({ rates }) => rates.map(endOf));
  return Math.min(1, Math.max(...ends, reference, 1e-9) * 1.04);
}

interface Scale {
  readonly type: 'linear' | 'log';
  readonly domain: [number, number];
}

/** Logarithmic where the highest end is more than thirty times the lowest rate above 0. */
function scaleOf(lines: readonly IntervalLine[], reference: number | undefined, decades: boolean): Scale {
  const top = highest(lines, reference);
  const above = lines
    .flatMap(({ rates }) => rates.flatMap((row) => [row?.low ?? 0, row?.value ?? 0]))
    .filter((rate) => rate > 0);
  const lowest = Math.min(...above);
  if (!decades || above.length === 0 || top / lowest < 30) return { type: 'linear', domain: [0, top] };
  return { type: 'log', domain: [10 ** Math.floor(Math.log10(lowest)), top] };
}

interface Drawn {
  readonly y: number;
  readonly row: MetricRow & { readonly value: number };
}

function systemMarks(
  lines: readonly IntervalLine[],
  from: number,
  place: number,
  k: number,
  dy: number,
): Plot.Markish[] {
  const { colour, symbol } = seriesStyle(place);
  const ariaDescription = ofSystem(place);
  const drawn = lines.flatMap(({ rates }, y): Drawn[] => {
    const row = rates[k];
    return row && row.value !== null ? [{ y, row: { ...row, value: row.value } }] : [];
  });
  const absent = lines.flatMap(({ rates }, y) => {
    const row = rates[k];
    return row && row.value === null ? [{ y, text: row.trials === 0 ? 'no trial' : 'not given' }] : [];
  });
  const bar = (of: readonly Drawn[], strokeDasharray: string) =>
    Plot.ruleY(of, {
      y: 'y',
      x1: ({ row }: Drawn) => Math.max(from, row.low ?? row.value),
      x2: ({ row }: Drawn) => Math.max(from, row.high ?? row.value),
      dy,
      stroke: colour,
      strokeWidth: 1.6,
      strokeDasharray,
      ariaDescription,
    });
  return [
    ...rateBars(drawn, bar),
    Plot.dot(drawn, {
      y: 'y',
      x: ({ row }: Drawn) => Math.max(from, row.value),
      dy,
      r: 4,
      symbol,
      stroke: colour,
      strokeWidth: 1.5,
      fill: markerFill(colour),
      ariaDescription,
    }),
    Plot.text(absent, {
      y: 'y',
      x: from,
      dy,
      dx: 6,
      text: 'text',
      fontSize: 10,
      textAnchor: 'start',
      fill: colour,
      ariaDescription,
    }),
  ];
}
