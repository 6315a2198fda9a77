import type { MetricRow } from '../results/metric-row.js';
import type { Run } from '../results/run-files.js';
import type { TaskRecord } from '../results/run-record.js';
import { count, rateText } from './format.js';

/** One line of a headline table: a figure of one system on one task. */
export interface HeadlineFigure {
  readonly label: string;
  readonly text: string;
}

/** What a reader sees first of one system on one task. */
export interface HeadlineSystem {
  readonly name: string;
  readonly figures: readonly HeadlineFigure[];
}

export interface HeadlineTask {
  readonly task: TaskRecord;
  readonly systems: readonly HeadlineSystem[];
  /** Why some figures carry a star. */
  readonly notes: readonly string[];
}

/** The metrics that are shown first. */
const SHOWN = ['FNMR@FMR', 'FMR', 'EER', 'accuracy-10fold', 'accuracy-10fold-SE', 'FTE'];

/** Rows that repeat a figure with another interval. */
const SECOND_INTERVALS = ['jackknife', 'wilson', 'clopper-pearson', 'bracket'];

/** The figures that are shown first, with failures counted; everything else stands in the full table. */
export function headline({ record, rows }: Pick<Run, 'record' | 'rows'>): HeadlineTask[] {
  return record.tasks.map((task) => {
    const mine = rows.filter(
      (row) =>
        row.task === task.id &&
        row.group === 'all' &&
        SHOWN.includes(row.metric) &&
        !SECOND_INTERVALS.includes(row.method),
    );
    const systems = record.systems.map(({ name }) => ({
      name,
      figures: figuresOf(mine.filter(({ model }) => model === name)),
    }));
    return { task, systems, notes: notesOf(mine, systems.length) };
  });
}

function figuresOf(rows: readonly MetricRow[]): HeadlineFigure[] {
  const spread = rows.find(({ metric }) => metric === 'accuracy-10fold-SE')?.value;
  return rows.flatMap((row): HeadlineFigure[] => {
    switch (row.metric) {
      case 'accuracy-10fold':
        return [{ label: 'accuracy, mean of folds', text: accuracyText(row, spread ?? null) }];
      case 'FNMR@FMR':
        return row.over === 'subjects'
          ? [{ label: '  averaged over people', text: `${rateText(row)} over ${count(row.trials ?? 0)}` }]
          : [{ label: `missed (FNMR), FMR ${row.at}`, text: rateText(row) }];
      case 'FMR':
        return [{ label: `false matches, target ${row.at}`, text: rateText(row) }];
      case 'EER':
        return [{ label: 'equal error rate (EER)', text: equalErrorText(row) }];
      case 'FTE':
        return [{ label: 'no template (FTE)', text: rateText(row) }];
      default:
        return [];
    }
  });
}

function equalErrorText(row: MetricRow): string {
  return row.trials === null || row.value === null
    ? rateText(row)
    : `${rateText(row)} over ${count(row.trials)} comparisons`;
}

function accuracyText({ value, low, high, errors, trials }: MetricRow, spread: number | null): string {
  if (value === null) return 'not resolved *';
  const error = spread === null ? '' : ` ± ${spread.toFixed(4)} SE`;
  const interval = low === null || high === null ? '' : ` [${low.toFixed(4)}, ${high.toFixed(4)}]`;
  const counts = errors === null || trials === null ? '' : ` ${count(errors)} of ${count(trials)}`;
  return `${value.toFixed(4)}${error}${interval}${counts}`;
}

/** Why figures carry a star; a note that does not hold for every system names those for which it does. */
function notesOf(rows: readonly MetricRow[], systems: number): string[] {
  const models = new Map<string, Set<string>>();
  for (const { metric, at, resolvable, model } of rows) {
    if (resolvable === 'yes') continue;
    const note = `* ${metric}${at ? ` at ${at}` : ''} is not resolved: ${resolvable.replace(/^no: /, '')}`;
    models.set(note, (models.get(note) ?? new Set()).add(model));
  }
  return [...models].map(([note, of]) => (of.size === systems ? note : `${note} (${[...of].join(', ')})`));
}
