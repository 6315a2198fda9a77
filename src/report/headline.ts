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

/** Rows that repeat a figure with another interval. */
const SECOND_INTERVALS = ['clopper-pearson', 'bracket'];

/** The figures that are shown first, with failures counted; everything else stands in the full table. */
export function headline({ record, rows }: Pick<Run, 'record' | 'rows'>): HeadlineTask[] {
  return record.tasks.map((task) => {
    const mine = rows.filter(
      (row) => row.task === task.id && row.group === 'all' && !SECOND_INTERVALS.includes(row.method),
    );
    const systems = record.systems.map(({ name }) => ({
      name,
      figures: figuresOf(mine.filter(({ model }) => model === name)),
    }));
    const notes = [...new Set(mine.filter(({ resolvable }) => resolvable !== 'yes').map(noteOf))];
    return { task, systems, notes };
  });
}

function figuresOf(rows: readonly MetricRow[]): HeadlineFigure[] {
  const spread = rows.find(({ metric }) => metric === 'accuracy-10fold-SE')?.value;
  return rows.flatMap((row): HeadlineFigure[] => {
    switch (row.metric) {
      case 'accuracy-10fold':
        return [{ label: 'accuracy, mean of the folds', text: accuracyText(row, spread ?? null) }];
      case 'FNMR@FMR':
        return [{ label: `missed (FNMR) at FMR ${row.at}`, text: rateText(row) }];
      case 'FMR':
        return [{ label: `false match (FMR) at target ${row.at}`, text: rateText(row) }];
      case 'EER':
        return [{ label: 'equal error rate', text: equalErrorText(row) }];
      case 'FTE':
        return [{ label: 'pictures without a template (FTE)', text: rateText(row) }];
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

function accuracyText({ value, errors, trials }: MetricRow, spread: number | null): string {
  if (value === null) return 'not resolved';
  const error = spread === null ? '' : ` ± ${spread.toFixed(4)}`;
  const counts = errors === null || trials === null ? '' : `, ${count(errors)} wrong of ${count(trials)}`;
  return `${value.toFixed(4)}${error}${counts}`;
}

function noteOf({ metric, at, resolvable }: MetricRow): string {
  return `* ${metric}${at ? ` at ${at}` : ''} is not resolved: ${resolvable.replace(/^no: /, '')}`;
}
