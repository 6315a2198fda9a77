import * as Plot from '@observablehq/plot';
import { count, levelText, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { normalQuantile } from '../../statistics/normal.js';
import { firstIntervals } from '../first-intervals.js';
import type { Reported } from '../section.js';
import { curvesOf, type SystemCurve } from './curves.js';
import { dataOf, meansTable, reportedTable, sampledTable } from './det-numbers.js';
import {
  COMPARISONS,
  type DetKind,
  type DetSeries,
  type MarkedPoint,
  type ReportedPoint,
  SEARCHES,
} from './det-series.js';
import { type DeviateAxis, deviateAxis } from './deviate-axis.js';
import { drawSvg, ofSystem } from './draw.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { markerFill } from './rate-bars.js';
import { seriesStyle } from './system-style.js';
import { thinCurve } from './thin-curve.js';

/** Steps that nobody sees on a figure of this size, in standard deviations; coarser ones where lines lie in a bundle. */
const FINE = 0.03;
const COARSE = 0.07;
const CROWD = 10;

/** Where one error is traded for the other: of every task as published, of searches by list. */
export function detFigures(run: Reported): Figure[] {
  return run.record.tasks
    .filter(({ condition, protocol }) => !condition && protocol !== 'plates')
    .flatMap((task) => {
      const curves = curvesOf(run, task);
      const bySize = task.search?.kind === 'sizes' && new Set(curves.map(({ list }) => list)).size > 1;
      if (!bySize) return figureOf(run, task, curves, figureId('det', task.id), '');
      return [...new Set(curves.map(({ system }) => system))].flatMap((system) =>
        figureOf(
          run,
          task,
          curves.filter((one) => one.system === system),
          figureId('det', task.id, system),
          system,
        ),
      );
    });
}

function figureOf(run: Reported, task: TaskRecord, curves: readonly SystemCurve[], id: string, only: string): Figure[] {
  const rows = firstIntervals(run.rows.filter((row) => row.task === task.id));
  const series = curves.map((one, k): DetSeries => {
    const style = only === '' ? one.place : k;
    const reported = reportedPoints(rows, one, task);
    const name = only === '' ? one.system : (one.list ?? one.system);
    return {
      ...one,
      name,
      style,
      points: thinCurve(one.curve, curves.length > CROWD ? COARSE : FINE),
      reported,
      marked: reported.flatMap(markedPoint),
    };
  });
  const drawn = series.filter(({ points }) => points.length > 1);
  if (drawn.length === 0) return [];
  const kind = kindOf(task);
  const floor = labelFloorOf(run, task, drawn);
  const of = only === '' ? task.title : `${task.title}: ${only}`;
  return [
    {
      id,
      title: `${kind.title}: ${of}`,
      caption: captionOf(task, kind, drawn, floor),
      table: tableOf(task, rows, drawn, kind),
      data: dataOf(drawn, kind),
      svg: svgOf(id, of, kind, drawn, floor),
    },
  ];
}

const kindOf = (task: TaskRecord): DetKind => (task.search ? SEARCHES : COMPARISONS);

/** The numbers for people, whatever the run reports of these curves. */
function tableOf(task: TaskRecord, rows: readonly MetricRow[], series: readonly DetSeries[], kind: DetKind) {
  const table = task.search?.kind === 'splits' ? meansTable(rows) : reportedTable(series, kind);
  return table.rows.length > 0 ? table : sampledTable(series, kind);
}

/** The rows that say how often somebody is missed where a target sets the threshold; splits have a mean, and no point. */
function reportedPoints(rows: readonly MetricRow[], { system, list }: SystemCurve, task: TaskRecord): ReportedPoint[] {
  const [missed, falseRate] = task.search ? (['FNIR@FPIR', 'FPIR'] as const) : (['FNMR@FMR', 'FMR'] as const);
  const group = list ?? 'all';
  const own = rows.filter((row) => row.model === system && row.group === group && row.over !== 'subjects');
  return own
    .filter(({ metric, value }) => metric === missed && value !== null)
    .map((row) => ({ row, falseRow: own.find(({ metric, at }) => metric === falseRate && at === row.at) }));
}

function markedPoint({ row, falseRow }: ReportedPoint): MarkedPoint[] {
  const x = falseRow?.value ?? 0;
  if (!falseRow || !(x > 0 && x < 1) || row.value === null || row.low === null || row.high === null) return [];
  const deviate = (rate: number) => normalQuantile(Math.min(Math.max(rate, 1e-9), 1 - 1e-9));
  const [low, high] = [deviate(row.low), deviate(row.high)];
  return [{ row, falseRow, x: normalQuantile(x), y: deviate(row.value), low, high }];
}

function axesOf(series: readonly DetSeries[]): { readonly x: DeviateAxis; readonly y: DeviateAxis } {
  const nonMated = Math.max(...series.map(({ curve }) => curve.nonMatedTrials));
  const mated = Math.max(...series.map(({ curve }) => curve.matedTrials));
  const misses = series.flatMap(({ points, curve, marked }) => [
    ...points.map(({ falseNonMatches }) => falseNonMatches / curve.matedTrials),
    ...marked.flatMap(({ row }) => [row.high ?? 0]),
  ]);
  return {
    x: deviateAxis(0.4 / nonMated, 0.5, 0.1),
    y: deviateAxis(0.6 / mated, Math.min(0.995, Math.max(0.05, ...misses) * 1.05), 0.05),
  };
}

function svgOf(id: string, of: string, kind: DetKind, series: readonly DetSeries[], floor: number | undefined): string {
  const { x, y } = axesOf(series);
  const nonMated = Math.max(...series.map(({ curve }) => curve.nonMatedTrials));
  const mated = Math.max(...series.map(({ curve }) => curve.matedTrials));
  const inside = ({ x: px, y: py }: { x: number; y: number }) =>
    px >= x.domain[0] && px <= x.domain[1] && py >= y.domain[0] && py <= y.domain[1];
  const within = (deviate: number) => Math.min(Math.max(deviate, y.domain[0]), y.domain[1]);
  const untold = 'var(--untold, #e4e4e4)';
  return drawSvg(
    {
      height: 460,
      marginLeft: 64,
      marginRight: 18,
      marginBottom: 44,
      x: { domain: [...x.domain], ticks: [...x.ticks], tickFormat: x.tickFormat, label: `${kind.x} →`, grid: true },
      y: { domain: [...y.domain], ticks: [...y.ticks], tickFormat: y.tickFormat, label: `↑ ${kind.y}`, grid: true },
      marks: [
        Plot.rect([{}], {
          x1: x.domain[0],
          x2: normalQuantile(1 / nonMated),
          y1: y.domain[0],
          y2: y.domain[1],
          fill: untold,
        }),
        Plot.rect([{}], {
          x1: x.domain[0],
          x2: x.domain[1],
          y1: y.domain[0],
          y2: normalQuantile(1 / mated),
          fill: untold,
        }),
        ...(floor === undefined ? [] : [labelFloorMark(floor, x.domain[0], y.domain)]),
        ...series.flatMap(({ place, style, points, marked }) => {
          const { colour, dash, symbol } = seriesStyle(style);
          const ariaDescription = ofSystem(place);
          const band = marked.map((point) => ({ ...point, low: within(point.low), high: within(point.high) }));
          const stroke = { stroke: colour, strokeWidth: series.length > CROWD ? 0.8 : 1.8, ariaDescription };
          return [
            Plot.areaY(band, { x: 'x', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.14, ariaDescription }),
            Plot.line(points.filter(inside), { x: 'x', y: 'y', ...stroke, strokeDasharray: dash }),
            Plot.ruleX(band, { x: 'x', y1: 'low', y2: 'high', ...stroke, strokeWidth: 1.2 }),
            Plot.dot(marked.filter(inside), {
              x: 'x',
              y: 'y',
              symbol,
              r: 4,
              ...stroke,
              fill: markerFill(colour),
            }),
          ];
        }),
        Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
      ],
    },
    {
      id,
      label: `${kind.title}, ${of}`,
      legend: legendOf(series),
    },
  );
}

/** Of ten splits of one system one entry is enough. */
function legendOf(series: readonly DetSeries[]) {
  const names = [...new Set(series.map(({ name }) => name))];
  return names.flatMap((name) => {
    const one = series.find((candidate) => candidate.name === name);
    return one ? [{ name, system: one.place, style: seriesStyle(one.style) }] : [];
  });
}

/** The false-match rate below which the labels of the dataset are measured, where the comparisons reach as far. */
function labelFloorOf({ record }: Reported, task: TaskRecord, series: readonly DetSeries[]): number | undefined {
  if (task.search) return undefined;
  const floor = record.datasets.find(({ name }) => name === task.dataset)?.labelFloor?.fmr ?? 0;
  return floor > 1 / Math.max(...series.map(({ curve }) => curve.nonMatedTrials)) ? floor : undefined;
}

/** Left of it the labels of the dataset are measured: shaded, up to an upright line. */
function labelFloorMark(floor: number, from: number, [low, high]: readonly [number, number]): Plot.Markish {
  const end = normalQuantile(floor);
  const edge = { x1: end, x2: end, y1: low, y2: high };
  const shade = { x1: from, x2: end, y1: low, y2: high };
  return [
    Plot.rect([shade], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', fill: 'var(--untold, #e4e4e4)', fillOpacity: 0.6 }),
    Plot.link([edge], { x1: 'x1', x2: 'x2', y1: 'y1', y2: 'y2', stroke: 'currentColor', strokeDasharray: '2 3' }),
  ];
}

function captionOf(task: TaskRecord, kind: DetKind, series: readonly DetSeries[], floor: number | undefined): string {
  const nonMated = Math.max(...series.map(({ curve }) => curve.nonMatedTrials));
  const mated = Math.max(...series.map(({ curve }) => curve.matedTrials));
  const labels =
    floor === undefined
      ? ''
      : ` Left of the dotted line, at ${percent(floor)}, labels of the dataset that are wrong are measured, not the systems.`;
  const splits =
    task.search?.kind === 'splits'
      ? ` There is one line for each of the ${new Set(series.map(({ list }) => list)).size} divisions of the pictures.`
      : '';
  const marked = series.some(({ marked: points }) => points.length > 0)
    ? ` Markers are the operating points that the run reports; the bars through them are ${levelText(task.level)} intervals of ${kind.yName} that set the threshold anew, and the band joins them for the eye. A marker that is not filled is one that the data cannot resolve; those in the grey margins are not drawn.`
    : '';
  return `Every threshold trades one error for the other: moving along a line to the left admits fewer strangers and misses more people. Lower and further left is better. Axes are of normal deviates, as usual for such curves (DET).${splits}${marked} In the grey margins fewer than one of ${count(nonMated)} ${task.search ? 'searches for people who are not on the list' : 'comparisons of two people'}, or of ${count(mated)} ${task.search ? 'for people who are' : 'of one person'}, would be an error: nobody can count that. With few errors the data leave much more open than that, as the bars show.${labels} Failures count as misses.`;
}
