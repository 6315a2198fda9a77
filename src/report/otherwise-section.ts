import type { MetricRow } from '../results/metric-row.js';
import { rateText } from './format.js';
import { notesOf } from './headline.js';
import type { Reported, ReportSection } from './section.js';

const VIEWS: readonly (readonly [group: string, label: string, text: string])[] = [
  [
    'errata-excluded',
    'without comparisons that are known to be mislabelled',
    'Some labels of this dataset have been published as wrong, by others and not by looking at these scores. The same figures without the comparisons that they touch; fewer comparisons may set another threshold.',
  ],
  [
    'held-out',
    'at thresholds that other people set',
    'Thresholds that are set on the data that they are reported on flatter a system. These were set on other people: the false-match rate below is what came out on people whom the threshold had not seen, beside the rate it was meant for.',
  ],
];

/** The headline figures under other rules: without disputed comparisons, and at thresholds set elsewhere. */
export function otherwiseSections({ record, rows }: Reported): ReportSection[] {
  return record.tasks.flatMap((task) =>
    VIEWS.flatMap(([group, label, text]): ReportSection[] => {
      const mine = rows.filter((row) => row.task === task.id && row.group === group && isMain(row));
      if (mine.length === 0) return [];
      const systems = [...new Set(mine.map(({ model }) => model))];
      const figures = [...new Set(mine.map(figureLabel))];
      const from = mine.find(({ calibration }) => calibration !== '' && calibration !== 'self')?.calibration;
      return [
        {
          title: `${task.title}, ${label}`,
          paragraphs: [text, ...(from ? [`Set by: ${from}.`] : [])],
          tables: [
            {
              columns: ['figure', ...systems],
              rows: figures.map((figure) => [
                figure,
                ...systems.map((model) => {
                  const row = mine.find((one) => one.model === model && figureLabel(one) === figure);
                  return row ? rateText(row) : '';
                }),
              ]),
            },
          ],
          notes: notesOf(mine, systems.length),
        },
      ];
    }),
  );
}

function isMain({ metric, over, method }: MetricRow): boolean {
  return (
    ['FNMR@FMR', 'FMR'].includes(metric) &&
    over !== 'subjects' &&
    !['jackknife', 'wilson', 'clopper-pearson'].includes(method)
  );
}

function figureLabel({ metric, at }: MetricRow): string {
  return metric === 'FMR' ? `false matches, target ${at}` : `missed (FNMR), FMR ${at}`;
}
