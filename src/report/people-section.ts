import { count, levelText, percent } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import { pText } from './format.js';
import type { ReportSection, TaskRows } from './section.js';

/** What the rows of Doddington's zoo are called for a reader. */
const LABELS: readonly (readonly [metric: string, label: string])[] = [
  ['false-match-share-worst-1%', 'share of false matches with the worst 1% of people'],
  ['false-match-share-worst-10%', 'share of false matches with the worst 10% of people'],
  ['goats-spread', 'people, or their pictures, differ in misses (goats)'],
  ['lambs-or-wolves-spread', 'people, or their pictures, differ in false matches (lambs or wolves)'],
];

/** Those that need no threshold. */
const OF_SCORES: readonly (readonly [metric: string, label: string])[] = [
  ['goats-score-spread', 'people, or their pictures, differ in mated scores'],
  ['lambs-or-wolves-score-spread', 'people, or their pictures, differ in non-mated scores'],
];

/** Whether a few people carry the errors: a part for each task whose subjects are known. */
export function peopleSections({ record, rows }: TaskRows): ReportSection[] {
  return record.tasks.flatMap((task): ReportSection[] => {
    const mine = rows.filter((row) => row.task === task.id && row.group === 'all');
    const systems = [...new Set(mine.map(({ model }) => model))];
    const tables = [...task.at, ''].flatMap((at) => {
      const here = mine.filter((row) => row.at === at);
      const given = (at === '' ? OF_SCORES : LABELS).filter(([metric]) => here.some((row) => isOf(metric, row)));
      if (given.length === 0) return [];
      return [
        {
          columns: [at === '' ? 'at every threshold' : `at FMR ${at}`, ...systems],
          rows: given.map(([metric, label]) => [label, ...systems.map((model) => cell(here, model, metric))]),
        },
      ];
    });
    if (tables.length === 0) return [];
    return [
      {
        title: `${task.title}: who carries the errors`,
        paragraphs: [
          `Shares are of the ends of false matches (each has two), the people ranked by their own false-match rate. The worst are found by the very errors that are counted, so chance gives them more than their part: "chance" is the middle ${levelText(task.level)} of what the same errors give when they fall at random among the same comparisons. How far people differ is the variance between them over what chance gives, 1 where all are alike; one bad picture that stands in several comparisons looks like a person here. A list of pairs does not say who was looked for, so lambs (easily matched) and wolves (who match others) cannot be told apart.`,
        ],
        tables,
      },
    ];
  });
}

const SHARE = 'false-match-share';

/** Where no share can be given one row says so for all of them. */
function isOf(metric: string, row: MetricRow): boolean {
  return row.metric === metric || (row.metric === SHARE && metric.startsWith(SHARE));
}

function cell(rows: readonly MetricRow[], model: string, metric: string): string {
  const find = (name: string) => rows.find((row) => row.metric === name && row.model === model);
  const main = rows.find((row) => isOf(metric, row) && row.model === model);
  const [chance, p] = [find(`${metric}-by-chance`), find(`${metric}-p`)];
  if (!main) return '';
  if (main.value === null) return main.resolvable.replace(/^no: /, 'not given: ');
  const share = metric.startsWith(SHARE);
  const text = (value: number | null | undefined) =>
    value == null ? '?' : share ? percent(value) : String(Number(value.toPrecision(3)));
  const counts = share ? ` ${count(main.errors ?? 0)} of ${count(main.trials ?? 0)}` : '';
  return `${text(main.value)}${counts}; chance ${text(chance?.low)} to ${text(chance?.high)}, p ${p?.value == null ? '?' : pText(p.value)}`;
}
