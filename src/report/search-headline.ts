import { count, percent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import { AT_THRESHOLD_OF } from '../results/search/list-names.js';
import { FAILURE_LABELS } from './failure-labels.js';
import { rateText } from './format.js';
import type { HeadlineFigure } from './headline-figure.js';

/** What is shown first of searches in lists that differ in size. */
const OF_LISTS: Readonly<Record<string, (at: string) => string>> = {
  'TPIR@rank': () => 'mate comes first (TPIR)',
  'FNIR@FPIR': (at) => `missed (FNIR), FPIR ${at}`,
  FPIR: (at) => `false alarms, target ${at}`,
  'FPIR-predicted': () => '  predicted from FMR',
};

/** What is shown first of splits, as means over them. */
const OF_SPLITS: Readonly<Record<string, (at: string) => string>> = {
  'TAR@FMR': (at) => `accepted (TAR), FMR ${at}`,
  'TPIR@rank': () => 'mate first (TPIR)',
  'TPIR@FPIR-rank-1': (at) => `mate first (DIR), FPIR ${at}`,
};

/** Whether a row of searches is shown first. */
export function isSearchHeadline({ group, metric, at }: MetricRow): boolean {
  if (group === 'all') return metric in FAILURE_LABELS || metric.replace(/(-mean-minus)?-sd$/, '') in OF_SPLITS;
  if (group.startsWith('split ') || group.includes('failures-excluded')) return false;
  if (group.includes(AT_THRESHOLD_OF)) return metric === 'FPIR' || metric === 'FPIR-predicted';
  return metric in OF_LISTS && (metric !== 'TPIR@rank' || at === '1');
}

/** The lines of searches, from the rows that are shown first, in their order. */
export function searchHeadline(rows: readonly MetricRow[]): HeadlineFigure[] {
  return rows.flatMap((row): HeadlineFigure[] => {
    const figure = (label: string, text: string, name = label): HeadlineFigure[] => [{ label, name, text }];
    const failure = FAILURE_LABELS[row.metric];
    if (failure !== undefined) return figure(failure, rateText(row));
    if (row.group === 'all') return splitLines(row, rows);
    const [list = '', other] = row.group.split(AT_THRESHOLD_OF);
    const label = OF_LISTS[row.metric]?.(row.at) ?? row.metric;
    const own = row.metric === 'TPIR@rank' ? `${list}: ${label}` : `  ${label}`;
    // Several targets have one label, and no two figures one name.
    const target = row.metric === 'FPIR-predicted' ? `, target ${row.at}` : '';
    const name = `${list}, ${label.trim()}${target}`;
    if (other === undefined) return figure(own, rateText(row), name);
    const moved = row.metric === 'FPIR' ? `  at T of the ${other}, ${row.at}` : own;
    return figure(moved, rateText(row), `${name}, at the threshold of the ${other}`);
  });
}

/** A mean over splits, and below it the mean less one standard deviation. */
function splitLines(row: MetricRow, rows: readonly MetricRow[]): HeadlineFigure[] {
  const label = OF_SPLITS[row.metric]?.(row.at);
  if (label === undefined) return [];
  const other = (suffix: string) =>
    rows.find(({ metric, at, group }) => metric === `${row.metric}${suffix}` && at === row.at && group === row.group)
      ?.value ?? null;
  const less = other('-mean-minus-sd');
  const star = row.resolvable === 'yes' ? '' : ' *';
  return [
    { label, name: label, text: `${splitText(row, other('-sd'))}${star}` },
    ...(less === null
      ? []
      : [{ label: '  less one SD', name: `${label}, less one SD`, text: `${percent(less)}${star}` }]),
  ];
}

/** "96.8% ± 0.545 SD [95.7, 97.7] over 10 splits" */
function splitText({ value, low, high, trials }: MetricRow, spread: number | null): string {
  if (value === null) return 'not resolved';
  const points = (share: number) => String(Number((share * 100).toPrecision(3)));
  const interval = low === null || high === null ? '' : ` [${points(low)}, ${points(high)}]`;
  const sd = spread === null ? '' : ` ± ${points(spread)} SD`;
  return `${percent(value)}${sd}${interval} over ${count(trials ?? 0)} splits`;
}
