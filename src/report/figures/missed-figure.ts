import * as Plot from '@observablehq/plot';
import { levelText, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { EXCLUDED } from '../../results/search/list-names.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { firstIntervals } from '../first-intervals.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import { drawSvg, ofSystem, shortName } from './draw.js';
import type { Figure } from './figure.js';
import { seriesStyle } from './system-style.js';

/** What is compared between systems on a task: one block of rows for each operating point, or text rule. */
interface Compared {
  readonly title: string;
  readonly axis: string;
  readonly good: boolean;
  readonly isOf: (row: MetricRow) => boolean;
  readonly block: (row: MetricRow) => string;
}

/** How often each system misses somebody, or reads a plate right, with intervals: the systems beside each other. */
export function missedFigures(run: Reported): Figure[] {
  return run.record.tasks.filter(({ condition }) => !condition).flatMap((task) => figureOf(run, task));
}

function figureOf(run: Reported, task: TaskRecord): Figure[] {
  const own = run.rows.filter((row) => row.task === task.id);
  const compared = comparedOf(
    task,
    new Set(own.filter(({ metric }) => metric === 'gallery-size').map(({ group }) => group)).size,
  );
  const rows = firstIntervals(own).filter(
    (row) => row.value !== null && row.low !== null && row.high !== null && compared.isOf(row),
  );
  if (rows.length === 0) return [];
  const names = systemsOfTask(run.record, task).map(({ name }) => name);
  const blocks = [...new Set(rows.map(compared.block))];
  const id = `systems-${task.id}`;
  const [first] = rows;
  return [
    {
      id,
      title: `${compared.title}: ${task.title}`,
      caption: `${compared.good ? 'Further right is better.' : 'Further left is better.'} Each marker is a measured rate, the bar through it the ${levelText(first?.level ?? task.level)} interval: values that the data do not exclude. Where bars overlap, the order of two systems may be chance; "falsematch compare" tests it on the same pictures, which is surer than two bars beside each other look. A marker that is not filled is a rate that the data cannot resolve: read its bar, not its place. A bar that reaches the left edge goes on to 0.`,
      table: {
        columns: ['system', 'at', compared.axis],
        rows: rows.map((row) => [row.model, compared.block(row), rateText(row)]),
      },
      data: {
        columns: ['system', 'at', 'value', 'low', 'high', 'level', 'errors', 'trials', 'resolvable'],
        rows: rows.map((row) => [
          row.model,
          compared.block(row),
          row.value,
          row.low,
          row.high,
          row.level,
          row.errors,
          row.trials,
          row.resolvable,
        ]),
      },
      svg: svgOf(id, task, compared, { run, rows, names, blocks }),
    },
  ];
}

function comparedOf(task: TaskRecord, lists: number): Compared {
  if (task.plates) {
    return {
      title: 'Plates read right',
      axis: 'read right from end to end',
      good: true,
      isOf: ({ metric, group, at }) =>
        metric === 'plate-exact' && group === 'all' && ['strict', 'O=0, I=1'].includes(at),
      block: ({ at }) => at,
    };
  }
  if (task.search?.kind === 'splits') {
    return {
      title: 'Listed people found',
      axis: 'found first and above the threshold (DIR)',
      good: true,
      isOf: ({ metric, group }) => metric === 'TPIR@FPIR-rank-1' && group === 'all',
      block: ({ at }) => `FPIR ${at}`,
    };
  }
  if (task.search) {
    return {
      title: 'Listed people missed',
      axis: 'missed (FNIR)',
      good: false,
      isOf: ({ metric, group }) => metric === 'FNIR@FPIR' && !group.includes(EXCLUDED),
      block: ({ at, group }) => (lists > 1 ? `${group}, FPIR ${at}` : `FPIR ${at}`),
    };
  }
  return {
    title: 'People missed, by system',
    axis: 'missed (FNMR)',
    good: false,
    isOf: ({ metric, group, over }) => metric === 'FNMR@FMR' && group === 'all' && over === 'comparisons',
    block: ({ at }) => `FMR ${at}`,
  };
}

interface Drawn {
  readonly run: Reported;
  readonly rows: readonly MetricRow[];
  readonly names: readonly string[];
  readonly blocks: readonly string[];
}

/** A block of rows an operating point, a line of it a system. */
function svgOf(id: string, task: TaskRecord, compared: Compared, { run, rows, names, blocks }: Drawn): string {
  const lines = blocks.flatMap((block) => names.map((name) => `${block}\n${name}`));
  const lineOf = (row: MetricRow) => `${compared.block(row)}\n${row.model}`;
  const place = (name: string) => run.record.systems.findIndex((one) => one.name === name);
  const height = 28 + 44 + lines.length * 22;
  const { axis, from } = axisOf(rows, compared);
  return drawSvg(
    {
      height,
      marginLeft: 250,
      marginRight: 24,
      marginBottom: 44,
      x: { label: `${compared.axis} →`, tickFormat: (rate: number) => percent(rate), grid: true, ...axis },
      y: { domain: lines, label: null, axis: null, padding: 0.3 },
      marks: [
        ...names.flatMap((name) => {
          const own = rows.filter(({ model }) => model === name);
          const { colour, symbol } = seriesStyle(place(name));
          const ariaDescription = ofSystem(place(name));
          const common = { y: lineOf, stroke: colour, ariaDescription };
          return [
            Plot.text(own, {
              y: lineOf,
              frameAnchor: 'left',
              dx: -8,
              textAnchor: 'end',
              text: (row: MetricRow) => `${compared.block(row)}, ${shortName(row.model, 24)}`,
              fill: 'currentColor',
              ariaDescription,
            }),
            Plot.ruleY(own, {
              ...common,
              x1: ({ low }: MetricRow) => Math.max(low ?? 0, from),
              x2: ({ high }: MetricRow) => Math.max(high ?? 0, from),
              strokeWidth: 2,
            }),
            Plot.dot(own, {
              ...common,
              x: ({ value }: MetricRow) => Math.max(value ?? 0, from),
              symbol: symbol as Plot.SymbolType,
              r: 4.5,
              strokeWidth: 1.5,
              fill: (row: MetricRow) => (row.resolvable === 'yes' ? colour : 'var(--page, #ffffff)'),
            }),
          ];
        }),
        Plot.frame({ stroke: 'currentColor', strokeOpacity: 0.4 }),
      ],
    },
    { id, label: `${compared.title}, ${task.title}` },
  );
}

/** Rates of errors that differ by powers of ten need a logarithmic axis, which has no 0: they stop at its left end. */
function axisOf(
  rows: readonly MetricRow[],
  { good }: Compared,
): { readonly axis: Plot.ScaleOptions; readonly from: number } {
  const highest = Math.max(...rows.map(({ high }) => high ?? 0));
  const positive = rows.flatMap(({ low, value }) => [low ?? 0, value ?? 0]).filter((rate) => rate > 0);
  const lowest = Math.min(...positive);
  if (good || positive.length === 0 || highest / lowest < 30) return { axis: { zero: !good, nice: true }, from: 0 };
  const from = 10 ** Math.floor(Math.log10(lowest));
  return { axis: { type: 'log', domain: [from, Math.min(1, highest * 1.3)], ticks: 5 }, from };
}
