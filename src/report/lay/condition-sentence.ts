import { count } from '../../results/figure-text.js';
import type { MetricRow } from '../../results/metric-row.js';
import { conditionsOf } from '../conditions/condition-sections.js';
import type { Reported } from '../section.js';
import { type Finding, isSeen } from './finding.js';
import { said } from './said.js';

/**
 * The hardest condition for the system that was best as published, sweeps left out, with its false matches at the same
 * threshold; the choice is told. Undefined where nothing was measured through conditions.
 */
export function conditionSentence(run: Reported, { task, own, seen, verb, things, good }: Finding): string | undefined {
  const published = own.at(good ? -1 : 0);
  if (!published) return undefined;
  const system = published.model;
  const rows = (id: string) => run.rows.filter((row) => row.task === id && row.model === system && row.value !== null);
  const [first, ...others] = conditionsOf(run.record, task.id).flatMap(({ id, condition: { steps, sweep, title } }) => {
    const row = rows(id).find((one) => isSeen(one, seen));
    return row && steps.length > 0 && !sweep ? [{ id, title, row }] : [];
  });
  if (!first) return undefined;
  const harder = (a: MetricRow, b: MetricRow) => (a.value ?? 0) * (good ? -1 : 1) > (b.value ?? 0) * (good ? -1 : 1);
  const { id, title, row } = others.reduce((worst, one) => (harder(one.row, worst.row) ? one : worst), first);
  const number = others.length + 1;
  const chosen =
    number === 1
      ? `Software imitated one condition: through "${title}" ${system}`
      : `Software imitated ${number} conditions: through the hardest of them for ${system}, picked after seeing all, "${title}", it`;
  const same = harder(row, published) ? '' : `, which is no ${good ? 'less' : 'more'} than as published`;
  return `${chosen} ${verb} ${said(row)} ${things}${falseText(rows(id), seen)}${same}.`;
}

/** A threshold that stays may match more, or fewer, of the strangers: a rate of misses alone would hide that. */
function falseText(rows: readonly MetricRow[], { metric, at }: Finding['seen']): string {
  const wanted = { FNMR: 'FMR', FNIR: 'FPIR' }[metric];
  const row = rows.find((one) => one.metric === wanted && isSeen(one, { metric: wanted ?? '', at }));
  if (!row || row.errors === null || row.trials === null) return '';
  const counts = `${count(row.errors)} of ${count(row.trials)}`;
  return wanted === 'FMR'
    ? ` at the same threshold, at which ${counts} comparisons of two people matched`
    : ` at the same threshold, at which ${counts} searches for people who are not on the list raised an alarm`;
}
