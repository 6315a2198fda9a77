import type { PairedRow } from '../../results/compare-paired.js';
import { formatCsv } from '../../results/format-csv.js';
import type { MetricRow } from '../../results/metric-row.js';
import { firstIntervals } from '../first-intervals.js';
import type { ComparedRuns, SharedTask } from './compared-runs.js';
import { pairedTexts } from './paired-texts.js';

const COLUMNS = [
  ...['task', 'dataset', 'group', 'metric', 'at', 'over', 'systemA', 'systemB', 'sameMeasurement'],
  ...['valueA', 'errorsA', 'trialsA', 'lowA', 'highA', 'resolvableA'],
  ...['valueB', 'errorsB', 'trialsB', 'lowB', 'highB', 'resolvableB', 'level'],
  ...['difference', 'low', 'high', 'p', 'adjustedP', 'verdict'],
];

/**
 * Every figure of the systems that are held against each other, with its default interval, A and B in one row; a
 * difference stands only where it was tested. What one run alone has leaves the other's cells empty.
 */
export function compareCsv(compared: ComparedRuns): string {
  const rows = compared.tasks.flatMap((shared) =>
    shared.couples.flatMap(([a, b]) => coupleRows(compared, shared, a, b)),
  );
  return formatCsv(rows, COLUMNS);
}

function coupleRows(compared: ComparedRuns, { task, differs }: SharedTask, a: string, b: string): object[] {
  const ours = figuresOf(compared.first.rows, task.id, a);
  const theirs = figuresOf(compared.second.rows, task.id, b);
  const sameMeasurement = differs === undefined ? 'yes' : `no: ${differs}`;
  return [...new Set([...ours.keys(), ...theirs.keys()])].map((key) => {
    const [one, other] = [ours.get(key), theirs.get(key)];
    const row = one ?? other;
    const tested = compared.paired.find(
      (pair) => pair.task === task.id && pair.firstSystem === a && pair.secondSystem === b && isOf(pair, row),
    );
    return {
      ...{ task: task.id, dataset: task.dataset, group: row?.group, metric: row?.metric, at: row?.at, over: row?.over },
      ...{ systemA: a, systemB: b, sameMeasurement, level: row?.level },
      ...side('A', one),
      ...side('B', other),
      ...(tested ? testCells(tested) : {}),
    };
  });
}

function figuresOf(rows: readonly MetricRow[], task: string, system: string): Map<string, MetricRow> {
  const mine = firstIntervals(rows.filter((row) => row.task === task && row.model === system));
  return new Map(mine.map((row) => [[row.group, row.metric, row.at, row.over].join('\n'), row]));
}

/** Whether a test is of this figure: that of everybody, failures counted, over comparisons or plates. */
function isOf({ metric, at }: PairedRow, row: MetricRow | undefined): boolean {
  return row?.group === 'all' && row.metric === metric && row.at === (at ?? '') && row.over !== 'subjects';
}

function side(name: 'A' | 'B', row: MetricRow | undefined): object {
  if (!row) return {};
  const { value, errors, trials, low, high, resolvable } = row;
  const cells = { value, errors, trials, low, high, resolvable };
  return Object.fromEntries(Object.entries(cells).map(([key, cell]) => [`${key}${name}`, cell]));
}

function testCells(row: PairedRow): object {
  const { difference, interval, pValue, adjustedPValue } = row;
  const { low, high } = interval;
  return { difference, low, high, p: pValue, adjustedP: adjustedPValue, verdict: pairedTexts(row).verdict };
}
