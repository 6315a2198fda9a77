import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { BETWEEN, headingOf } from '../../results/subject-table.js';
import { systemsOfTask } from '../../results/systems-of-task.js';
import { firstIntervals } from '../first-intervals.js';
import type { Reported } from '../section.js';
import type { ChartSystem } from './interval-chart.js';

/** The rates of the groups of one task by one attribute, or cross of attributes, at one operating point. */
export interface GroupRates {
  readonly task: TaskRecord;
  /** "gender x ethnicity" */
  readonly heading: string;
  /** The same in the ids of figures. */
  readonly idPart: string;
  readonly at: string;
  readonly groups: readonly string[];
  readonly systems: readonly ChartSystem[];
  /** Within a group. */
  readonly within: (metric: 'FMR' | 'FNMR', group: string, system: string) => MetricRow | undefined;
  /** Of two groups, in whatever order; of a group with itself within it. */
  readonly between: (a: string, b: string, system: string) => MetricRow | undefined;
}

/** What there is to draw by groups: every task and heading that has rates. */
export function groupRatesOf({ record, rows }: Reported): GroupRates[] {
  return record.tasks.flatMap((task) =>
    (task.groups ?? []).flatMap((names): GroupRates[] => {
      const heading = headingOf(names);
      const prefix = `${heading}: `;
      const mine = firstIntervals(rows.filter((row) => row.task === task.id && row.group.startsWith(prefix)));
      // Between two groups there are false matches only.
      const groups = [
        ...new Set(mine.flatMap(({ metric, group }) => (metric === 'FNMR' ? [group.slice(prefix.length)] : []))),
      ];
      const own = new Set(groups);
      const at = mostResolved(
        mine.filter(({ group }) => own.has(group.slice(prefix.length))),
        task.at,
      );
      if (groups.length === 0) return [];
      const keyOf = (metric: string, group: string, system: string) => JSON.stringify([metric, group, system]);
      const found = new Map(
        mine
          .filter((row) => row.at === at)
          .map((row) => [keyOf(row.metric, row.group.slice(prefix.length), row.model), row]),
      );
      const within: GroupRates['within'] = (metric, group, system) => found.get(keyOf(metric, group, system));
      return [
        {
          task,
          heading,
          idPart: names.some((name) => name.includes('_x_')) ? JSON.stringify(names) : names.join('_x_'),
          at,
          groups,
          systems: systemsOfTask(record, task)
            .filter(({ name }) => mine.some(({ model }) => model === name))
            .map(({ name }) => ({ name, place: record.systems.findIndex((one) => one.name === name) })),
          within,
          between: (a, b, system) =>
            a === b
              ? within('FMR', a, system)
              : (within('FMR', `${a}${BETWEEN}${b}`, system) ?? within('FMR', `${b}${BETWEEN}${a}`, system)),
        },
      ];
    }),
  );
}

/**
 * The strictest target at which more than half of the false-match rates are resolved: misses that nobody made are resolved
 * at none. Else the one with most of them.
 */
function mostResolved(rows: readonly MetricRow[], targets: readonly string[]): string {
  const counted = targets.map((at) => {
    const own = rows.filter((row) => row.at === at && row.metric === 'FMR');
    return { at, share: own.filter(({ resolvable }) => resolvable === 'yes').length / Math.max(1, own.length) };
  });
  const strictest = counted.filter(({ share }) => share > 0.5).sort((a, b) => Number(a.at) - Number(b.at))[0];
  const best = Math.max(...counted.map(({ share }) => share));
  return (strictest ?? counted.find(({ share }) => share === best))?.at ?? '';
}
