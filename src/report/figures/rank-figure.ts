import { cumulativeMatch } from '../../metrics/identification/curves.js';
import { count, levelText, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { firstIntervals } from '../first-intervals.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import type { LegendEntry } from './draw.js';
import type { Figure, FigureCell } from './figure.js';
import { figureId } from './figure-id.js';
import { type ChartLine, lineChart } from './line-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';
import { searchListsOf } from './search-lists-of.js';
import { seriesStyle } from './system-style.js';

/** One curve: how many of the mated searches find the mate at each rank or better. */
interface RankLine extends ChartLine {
  readonly system: string;
  readonly list: string;
  readonly hits: Float64Array;
  readonly trials: number;
}

const LAST_RANK = 50;
const TICKS = [1, 2, 5, 10, 20, 50];

/** How far down the list of candidates the mate stands (CMC): of every search as published, of several lists one figure a system. */
export function rankFigures(run: Reported): Figure[] {
  return run.record.tasks
    .filter(({ search, condition }) => search && !condition)
    .flatMap((task) => {
      const lines = linesOf(run, task);
      const lists = new Set(lines.map(({ list }) => list));
      if (lists.size <= 1 || task.search?.kind === 'splits') return rankFigure(task, lines, '');
      return [...new Set(lines.map(({ system }) => system))].flatMap((system) =>
        rankFigure(
          task,
          lines.filter((line) => line.system === system).map((line, style) => ({ ...line, name: line.list, style })),
          system,
        ),
      );
    });
}

function linesOf(run: Reported, task: TaskRecord): RankLine[] {
  const rows = firstIntervals(run.rows.filter((row) => row.task === task.id && row.metric === 'TPIR@rank'));
  return systemsOfTask(run.record, task).flatMap(({ name: system }) =>
    searchListsOf(run, task, system).flatMap(({ name: list, searches }): RankLine[] => {
      const last = Math.min(LAST_RANK, searches.gallerySubjects);
      const { hits, trials } = last < 1 ? { hits: new Float64Array(), trials: 0 } : cumulativeMatch(searches, last);
      if (trials === 0) return [];
      return [
        {
          name: system,
          place: run.record.systems.findIndex(({ name }) => name === system),
          system,
          list,
          hits,
          trials,
          steps: true,
          path: Array.from(hits, (hit, k) => ({ x: k + 1, y: hit / trials })),
          points: rows.flatMap((row) =>
            row.model === system && row.group === list ? [{ x: Number(row.at), row }] : [],
          ),
        },
      ];
    }),
  );
}

function rankFigure(task: TaskRecord, lines: readonly RankLine[], only: string): Figure[] {
  const [first] = lines;
  if (!first) return [];
  const id = only === '' ? figureId('ranks', task.id) : figureId('ranks', task.id, only);
  const title = `Where the mate stands among the candidates: ${task.title}${only === '' ? '' : `, ${only}`}`;
  const last = Math.max(2, ...lines.map(({ hits }) => hits.length));
  const splits = task.search?.kind === 'splits';
  // The bars of ten divisions would lie on each other.
  const drawn = splits ? lines.map((line) => ({ ...line, points: [] })) : lines;
  return [
    {
      id,
      title,
      caption: captionOf(task, drawn, only),
      table: {
        columns: [only === '' ? 'system' : 'list', 'rank', 'mate found (TPIR)'],
        rows: lines.flatMap(({ name, list, points }) =>
          points.map(({ x, row }) => [splits ? `${name}, ${list}` : name, String(x), rateText(row)]),
        ),
      },
      data: {
        columns: ['system', 'list', 'rank', 'hits', 'matedSearches', 'tpir', ...RATE_COLUMNS],
        rows: lines.flatMap(dataRows),
      },
      svg: lineChart({
        id,
        label: title,
        x: {
          label: 'rank, the best candidate first',
          scale: 'log',
          domain: [0.94, last * 1.06],
          ticks: TICKS.filter((rank) => rank <= last),
          tickText: String,
        },
        y: { label: 'mate found at this rank or better (TPIR)', domain: [lowest(drawn), 1] },
        lines: drawn,
        legend: legendOf(lines),
      }),
    },
  ];
}

/** Of ten divisions of one system one entry is enough. */
function legendOf(lines: readonly RankLine[]): LegendEntry[] {
  const names = [...new Set(lines.map(({ name }) => name))];
  return names.flatMap((name) => {
    const line = lines.find((one) => one.name === name);
    return line ? [{ name, system: line.place, style: seriesStyle(line.style ?? line.place) }] : [];
  });
}

function dataRows({ system, list, hits, trials, points }: RankLine): FigureCell[][] {
  return Array.from(hits, (hit, k) => {
    const row = points.find(({ x }) => x === k + 1)?.row;
    const cells: readonly FigureCell[] = row ? rateCells(row) : RATE_COLUMNS.map(() => null);
    return [system, list, k + 1, hit, trials, hit / trials, ...cells];
  });
}

/** A little below the lowest end that is drawn, on a whole step of the axis. */
function lowest(lines: readonly RankLine[]): number {
  const ends = lines.flatMap(({ path = [], points }) => [
    ...path.map(({ y }) => y),
    ...points.map(({ row }: { row: MetricRow }) => row.low ?? 1),
  ]);
  const room = (1 - Math.min(...ends, 0.99)) * 1.05;
  const step = 10 ** Math.floor(Math.log10(room)) / 2;
  return Math.max(0, 1 - Math.ceil(room / step) * step);
}

function captionOf(task: TaskRecord, lines: readonly RankLine[], only: string): string {
  const trials = [...new Set(lines.map((line) => line.trials))];
  const of =
    trials.length === 1
      ? `${count(trials[0] ?? 0)} searches`
      : `${count(Math.min(...trials))} to ${count(Math.max(...trials))} searches`;
  const each =
    task.search?.kind === 'splits'
      ? 'One line a system and division of the pictures'
      : only === ''
        ? 'One line a system'
        : 'One line a list';
  const from = lowest(lines);
  const axis = from > 0 ? ` The axis begins at ${percent(from)}, not at zero.` : '';
  const bars =
    task.search?.kind === 'splits'
      ? ''
      : ` Markers are the ranks that the run reports, with bars of ${levelText(task.level)} intervals; those of different lines stand a little beside each other. ${MARKERS}`;
  return `The share of ${of} for people who are on the list, in which the mate is the best candidate (rank 1), among the best two, and so on, whatever its score (CMC). No threshold is set, so this says nothing of false alarms: every passer-by who is not on the list has a best candidate too. Higher is better. ${each}. Other candidates with the same score stand before the mate, and failed searches find nobody.${axis}${bars}`;
}
