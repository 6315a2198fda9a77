import { type Differential, groupDifferentials } from '../metrics/differential/differentials.js';
import type { RatesByGroup } from '../metrics/differential/group-rates.js';
import type { Rate } from '../metrics/rate.js';
import type { JudgedTask } from './judged.js';
import type { MetricRow } from './metric-row.js';
import { baseRow, type Place, rateRows } from './metric-rows.js';
import { namedGroups } from './subject-groups.js';
import { BETWEEN, type SubjectTable } from './subject-table.js';

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
  const { heading, ...grouped } = namedGroups(judged.labels, table, names);
  const { rates, measures } = groupDifferentials(
    { subjects: judged.labels.length, ...grouped, mated: judged.mated, nonMated: judged.nonMated },
    { seed, level, ...(replicates === undefined ? {} : { replicates }) },
  );
  const row = (metric: string, group: string) =>
    baseRow({ ...place, group }, { metric, at, threshold: judged.threshold, calibration: 'self' });
  return [
    ...groupRateRows(row, heading, rates),
    ...measures.flatMap((measure) => measureRows(row(measure.name, heading), measure)),
  ];
}

/** The rows of the rates of every group, and of the false matches between each two. */
export function groupRateRows(
  row: (metric: string, group: string) => MetricRow,
  heading: string,
  { groups, cross }: Pick<RatesByGroup, 'groups' | 'cross'>,
): MetricRow[] {
  const rate = (metric: string, group: string, one: Rate) =>
    rateRows(row(metric, `${heading}: ${group}`), one).filter(({ method }) => INTERVALS.includes(method));
  return [
    ...groups.flatMap(({ group, fnmr, fmr }) => [...rate('FNMR', group, fnmr), ...rate('FMR', group, fmr)]),
    ...groups.flatMap(({ group }, g) =>
      groups.slice(g + 1).flatMap((other, i) => {
        const between = cross[g]?.[g + 1 + i];
        return between ? rate('FMR', `${group}${BETWEEN}${other.group}`, between).slice(0, 1) : [];
      }),
    ),
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
