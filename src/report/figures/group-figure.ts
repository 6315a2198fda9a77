import { count, levelText, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { type GroupRates, groupRatesOf } from './group-rates.js';
import { intervalChart } from './interval-chart.js';
import { MARKERS, RATE_COLUMNS, rateCells } from './rate-cells.js';

const KINDS = [
  { metric: 'FMR', title: 'False matches', axis: 'false match rate (FMR), two people of the group' },
  { metric: 'FNMR', title: 'Missed', axis: 'missed (FNMR), people of the group' },
] as const;

/** With more there is no room on a page; all of them stand in the numbers. */
const MOST_GROUPS = 24;

/** Who is hurt: false matches within the groups of people and misses of them, for every attribute or cross that a task groups by. */
export function groupFigures(run: Reported): Figure[] {
  return groupRatesOf(run).flatMap((rates) => KINDS.flatMap((kind) => kindFigure(rates, kind)));
}

function kindFigure(rates: GroupRates, { metric, title: name, axis }: (typeof KINDS)[number]): Figure[] {
  const { task, heading, at, groups, systems, within } = rates;
  const lines = groups.map((group) => ({
    label: group,
    rates: systems.map((system) => within(metric, group, system.name)),
  }));
  if (lines.every((line) => line.rates.every((row) => row === undefined || row.value === null))) return [];
  const id = figureId('groups', task.id, rates.idPart, metric);
  const title = `${name} by ${heading}, at FMR ${at}: ${task.title}`;
  const drawn = lines.length > MOST_GROUPS ? largest(lines) : lines;
  return [
    {
      id,
      title,
      caption: captionOf(rates, metric, lines.length - drawn.length),
      table: {
        columns: [heading, ...systems.map((system) => system.name)],
        rows: lines.map(({ label, rates: own }) => [label, ...own.map((row) => (row ? rateText(row) : ''))]),
      },
      data: {
        columns: [heading, 'system', ...RATE_COLUMNS],
        rows: lines.flatMap(({ label, rates: own }) =>
          own.flatMap((row, k) => (row ? [[label, systems[k]?.name ?? '', ...rateCells(row)]] : [])),
        ),
      },
      svg: intervalChart({
        id,
        label: title,
        axis,
        systems,
        lines: drawn,
        reference: metric === 'FMR' ? Number(at) : undefined,
      }),
    },
  ];
}

interface Line {
  readonly label: string;
  readonly rates: readonly (MetricRow | undefined)[];
}

/** Those with most trials, in the order of all. */
function largest(lines: readonly Line[]): Line[] {
  const trials = (line: Line) => Math.max(0, ...line.rates.map((row) => row?.trials ?? 0));
  const kept = new Set([...lines].sort((a, b) => trials(b) - trials(a)).slice(0, MOST_GROUPS));
  return lines.filter((line) => kept.has(line));
}

function captionOf({ task, heading, at }: GroupRates, metric: 'FMR' | 'FNMR', left: number): string {
  const counted =
    metric === 'FMR'
      ? `Of the comparisons of two different people of the same group, the share that is taken for one person. The dashed line is the target that the threshold keeps over all comparisons, ${percent(Number(at))}: people of different groups are taken for each other less often, so all groups may lie to its right.`
      : 'Of the comparisons of two pictures of one person of the group, the share that is taken for two people.';
  const others =
    left > 0 ? ` ${count(left)} groups with fewer comparisons are left out here and stand in the numbers.` : '';
  return `One line a group by ${heading}, one marker a system, one threshold for everybody. ${counted} The bars are ${levelText(task.level)} intervals for the threshold as it is; further left is better. Bars that overlap much say that the data cannot tell the groups apart. Shown is the strictest target at which the data resolve more than half of the false-match rates of groups, or the one with most.${others} ${MARKERS}`;
}
