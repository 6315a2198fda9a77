import type { MetricRow } from '../../results/metric-row.js';
import type { TaskRecord } from '../../results/run-record.js';
import { type HeadlineTask, headlineOf } from '../headline.js';
import type { HeadlineFigure } from '../headline-figure.js';
import type { ComparedRuns, SharedTask } from './compared-runs.js';

/** One figure of a task as two systems have it; empty where one has none. */
export interface SharedFigure {
  readonly name: string;
  readonly a: string;
  readonly b: string;
}

/** The headline figures of two systems that are held against each other. */
export interface SharedFigures {
  readonly firstSystem: string;
  readonly secondSystem: string;
  readonly figures: readonly SharedFigure[];
}

/** The figures of a task that are shown first, side by side, and why some of either run carry a star. */
export function sharedFigures(
  { first, second }: Pick<ComparedRuns, 'first' | 'second'>,
  { task, couples }: SharedTask,
): { readonly couples: readonly SharedFigures[]; readonly notes: readonly string[] } {
  const twin = second.record.tasks.find(({ id }) => id === task.id) ?? task;
  const ours = headlineOfSystems(
    task,
    couples.map(([name]) => name),
    first.rows,
  );
  const theirs = headlineOfSystems(
    twin,
    couples.map(([, name]) => name),
    second.rows,
  );
  const of = ({ systems }: typeof ours, system: string) => systems.find(({ name }) => name === system)?.figures ?? [];
  return {
    couples: couples.map(([firstSystem, secondSystem]) => ({
      firstSystem,
      secondSystem,
      figures: beside(of(ours, firstSystem), of(theirs, secondSystem)),
    })),
    notes: notesOf(ours.notes, theirs.notes),
  };
}

/** The notes of systems that are not shown must not stand below the others. */
function headlineOfSystems(task: TaskRecord, systems: readonly string[], rows: readonly MetricRow[]): HeadlineTask {
  const names = [...new Set(systems)];
  return headlineOf(
    task,
    names,
    rows.filter(({ model }) => names.includes(model)),
  );
}

function beside(ours: readonly HeadlineFigure[], theirs: readonly HeadlineFigure[]): SharedFigure[] {
  const text = (figures: readonly HeadlineFigure[], name: string) =>
    figures.find((figure) => figure.name === name)?.text ?? '';
  const names = [...new Set([...ours, ...theirs].map(({ name }) => name))];
  return names.map((name) => ({ name, a: text(ours, name), b: text(theirs, name) }));
}

/** A note that holds for both runs stands once. */
function notesOf(ours: readonly string[], theirs: readonly string[]): string[] {
  const bare = (note: string) => note.replace(/^\* /, '');
  return [
    ...ours.map((note) => (theirs.includes(note) ? note : `* A: ${bare(note)}`)),
    ...theirs.filter((note) => !ours.includes(note)).map((note) => `* B: ${bare(note)}`),
  ];
}
