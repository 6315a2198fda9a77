import { levelText } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import { BETWEEN, headingOf } from '../results/subject-table.js';
import { pText, rateText } from './format.js';
import type { ReportSection, ReportTable, TaskRows } from './section.js';

/** Who is hurt: a part for each attribute, or cross of attributes, that a task groups its subjects by. */
export function groupSections({ record, rows }: TaskRows): ReportSection[] {
  return record.tasks.flatMap((task) =>
    (task.groups ?? []).map((names): ReportSection => {
      const heading = headingOf(names);
      const mine = rows.filter(({ task: id, group }) => id === task.id && inHeading(group, heading));
      const systems = [...new Set(mine.map(({ model }) => model))];
      return {
        title: `${task.title}, by ${heading}`,
        paragraphs: [
          'One threshold for everybody, set on all comparisons; people of different groups are taken for each other less often, so that false matches within the groups may all lie above the target. Missed: mated comparisons of the people of a group. False matches: two different people of the same group. A star says that the data cannot resolve a rate: read its interval, not its value. People of whom it is not known, or of whom labels contradict each other, are in no group. The intervals are for the threshold as it is.',
        ],
        tables: task.at.flatMap((at) => [
          ratesTable(mine, systems, heading, at),
          ...measureTable(mine, systems, heading, at, task),
        ]),
        notes: [
          `"If equal" is what groups of these sizes would show if all were alike (the same rate, and people who differ as much from each other): half of the time they differ no more than the first number says, ${levelText(task.level)} of the time no more than the second. p says how often such equal groups differ as much or more. Few people differ by chance: without this a ratio says nothing; and of many p-values some are small by chance. A question mark: the data do not say where that end is. Where groups fare alike max/min, max/geomean, inequity ratio and FDR are 1, Gini and GARBE 0.`,
          ...refusals(mine, systems, heading),
        ],
      };
    }),
  );
}

function inHeading(group: string, heading: string): boolean {
  return group === heading || group.startsWith(`${heading}: `);
}

/** With more groups there are too many couples of them for a table; they stand in metrics.csv. */
const MOST_GROUPS = 4;

function ratesTable(rows: readonly MetricRow[], systems: readonly string[], heading: string, at: string): ReportTable {
  const within = rows.filter((row) => row.at === at && row.group !== heading);
  // Between two groups there are false matches only.
  const groups = [...new Set(within.flatMap(({ metric, group }) => (metric === 'FNMR' ? [group] : [])))];
  const others = [...new Set(within.map(({ group }) => group))].filter((group) => !groups.includes(group));
  const between = groups.length <= MOST_GROUPS ? others.filter((group) => group.includes(BETWEEN)) : [];
  const cell = (group: string, model: string, metric: string) => {
    const row = within.find((one) => one.group === group && one.model === model && one.metric === metric);
    return row ? rateText(row) : '';
  };
  return {
    columns: [
      `${heading}, at FMR ${at}`,
      ...systems.flatMap((system) => [`${system}: missed`, `${system}: false matches`]),
    ],
    rows: [...groups, ...between].map((group) => [
      group.slice(heading.length + 2),
      ...systems.flatMap((system) => [cell(group, system, 'FNMR'), cell(group, system, 'FMR')]),
    ]),
  };
}

/** How different the groups are; undefined where no system gives a measure. */
function measureTable(
  rows: readonly MetricRow[],
  systems: readonly string[],
  heading: string,
  at: string,
  { level }: TaskRows['record']['tasks'][number],
): ReportTable[] {
  const mine = rows.filter((row) => row.at === at && row.group === heading);
  const measures = [...new Set(mine.filter(isMeasure).map(({ metric }) => metric))];
  const given = measures.filter((name) => mine.some(({ metric, value }) => metric === name && value !== null));
  if (given.length === 0) return [];
  const cell = (name: string, model: string) => {
    const find = (metric: string) => mine.find((row) => row.metric === metric && row.model === model);
    return measureText(find(name), find(`${name}-if-equal`), find(`${name}-p`));
  };
  return [
    {
      columns: [`how different, at FMR ${at} (${levelText(level)})`, ...systems],
      rows: given.map((name) => [name, ...systems.map((system) => cell(name, system))]),
    },
  ];
}

/** Which measures are refused, and why: a sentence for each reason. */
function refusals(rows: readonly MetricRow[], systems: readonly string[], heading: string): string[] {
  const refused = rows.filter((row) => row.group === heading && row.value === null && isMeasure(row));
  const byReason = new Map<string, { metrics: Set<string>; where: Set<string> }>();
  for (const { metric, model, at, resolvable } of refused) {
    const reason = resolvable.replace(/^no: /, '').replace(`${metric} is not given. `, '').replace(metric, 'It');
    const entry = byReason.get(reason) ?? { metrics: new Set(), where: new Set() };
    entry.metrics.add(metric);
    entry.where.add(`${model} at ${at}`);
    byReason.set(reason, entry);
  }
  const everywhere = systems.length * new Set(rows.map(({ at }) => at)).size;
  if (byReason.size > MOST_REASONS) {
    return [
      'Ratios are not given where a group has no comparison, no error or fewer than 10 people; metrics.csv says of each which groups and why.',
    ];
  }
  return [...byReason].map(([reason, { metrics, where }]) => {
    const of = where.size === everywhere ? '' : ` (${[...where].join(', ')})`;
    return `Not given: ${[...metrics].join(', ')}${of}. ${reason}`;
  });
}

/** With more the list says less than the rule. */
const MOST_REASONS = 3;

function isMeasure({ metric }: MetricRow): boolean {
  return !/-(if-equal|p)$/.test(metric);
}

function measureText(main: MetricRow | undefined, equal: MetricRow | undefined, p: MetricRow | undefined): string {
  if (!main) return '';
  if (main.value === null) return 'not given';
  const end = (value: number | null) => (value === null ? '?' : digits(value));
  const extreme = equal?.high ?? equal?.low ?? null;
  const reference = equal?.value == null ? '' : `; if equal ${digits(equal.value)}, ${end(extreme)}`;
  const tested = p?.value == null ? '' : `, p ${pText(p.value)}`;
  const star = main.resolvable === 'yes' ? '' : ' *';
  return `${digits(main.value)} [${end(main.low)}, ${end(main.high)}]${reference}${tested}${star}`;
}

function digits(value: number): string {
  return String(Number(value.toPrecision(3)));
}
