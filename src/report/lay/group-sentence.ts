import type { MetricRow } from '../../results/metric-row.js';
import { groupRatesOf } from '../figures/group-rates.js';
import { pText } from '../format.js';
import type { Reported } from '../section.js';
import type { Finding } from './finding.js';
import { said } from './said.js';

/**
 * By the first attribute of a task: the groups with the lowest and the highest rate of the run's first system, misses or,
 * where nobody was missed, false matches within groups, and how often groups that are alike would differ as much.
 * Undefined for a task without groups.
 */
export function groupSentence(run: Reported, { task }: Finding): string | undefined {
  const rates = groupRatesOf(run).find((one) => one.task.id === task.id);
  const [system] = rates?.systems ?? [];
  if (!rates || !system) return undefined;
  const rowsOf = (metric: 'FMR' | 'FNMR') =>
    rates.groups
      .flatMap((group) => {
        const row = rates.within(metric, group, system.name);
        return row && row.value !== null ? [{ group, row }] : [];
      })
      .sort((a, b) => (a.row.value ?? 0) - (b.row.value ?? 0));
  const misses = rowsOf('FNMR');
  const metric = misses.some(({ row }) => row.value !== 0) ? 'FNMR' : 'FMR';
  const rows = metric === 'FNMR' ? misses : rowsOf('FMR');
  const [least, most] = [rows[0], rows.at(-1)];
  if (!least || !most || rows.length < 2) return undefined;
  const what =
    metric === 'FNMR' ? 'missed, of comparisons of one person' : 'matched, of comparisons of two people of one group';
  const among = rows.length === 2 ? '' : `, the least and the most of ${rows.length} groups`;
  return `By ${rates.heading}, with one threshold for everybody (false-match rate ${rates.at}): ${system.name} ${what}, ${said(least.row)} for "${least.group}" and ${said(most.row)} for "${most.group}"${among}${chanceText(run.rows, rates, system.name, metric)}.`;
}

function chanceText(
  rows: readonly MetricRow[],
  { task, heading, at }: { readonly task: { readonly id: string }; readonly heading: string; readonly at: string },
  system: string,
  metric: string,
): string {
  const p = rows.find(
    (row) =>
      row.task === task.id &&
      row.model === system &&
      row.group === heading &&
      row.at === at &&
      row.metric === `${metric}-max/min-p`,
  )?.value;
  return p == null
    ? '; whether groups differ was not tested here'
    : `; groups that are alike would differ as much with probability ${pText(p)}, one of several looks at these data`;
}
