import { UNKNOWN } from '../datasets/unknown-value.js';
import { bytewise } from '../files/bytewise.js';
import { type Differential, groupDifferentials } from '../metrics/differential/differentials.js';
import { UNKNOWN_GROUP } from '../metrics/differential/grouped-comparisons.js';
import type { Rate } from '../metrics/rate.js';
import type { JudgedTask } from './judged.js';
import type { MetricRow } from './metric-row.js';
import { baseRow, type Place, rateRows } from './metric-rows.js';
import { BETWEEN, groupOf, headingOf, type SubjectTable } from './subject-table.js';

/** How a differential is drawn and where it was set. */
export interface GroupContext {
  readonly at: string;
  readonly seed: number;
  readonly level: number;
  /** How many replicates the bootstrap draws; what is usual when absent. */
  readonly replicates?: number | undefined;
}

/**
 * The rows of the groups that one attribute, or a cross of several, makes: each group's error rates at the one threshold
 * for all, false matches between groups, and how different the groups are, beside what equal groups would show.
 * Subjects of whom it is not known are in no group's rates.
 */
export function groupRows(
  place: Omit<Place, 'group'>,
  judged: JudgedTask,
  table: SubjectTable,
  names: readonly string[],
  { at, seed, level, replicates }: GroupContext,
): MetricRow[] {
  const heading = headingOf(names);
  const labels = judged.labels.map((label) => groupOf(table, label, names));
  const groups = [...new Set(labels)].filter((label) => label !== UNKNOWN).sort(bytewise);
  const { rates, measures } = groupDifferentials(
    {
      subjects: labels.length,
      groupOf: Int32Array.from(labels, (label) => (label === UNKNOWN ? UNKNOWN_GROUP : groups.indexOf(label))),
      groups,
      mated: judged.mated,
      nonMated: judged.nonMated,
    },
    { seed, level, ...(replicates === undefined ? {} : { replicates }) },
  );
  const row = (metric: string, group: string) =>
    baseRow({ ...place, group }, { metric, at, threshold: judged.threshold, calibration: 'self' });
  const rate = (metric: string, group: string, one: Rate) =>
    rateRows(row(metric, `${heading}: ${group}`), one).filter(({ method }) => INTERVALS.includes(method));
  return [
    ...rates.groups.flatMap(({ group, fnmr, fmr }) => [...rate('FNMR', group, fnmr), ...rate('FMR', group, fmr)]),
    ...rates.groups.flatMap(({ group }, g) =>
      rates.groups.slice(g + 1).flatMap((other, i) => {
        const between = rates.cross[g]?.[g + 1 + i];
        return between ? rate('FMR', `${group}${BETWEEN}${other.group}`, between).slice(0, 1) : [];
      }),
    ),
    ...measures.flatMap((measure) => measureRows(row(measure.name, heading), measure)),
  ];
}

/** The naive intervals of every group would only double the table. */
const INTERVALS = ['', 'adjusted-wilson', 'jackknife'];

function measureRows(row: MetricRow, measure: Differential): MetricRow[] {
  if (measure.state === 'unavailable') return [{ ...row, resolvable: `no: ${measure.reason}` }];
  const { value, interval, reference } = measure;
  const resolvable = measure.state === 'unresolved' ? `no: ${measure.reason}` : 'yes';
  const main = { ...row, value, ...interval, resolvable };
  if (reference.state === 'unavailable') {
    return [main, { ...row, metric: `${row.metric}-if-equal`, resolvable: `no: ${reference.reason}` }];
  }
  const { median, extreme, pValue, level } = reference;
  const [low, high] = extreme < median ? [extreme, null] : [null, extreme];
  return [
    main,
    { ...row, metric: `${row.metric}-if-equal`, value: median, low, high, level, method: 'equal-groups' },
    { ...row, metric: `${row.metric}-p`, value: pValue, method: 'equal-groups' },
  ];
}
