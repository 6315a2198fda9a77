import { count } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { ScoreOptions } from '../results/score-table/score-options.js';
import { firstIntervals } from './first-intervals.js';
import { rateText, scoreText } from './format.js';
import { type Labelled, labelledLines, starNotes } from './labelled-lines.js';

const WIDTH = 34;

/** What the terminal shows of 1:N searches, below the heading. */
export function searchLines(rows: readonly MetricRow[], options: ScoreOptions): string[] {
  const plain = firstIntervals(rows);
  const failures = plain.filter(({ metric }) => metric.startsWith('failed-'));
  const failed = failures.some(({ errors }) => (errors ?? 0) > 0);
  const of = (group: string) => plain.filter((row) => row.group === group);
  const excluded = failed ? of('failures-excluded') : [];
  return [
    ...labelledLines(
      failures.map((row): Labelled => [`${FAILED[row.metric] ?? row.metric} that failed`, rateText(row)]),
      WIDTH,
    ),
    '',
    ...viewLines('failures counted: no answer finds nobody', of('all'), options),
    ...(failed ? ['', ...viewLines('failures excluded', excluded, options)] : []),
  ];
}

const FAILED: Readonly<Record<string, string>> = {
  'failed-mated-searches': 'mated searches',
  'failed-non-mated-searches': 'non-mated searches',
};

function viewLines(view: string, rows: readonly MetricRow[], options: ScoreOptions): string[] {
  const ranks = rows
    .filter(({ metric }) => metric === 'TPIR@rank')
    .map((row): Labelled => [`mate at rank ${row.at} or better (TPIR)`, rateText(row)]);
  const targets = [...new Set(rows.flatMap(({ metric, at }) => (metric === 'FNIR@FPIR' ? [at] : [])))];
  return [
    `Without a threshold (investigation), ${view}`,
    ...labelledLines(ranks, WIDTH),
    `With a threshold (identification), ${view}`,
    ...targets.flatMap((target) =>
      pointLines(
        rows.filter(({ at }) => at === target),
        target,
        options,
      ),
    ),
    // What is predicted from an FMR is resolved where that FMR is.
    ...starNotes(rows.filter(({ metric }) => !metric.startsWith('FPIR-predicted') && !metric.startsWith('failed-'))),
  ];
}

function pointLines(rows: readonly MetricRow[], target: string, { calibration }: ScoreOptions): string[] {
  const labels: Readonly<Record<string, string>> = {
    'FNIR@FPIR': '  missed (FNIR)',
    'FNIR@FPIR-rank-1': '  missed or not at rank 1',
    FPIR: '  searches with an alarm (FPIR)',
    'FPIR-predicted': '  FPIR predicted from FMR',
    FMR: '    FMR of these comparisons',
    'FPIR-predicted-all-pairs': '  FPIR predicted from all pairs',
    'FMR-all-pairs': `    FMR of ${calibration?.name ?? 'all pairs'}`,
  };
  const figures = rows.flatMap((row): Labelled[] => {
    if (row.metric === 'selectivity') return [['  candidates in vain each search', selectivityText(row)]];
    const label = row.at === target ? labels[row.metric] : undefined;
    return label === undefined ? [] : [[label, rateText(row)]];
  });
  const threshold = rows[0]?.threshold ?? null;
  return [
    `  at FPIR ${target}, threshold ${threshold === null ? 'not set' : scoreText(threshold)}`,
    ...labelledLines(figures, WIDTH),
  ];
}

/** A mean number, which may well be above 1. */
function selectivityText({ value, low, high, errors, trials, resolvable }: MetricRow): string {
  if (value === null) return 'not resolved *';
  const digits = (number: number | null) => String(Number((number ?? 0).toPrecision(3)));
  return `${digits(value)} [${digits(low)}, ${digits(high)}] ${count(errors ?? 0)} in ${count(trials ?? 0)}${resolvable === 'yes' ? '' : ' *'}`;
}
