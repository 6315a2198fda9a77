import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import type { ReportSection } from '../section.js';
import { plateText } from './plate-headline.js';

/** The figures of a group that a report shows. */
const COLUMNS: readonly { readonly heading: string; readonly metric: string; readonly at: string }[] = [
  { heading: 'found', metric: 'plate-recall', at: '' },
  { heading: 'read right, strict', metric: 'plate-exact', at: 'strict' },
  { heading: 'read right, O=0, I=1', metric: 'plate-exact', at: 'O=0, I=1' },
  { heading: 'read right at the label, strict', metric: 'plate-exact-label', at: 'strict' },
];

/** A table for each attribute that the task groups by and each system: a line for each group of pictures. */
export function platesByGroup(
  { title, plates }: TaskRecord,
  rows: readonly MetricRow[],
  systems: readonly string[],
): ReportSection[] {
  return (plates?.groups ?? []).map((attribute) => {
    const prefix = `${attribute}: `;
    const own = rows.filter(({ group }) => group.startsWith(prefix));
    const groups = [...new Set(own.map(({ group }) => group))];
    return {
      title: `By ${attribute}: ${title}`,
      paragraphs: [],
      tables: systems.map((system) => ({
        columns: [`${attribute}, ${system}`, ...COLUMNS.map(({ heading }) => heading)],
        rows: groups.map((group) => [
          group.slice(prefix.length),
          ...COLUMNS.map(({ metric, at }) => {
            const row = own.find(
              (one) => one.model === system && one.group === group && one.metric === metric && one.at.startsWith(at),
            );
            return row ? plateText(row) : '';
          }),
        ]),
      })),
    };
  });
}
