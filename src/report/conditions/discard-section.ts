import type { QualityMeasure } from '../../extraction/face-quality.js';
import type { MetricRow } from '../../results/metric-row.js';
import { discardGroup, parseDiscardGroup } from '../../results/quality/discard-group.js';
import { rateText } from '../format.js';
import type { ReportSection, ReportTable, TaskRows } from '../section.js';

/** What a reader calls the measures, and what is worst by each. */
const LABELS: Readonly<Record<QualityMeasure, string>> = {
  size: 'size (eyes nearest together)',
  sharpness: 'sharpness (least sharp)',
  brightness: 'brightness (darkest)',
  score: 'detector score (lowest)',
  norm: 'template norm (shortest)',
};

type Task = Pick<TaskRows['record']['tasks'][number], 'id' | 'title' | 'at'>;

/** What discarding the worst pictures does to one task's error rates; nothing where there are no such rows. */
export function discardSections({ id, title, at: points }: Task, rows: readonly MetricRow[]): ReportSection[] {
  const mine = rows.filter(({ task }) => task === id);
  const discards = mine.filter(({ group }) => parseDiscardGroup(group));
  const systems = [...new Set(discards.map(({ model }) => model))];
  const tables = points
    .filter((at) => discards.some((row) => row.at === at))
    .map((at) => discardTable(at, { discards, plain: mine.filter(isPlain) }, systems));
  if (tables.length === 0) return [];
  return [
    {
      title: `${title}: when the worst pictures are not searched`,
      paragraphs: [
        'Probes are ranked by one measure of quality and the worst are not searched, at an unchanged threshold: where "missed of the rest" falls, the measure tells which pictures go wrong. To discard is not to find: "missed, discarded too" counts the people on discarded pictures as missed, and it can only rise.',
      ],
      tables,
      notes: [
        'Pictures without a template are the worst of all by every measure. Pictures of equal quality are discarded together or not at all, so fewer than the share may go; metrics.csv says how many did ("discarded"), and holds the false matches of the rest ("FMR-discard"). The intervals take the threshold and the discarded pictures as given. A star says that the data cannot resolve a rate: read its interval, not its value.',
      ],
    },
  ];
}

/** The miss rate with nothing discarded. */
function isPlain({ metric, group, over }: MetricRow): boolean {
  return metric === 'FNMR' && group === 'all' && over === 'comparisons';
}

function discardTable(
  at: string,
  { discards, plain }: { readonly discards: readonly MetricRow[]; readonly plain: readonly MetricRow[] },
  systems: readonly string[],
): ReportTable {
  const groups = [...new Set(discards.map(({ group }) => group))];
  const cells = (group: string, model: string): string[] => {
    const find = (metric: string, point: string) =>
      discards.find((row) => row.metric === metric && row.at === point && row.group === group && row.model === model);
    const text = (row: MetricRow | undefined) => (row ? rateText(row) : '');
    return [
      text(find('FNMR-discard', at)),
      countText(find('discarded-passers-by', '')),
      text(find('FNMR-discard-counted', at)),
    ];
  };
  const whole = systems.map((model) => {
    const set = discards.find((row) => row.model === model && row.at === at)?.threshold;
    return plain.find((row) => row.model === model && row.at === at && row.threshold === set);
  });
  const none = ['none', ...whole.flatMap((row) => (row ? [rateText(row), '0%', rateText(row)] : ['', '', '']))];
  return {
    columns: [
      `not searched, at FMR ${at}`,
      ...systems.flatMap((system) => [
        `${system}: missed of the rest`,
        `${system}: passers-by not searched`,
        `${system}: missed, discarded too`,
      ]),
    ],
    rows: [
      ...(whole.some((row) => row) ? [none] : []),
      ...groups.map((group) => [label(group), ...systems.flatMap((model) => cells(group, model))]),
    ],
  };
}

/** The share is what was decided: it is counted, and no interval says more. */
function countText(row: MetricRow | undefined): string {
  if (!row) return '';
  return rateText({ ...row, low: null, high: null, resolvable: row.value === null ? row.resolvable : 'yes' });
}

/** "sharpness (least sharp): worst 5%" */
function label(group: string): string {
  const discarded = parseDiscardGroup(group);
  if (!discarded) return group;
  return discardGroup(discarded).replace(`discard ${discarded.measure}`, LABELS[discarded.measure]);
}
