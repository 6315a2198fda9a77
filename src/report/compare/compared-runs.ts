import type { PairedRow } from '../../results/compare-paired.js';
import { otherMeasurements } from '../../results/compare-runs.js';
import { coupleSystems } from '../../results/couple-systems.js';
import type { ReadRun } from '../../results/read-run.js';
import type { TaskRecord } from '../../results/run-record.js';
import { systemsOfTask } from '../../results/systems-of-task.js';

/** What of a run is set beside another. */
export type ComparedRun = Pick<ReadRun, 'record' | 'rows' | 'digest' | 'altered'>;

/** A task that both runs name. */
export interface SharedTask {
  /** As the first run has it. */
  readonly task: TaskRecord;
  /** In what the second's is another measurement; undefined where both are one. */
  readonly differs?: string | undefined;
  /** The systems that are held against each other on it. */
  readonly couples: readonly (readonly [first: string, second: string])[];
}

/** What only one of two runs measured, by name. */
export interface Alone {
  readonly systems: readonly string[];
  readonly tasks: readonly string[];
}

/** Two runs side by side, before they have a form: what is the same, what is not, and what only one has. */
export interface ComparedRuns {
  readonly first: ComparedRun;
  readonly second: ComparedRun;
  /** Both are one run, to the byte. */
  readonly isOneRun: boolean;
  /** In what they are not the same measurement, a sentence each. */
  readonly differs: readonly string[];
  /** Whether the runs have a system in common; without one, each is held against each. */
  readonly sharesSystem: boolean;
  readonly onlyFirst: Alone;
  readonly onlySecond: Alone;
  readonly tasks: readonly SharedTask[];
  /** The paired differences of `pairedRows`. */
  readonly paired: readonly PairedRow[];
}

/** Sets two runs side by side. `paired` are their `pairedRows`; `only` takes only these systems. */
export function comparedRuns(
  first: ComparedRun,
  second: ComparedRun,
  paired: readonly PairedRow[],
  only?: readonly string[],
): ComparedRuns {
  const [a, b] = [first, second].map((run) => taking(run, only)) as [ComparedRun, ComparedRun];
  const differs = otherMeasurements(a.record, b.record);
  // Both records may be one object; then each system still stands beside itself.
  const couples = coupleSystems(a, { record: { ...b.record } });
  return {
    first: a,
    second: b,
    isOneRun: first.digest === second.digest && first.altered.length + second.altered.length === 0,
    differs,
    sharesSystem: couples.some(([one, other]) => one === other),
    onlyFirst: aloneIn(a, b),
    onlySecond: aloneIn(b, a),
    tasks: a.record.tasks.flatMap((task) => sharedTask(task, a, b, couples, differs)),
    paired,
  };
}

function taking(run: ComparedRun, only: readonly string[] | undefined): ComparedRun {
  if (!only) return run;
  const systems = run.record.systems.filter(({ name }) => only.includes(name));
  return { ...run, record: { ...run.record, systems } };
}

function aloneIn({ record }: ComparedRun, { record: other }: ComparedRun): Alone {
  const names = (systems: ComparedRun['record']['systems']) => systems.map(({ name }) => name);
  const ids = (tasks: readonly TaskRecord[]) => tasks.map(({ id }) => id);
  return {
    systems: names(record.systems).filter((name) => !names(other.systems).includes(name)),
    tasks: ids(record.tasks).filter((id) => !ids(other.tasks).includes(id)),
  };
}

function sharedTask(
  task: TaskRecord,
  { record }: ComparedRun,
  { record: other }: ComparedRun,
  couples: readonly (readonly [string, string])[],
  differs: readonly string[],
): SharedTask[] {
  const twin = other.tasks.find(({ id }) => id === task.id);
  if (!twin) return [];
  const ours = systemsOfTask(record, task).map(({ name }) => name);
  const theirs = systemsOfTask(other, twin).map(({ name }) => name);
  const mine = couples.filter(([a, b]) => ours.includes(a) && theirs.includes(b));
  return [{ task, couples: mine, ...(twin.digest === task.digest ? {} : { differs: differenceOf(task.id, differs) }) }];
}

/** What differs in a task, of the sentences about everything: "at, digest differ". */
function differenceOf(id: string, differs: readonly string[]): string {
  const start = `task ${id}: `;
  return differs.find((text) => text.startsWith(start))?.slice(start.length) ?? 'digest differs';
}
