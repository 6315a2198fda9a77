import type { MetricRow } from '../results/metric-row.js';
import { AT_THRESHOLD_OF } from '../results/search/list-names.js';
import { count, percent, rateText } from './format.js';
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
  if (group === 'all') return metric === 'FTE' || metric.replace(/(-mean-minus)?-sd$/, '') in OF_SPLITS;
  if (group.startsWith('split ') || group.includes('failures-excluded')) return false;
  if (group.includes(AT_THRESHOLD_OF)) return metric === 'FPIR' || metric === 'FPIR-predicted';
  return metric in OF_LISTS && (metric !== 'TPIR@rank' || at === '1');
}

/** The lines of searches, from the rows that are shown first, in their order. */
export function searchHeadline(rows: readonly MetricRow[]): HeadlineFigure[] {
  return rows.flatMap((row): HeadlineFigure[] => {
    const figure = (label: string, text: string, name = label): HeadlineFigure[] => [{ label, name, text }];
    if (row.metric === 'FTE') return figure('no template (FTE)', rateText(row));
    if (row.group === 'all') {
      const label = OF_SPLITS[row.metric]?.(row.at);
      return label === undefined ? [] : figure(label, splitText(row, rows));
    }
    const [list = '', other] = row.group.split(AT_THRESHOLD_OF);
    const label = OF_LISTS[row.metric]?.(row.at) ?? row.metric;
    const own = row.metric === 'TPIR@rank' ? `${list}: ${label}` : `  ${label}`;
    if (other === undefined) return figure(own, rateText(row), `${list}, ${label.trim()}`);
    const moved = row.metric === 'FPIR' ? `  at T of the ${other}, ${row.at}` : own;
    return figure(moved, rateText(row), `${list}, ${label.trim()} ${row.at}, at the threshold of the ${other}`);
  });
}

/** "96.81% ± 0.54 SD [95.7, 97.7], mean less SD 96.3%" */
function splitText(row: MetricRow, rows: readonly MetricRow[]): string {
  const { value, low, high, resolvable, trials } = row;
  if (value === null) return 'not resolved *';
  const other = (suffix: string) =>
    rows.find(({ metric, at, group }) => metric === `${row.metric}${suffix}` && at === row.at && group === row.group)
      ?.value ?? null;
  const [spread, less] = [other('-sd'), other('-mean-minus-sd')];
  const points = (share: number) => String(Number((share * 100).toPrecision(3)));
  const interval = low === null || high === null ? '' : ` [${points(low)}, ${points(high)}]`;
  const sd = spread === null || less === null ? '' : `, SD ${points(spread)}, less SD ${percent(less)}`;
  const star = resolvable === 'yes' ? '' : ' *';
  return `${percent(value)}${interval} ${count(trials ?? 0)} splits${sd}${star}`;
}
