import { levelText } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { EXCLUDED } from '../../results/search/list-names.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { firstIntervals } from '../first-intervals.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { intervalChart } from './interval-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';

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
  const lists = new Set(own.filter(({ metric }) => metric === 'gallery-size').map(({ group }) => group)).size;
  const compared = comparedOf(task, lists);
  const rows = firstIntervals(own).filter(compared.isOf);
  const systems = systemsOfTask(run.record, task).map(({ name }) => ({
    name,
    place: run.record.systems.findIndex((one) => one.name === name),
  }));
  const lines = [...new Set(rows.map(compared.block))].map((label) => ({
    label,
    rates: systems.map(({ name }) => rows.find((row) => row.model === name && compared.block(row) === label)),
  }));
  if (!rows.some(({ value }) => value !== null)) return [];
  const id = figureId('systems', task.id);
  const title = `${compared.title}: ${task.title}`;
  return [
    {
      id,
      title,
      caption: `${compared.good ? 'Further right is better.' : 'Further left is better.'} Each marker is a measured rate, the bar through it the ${levelText(task.level)} interval: values that the data do not exclude. Where bars overlap, the order of two systems may be chance; "falsematch compare" tests it on the same pictures, which is surer than two bars beside each other look. A bar that reaches the left edge goes on to 0. ${MARKERS}`,
      table: {
        columns: [compared.axis, ...systems.map(({ name }) => name)],
        rows: lines.map(({ label, rates }) => [label, ...rates.map((row) => (row ? rateText(row) : ''))]),
      },
      data: { columns: ['system', ...RATE_COLUMNS], rows: rows.map((row) => [row.model, ...rateCells(row)]) },
      svg: intervalChart({ id, label: title, axis: compared.axis, systems, lines, decades: !compared.good }),
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
