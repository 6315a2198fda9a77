import { count } from '../results/figure-text.js';
import type { MetricRow } from '../results/metric-row.js';
import type { Run } from '../results/run-files.js';
import type { TaskRecord } from '../results/run-record.js';
import { systemsOfTask } from '../results/systems-of-task.js';
import { conditionFigures, conditionHeadline } from './conditions/condition-figures.js';
import { FAILURE_LABELS } from './failure-labels.js';
import { firstIntervals } from './first-intervals.js';
import { rateText } from './format.js';
import type { HeadlineFigure } from './headline-figure.js';
import { isPlateHeadline, plateHeadline } from './plates/plate-headline.js';
import { isSearchHeadline, searchHeadline } from './search-headline.js';

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
const SHOWN = ['FNMR@FMR', 'FMR', 'EER', 'accuracy-10fold', 'accuracy-10fold-SE', ...Object.keys(FAILURE_LABELS)];

interface Shown {
  readonly isShown: (row: MetricRow, task: TaskRecord) => boolean;
  readonly figures: (rows: readonly MetricRow[]) => HeadlineFigure[];
}

/** The protocols whose figures are not those of a list of comparisons. */
const OTHER_PROTOCOLS: Partial<Record<TaskRecord['protocol'], Shown>> = {
  search: { isShown: isSearchHeadline, figures: searchHeadline },
  plates: { isShown: isPlateHeadline, figures: plateHeadline },
};

/** The figures that are shown first, with failures counted; everything else stands in the full table. */
export function headline({ record, rows }: Pick<Run, 'record' | 'rows'>): HeadlineTask[] {
  return record.tasks.map((task) => {
    const names = systemsOfTask(record, task).map(({ name }) => name);
    return headlineOf(task, names, rows);
  });
}

/** The figures of one task that are shown first, by systems. */
export function headlineOf(task: TaskRecord, names: readonly string[], rows: readonly MetricRow[]): HeadlineTask {
  const { isShown, figures } = shownOf(task);
  const mine = firstIntervals(rows.filter((row) => row.task === task.id)).filter((row) => isShown(row, task));
  const systems = names.map((name) => ({ name, figures: figures(mine.filter(({ model }) => model === name)) }));
  return { task, systems, notes: notesOf(mine, systems.length) };
}

function shownOf(task: TaskRecord): Shown {
  if (!task.condition) return OTHER_PROTOCOLS[task.protocol] ?? { isShown: isPairsHeadline, figures: figuresOf };
  const wanted = conditionFigures(task);
  return {
    isShown: (row) => wanted.some(({ isOf }) => isOf(row)),
    figures: (rows) => conditionHeadline(task, rows),
  };
}

function isPairsHeadline({ group, metric }: MetricRow): boolean {
  return group === 'all' && SHOWN.includes(metric);
}

function figuresOf(rows: readonly MetricRow[]): HeadlineFigure[] {
  const spread = rows.find(({ metric }) => metric === 'accuracy-10fold-SE')?.value;
  const figure = (name: string, text: string, label = name): HeadlineFigure => ({ label, name, text });
  return rows.flatMap((row): HeadlineFigure[] => {
    const missed = `missed (FNMR), FMR ${row.at}`;
    switch (row.metric) {
      case 'accuracy-10fold':
        return [figure('accuracy, mean of folds', accuracyText(row, spread ?? null))];
      case 'FNMR@FMR':
        return row.over === 'subjects'
          ? [figure(`${missed}, averaged over people`, overPeopleText(row), '  averaged over people')]
          : [figure(missed, rateText(row))];
      case 'FMR':
        return [figure(`false matches, target ${row.at}`, rateText(row))];
      case 'EER':
        return [figure('equal error rate (EER)', equalErrorText(row))];
      default: {
        const label = FAILURE_LABELS[row.metric];
        return label === undefined ? [] : [figure(label, rateText(row))];
      }
    }
  });
}

function overPeopleText(row: MetricRow): string {
  return row.trials === null || row.value === null ? rateText(row) : `${rateText(row)} over ${count(row.trials)}`;
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

/** Groups of rows that are about everybody: the heading above the notes says which. */
const WHOLE_VIEWS = ['all', 'errata-excluded', 'held-out'];

/** Why figures carry a star; a note that does not hold for every one of so many systems names those for which it does. */
export function notesOf(rows: readonly MetricRow[], systems: number): string[] {
  const models = new Map<string, Set<string>>();
  for (const { metric, at, over, group, resolvable, model } of rows) {
    // What is made of a figure is resolved where that is.
    if (resolvable === 'yes' || /-sd$/.test(metric)) continue;
    const averaged = over === 'subjects' ? ', averaged over people,' : '';
    const of = WHOLE_VIEWS.includes(group) ? '' : `, ${group},`;
    const note = `* ${metric}${at ? ` at ${at}` : ''}${averaged}${of} is not resolved: ${resolvable.replace(/^no: /, '')}`;
    models.set(note, (models.get(note) ?? new Set()).add(model));
  }
  return [...models].map(([note, of]) => (of.size === systems ? note : `${note} (${[...of].join(', ')})`));
}
