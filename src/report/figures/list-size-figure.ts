import * as Plot from '@observablehq/plot';
import { count, levelText, percent } from '../../results/figure-text.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import { type LegendEntry, ofSystem } from './draw.js';
import type { Figure, FigureData } from './figure.js';
import { figureId } from './figure-id.js';
import { endOf } from './interval-chart.js';
import { type ChartAxis, type ChartLine, type ChartPoint, lineChart, roomyTicks } from './line-chart.js';
import { listSizesOf, type SizedTask } from './list-sizes.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';
import { seriesStyle } from './system-style.js';

/** What a longer list does: false alarms while the threshold stays, and misses at the same share of false alarms. */
export function listSizeFigures(run: Reported): Figure[] {
  return run.record.tasks.flatMap((task) => {
    const sized = listSizesOf(run, task);
    return sized ? [...alarmFigure(sized), ...missFigure(sized)] : [];
  });
}

/** The points of one system. */
interface Series {
  readonly name: string;
  readonly place: number;
  readonly points: readonly ChartPoint[];
}

function alarmFigure(sized: SizedTask): Figure[] {
  const { task, at, systems, fixed } = sized;
  const measured = systems.map((system): Series => ({ ...system, points: fixed('FPIR', system.name) }));
  const predicted = systems.map((system): Series => ({ ...system, points: fixed('FPIR-predicted', system.name) }));
  if (!measured.some(({ points }) => points.length > 1)) return [];
  const all = [...measured, ...predicted];
  const id = figureId('list-size', task.id, 'alarms');
  const title = `False alarms as the list grows, at the threshold for FPIR ${at} of one list: ${task.title}`;
  const legend: LegendEntry[] = [
    ...measured.map(({ name, place }) => ({ name, system: place, style: seriesStyle(place) })),
    {
      name: 'predicted from single comparisons',
      system: undefined,
      style: { colour: 'currentColor', dash: PREDICTED, symbol: 'times' },
    },
  ];
  return [
    {
      id,
      title,
      caption: `Somebody sets a threshold once and then puts more people on the list: the share of searches for passers-by who are not on it that raise a false alarm. Markers are measured, with ${levelText(task.level)} intervals for the threshold as it is, which the band joins for the eye. The thin dotted lines with crosses are what the false match rate of single comparisons predicts, 1 - (1 - FMR)^N for N people, as if the comparisons of one search were independent; where people are alike it lies above what is measured. Lower is better. ${MARKERS}`,
      table: {
        columns: ['people on the list', ...systems.flatMap(({ name }) => [`${name}: measured`, `${name}: predicted`])],
        rows: linesOfTable(
          sized,
          measured.flatMap((one, k) => [one.points, predicted[k]?.points ?? []]),
        ),
      },
      data: dataOf(all),
      svg: lineChart({
        id,
        label: title,
        x: sizeAxis(sized),
        y: { label: 'false alarms (FPIR)', domain: [0, highest(all)] },
        lines: measured,
        beneath: predicted.flatMap(predictedMarks),
        legend,
      }),
    },
  ];
}

const PREDICTED = '1.5 3';

function predictedMarks({ place, points }: Series): Plot.Markish[] {
  const { colour: stroke } = seriesStyle(place);
  const drawn = points.flatMap(({ x, row }) => (row.value === null ? [] : [{ x, y: row.value }]));
  const where = { x: 'x', y: 'y', stroke, ariaDescription: ofSystem(place) };
  return [
    Plot.line(drawn, { ...where, strokeWidth: 1.3, strokeDasharray: PREDICTED }),
    Plot.dot(drawn, { ...where, symbol: 'times', r: 4 }),
  ];
}

function missFigure(sized: SizedTask): Figure[] {
  const { task, at, systems, own } = sized;
  const lines = systems.map((system): Series => ({ ...system, points: own('FNIR@FPIR', system.name) }));
  if (!lines.some(({ points }) => points.length > 1)) return [];
  const id = figureId('list-size', task.id, 'misses');
  const title = `Misses as the list grows, at FPIR ${at}: ${task.title}`;
  return [
    {
      id,
      title,
      caption: `Here the threshold is set anew for each list, so that of the searches for passers-by who are not on it no more than ${percent(Number(at))} raise a false alarm: a longer list needs a higher threshold, and misses more of the people who are on it. The bars are ${levelText(task.level)} intervals that set the threshold anew, and the band joins them for the eye. Lower is better. Failed searches count as misses. ${MARKERS}`,
      table: {
        columns: ['people on the list', ...systems.map(({ name }) => `${name}: missed (FNIR)`)],
        rows: linesOfTable(
          sized,
          lines.map(({ points }) => points),
        ),
      },
      data: dataOf(lines),
      svg: lineChart({
        id,
        label: title,
        x: sizeAxis(sized),
        y: { label: 'missed (FNIR)', domain: [0, highest(lines)] },
        lines: lines satisfies readonly ChartLine[],
      }),
    },
  ];
}

/** A line a list, a column each series. */
function linesOfTable({ lists }: SizedTask, columns: readonly (readonly ChartPoint[])[]): string[][] {
  return lists.map(({ size }) => [
    count(size),
    ...columns.map((points) => {
      const found = points.find(({ x }) => x === size);
      return found ? rateText(found.row) : '';
    }),
  ]);
}

function dataOf(series: readonly Series[]): FigureData {
  return {
    columns: ['listSize', 'system', ...RATE_COLUMNS],
    rows: series.flatMap(({ name, points }) => points.map(({ x, row }) => [x, name, ...rateCells(row)])),
  };
}

function sizeAxis({ lists }: SizedTask): ChartAxis {
  const values = lists.map(({ size }) => size);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const domain = [low / 1.06, high * 1.06] as const;
  return {
    label: 'people on the list',
    scale: 'log',
    domain,
    ticks: roomyTicks(values, domain, 'log'),
    tickText: count,
  };
}

function highest(series: readonly Series[]): number {
  const ends = series.flatMap(({ points }) => points.map(({ row }) => endOf(row)));
  return Math.min(1, Math.max(1e-9, ...ends) * 1.04);
}
