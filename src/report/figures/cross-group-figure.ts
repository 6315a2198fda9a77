import { count, levelText, percent } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { rateText } from '../format.js';
import type { Reported } from '../section.js';
import type { Figure } from './figure.js';
import { figureId } from './figure-id.js';
import { type GroupRates, groupRatesOf } from './group-rates.js';
import type { ChartSystem } from './interval-chart.js';
import { matrixChart } from './matrix-chart.js';
import { isResolved } from './rate-bars.js';
import { RATE_COLUMNS, rateCells } from './rate-cells.js';

/** Two groups, the first not before the second, and how often people of them are taken for each other. */
interface Couple {
  readonly row: number;
  readonly column: number;
  readonly groups: readonly [string, string];
  readonly rate: MetricRow;
}

/** With more the cells have no room for their text; all couples stand in the numbers. */
const MOST_GROUPS = 10;

/** Who is taken for whom: false matches of every two groups and within each, one matrix a system, attribute or cross. */
export function crossGroupFigures(run: Reported): Figure[] {
  return groupRatesOf(run).flatMap((rates) => rates.systems.flatMap((system) => matrixFigure(rates, system)));
}

function matrixFigure(rates: GroupRates, { name, place }: ChartSystem): Figure[] {
  const { task, heading, at, groups } = rates;
  const couples = couplesOf(rates, groups, name);
  if (!couples.some(({ groups: [a, b], rate }) => a !== b && rate.value !== null)) return [];
  const id = figureId('cross-groups', task.id, rates.idPart, name);
  const title = `Taken for each other, by ${heading}, at FMR ${at}: ${task.title}, ${name}`;
  const shown = groups.length > MOST_GROUPS ? largest(groups, couples) : groups;
  const drawn = shown === groups ? couples : couplesOf(rates, shown, name);
  const highest = Math.max(...drawn.map(({ rate }) => rate.value ?? 0), 1e-9);
  return [
    {
      id,
      title,
      caption: captionOf(rates, groups.length - shown.length),
      table: {
        columns: [heading, 'and', `false matches (FMR), ${name}`],
        rows: couples.map(({ groups: [a, b], rate }) => [a, b, rateText(rate)]),
      },
      data: {
        columns: ['a', 'b', 'system', ...RATE_COLUMNS],
        rows: couples.map(({ groups: [a, b], rate }) => [a, b, name, ...rateCells(rate)]),
      },
      svg: matrixChart({
        id,
        label: title,
        rows: shown,
        columns: shown,
        cells: drawn.map(({ row, column, rate }) => ({
          row,
          column,
          shade: (rate.value ?? 0) / highest,
          text: cellText(rate),
          unresolved: !isSure(rate),
        })),
        place,
        size: { least: 48, most: 110 },
      }),
    },
  ];
}

/** Each two groups once, below the diagonal, and each with itself on it. */
function couplesOf({ between }: GroupRates, groups: readonly string[], system: string): Couple[] {
  return groups.flatMap((a, row) =>
    groups.slice(0, row + 1).flatMap((b, column): Couple[] => {
      const rate = between(a, b, system);
      return rate ? [{ row, column, groups: [a, b], rate }] : [];
    }),
  );
}

function largest(groups: readonly string[], couples: readonly Couple[]): string[] {
  const trials = (group: string) =>
    couples.reduce((sum, { groups: own, rate }) => sum + (own.includes(group) ? (rate.trials ?? 0) : 0), 0);
  const kept = new Set([...groups].sort((a, b) => trials(b) - trials(a)).slice(0, MOST_GROUPS));
  return groups.filter((group) => kept.has(group));
}

function cellText(rate: MetricRow): string[] {
  const of = `of ${shortCount(rate.trials ?? 0)}`;
  if (rate.value === null) return ['–', of];
  const people = rate.subjects === null ? [] : [`${count(rate.subjects)} people`];
  return [`${percent(Number(rate.value.toPrecision(2)))}${isSure(rate) ? '' : ' *'}`, of, ...people];
}

/** However many comparisons five people have with each other, hardly any of them share nobody. */
const FEW_PEOPLE = 5;

const isSure = (rate: MetricRow): boolean => isResolved(rate) && (rate.subjects ?? FEW_PEOPLE) >= FEW_PEOPLE;

/** A count in the room of a cell: 43,653,635 → "44M". */
function shortCount(value: number): string {
  if (value < 1e4) return count(value);
  return value < 1e6 ? `${Math.round(value / 1e3)}k` : `${Number((value / 1e6).toPrecision(2))}M`;
}

function captionOf({ task, heading, at }: GroupRates, left: number): string {
  const others =
    left > 0 ? ` ${count(left)} groups with fewer comparisons are left out here and stand in the numbers.` : '';
  return `How often two different people are taken for one person, by ${heading} of the one and of the other; each two groups stand once. On the diagonal both are of one group. The second line of a cell is the number of comparisons, in thousands (k) or millions (M) where it is large, the third how many people they are of; the darker a cell, the higher its rate. The threshold is the same everywhere and keeps ${percent(Number(at))} over all comparisons. A dashed outline and a star say that the data cannot resolve a rate, or that fewer than five people are behind it: read its ${levelText(task.level)} interval, in the numbers, not its value. A dash is a cell without comparisons.${others}`;
}
