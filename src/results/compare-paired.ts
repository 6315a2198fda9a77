import { FalsematchError } from '../files/errors.js';
import { compareSystems, type PairedComparisons } from '../metrics/compare-systems.js';
import type { PairedDifference } from '../metrics/paired-difference.js';
import { DEFAULT_REPLICATES } from '../statistics/dependence/bootstrap.js';
import { holmAdjusted } from '../statistics/holm.js';
import type { Comparison } from './comparison-table.js';
import type { Run } from './run-files.js';
import type { TaskRecord } from './run-record.js';
import { subjectsOf } from './task-scores.js';

type ComparedRun = Pick<Run, 'record' | 'tables'>;

/** A difference between two systems on a task, with its p-value corrected for all the tests that were made. */
export interface PairedRow extends PairedDifference {
  readonly task: string;
  readonly dataset: string;
  readonly firstSystem: string;
  readonly secondSystem: string;
  /** Holm's correction over every row of one comparison of runs. */
  readonly adjustedPValue: number;
}

/**
 * Compares systems on the tasks that two runs share: every system with its namesake in the other run, or, where no name
 * is in both, each with each. With one run given twice, every two of its systems. `systems` takes only these.
 * Throws when the runs measured different things under one name, or when nothing can be compared.
 */
export function comparePaired(first: ComparedRun, second: ComparedRun, systems?: readonly string[]): PairedRow[] {
  const couples = coupleSystems(first, second, systems);
  const tasks = sharedTasks(first, second);
  const tests = couples.length * tasks.reduce((total, { at }) => total + at.length + 1, 0);
  const rows = tasks.flatMap((task) =>
    couples.flatMap(([a, b]) => {
      const tables = [first.tables.get(task.id)?.systems.get(a), second.tables.get(task.id)?.systems.get(b)] as const;
      if (!tables[0] || !tables[1]) return [];
      const comparisons = pairedComparisons(task, tables[0].comparisons, tables[1].comparisons);
      const bootstrap = { seed: first.record.seed, replicates: replicatesFor(tests) };
      const options = { operatingPoints: task.at.map(Number), level: task.level, bootstrap };
      return compareSystems(comparisons, options).map((difference) => ({
        task: task.id,
        dataset: task.dataset,
        firstSystem: a,
        secondSystem: b,
        ...difference,
      }));
    }),
  );
  if (rows.length === 0) {
    throw new FalsematchError(
      `There is nothing to compare between ${first.record.suite.name} and ${second.record.suite.name}: it needs a task with mated and non-mated comparisons that both runs measured, and two systems.`,
    );
  }
  const adjusted = holmAdjusted(rows.map(({ pValue }) => pValue));
  return rows.map((row, index) => ({ ...row, adjustedPValue: adjusted[index] ?? 1 }));
}

/** So many that the smallest p-value, 2 / (replicates + 1), stays below 5% when corrected for all tests. */
function replicatesFor(tests: number): number {
  return Math.max(DEFAULT_REPLICATES, 80 * tests);
}

function coupleSystems(first: ComparedRun, second: ComparedRun, only?: readonly string[]): [string, string][] {
  const wanted = (name: string) => only === undefined || only.includes(name);
  const [a, b] = [first, second].map(({ record }) => record.systems.map(({ name }) => name).filter(wanted));
  const [ours = [], theirs = []] = [a, b];
  if (first.record === second.record) {
    return ours.flatMap((name, index) => ours.slice(index + 1).map((other): [string, string] => [name, other]));
  }
  const shared = ours.filter((name) => theirs.includes(name));
  if (shared.length > 0) return shared.map((name) => [name, name]);
  return ours.flatMap((name) => theirs.map((other): [string, string] => [name, other]));
}

/** The tasks of both runs that say one thing: the same list on the same data. */
function sharedTasks(first: ComparedRun, second: ComparedRun): TaskRecord[] {
  return first.record.tasks.filter((task) => {
    const twin = second.record.tasks.find(({ id }) => id === task.id);
    if (!twin) return false;
    if (twin.digest === task.digest) return task.protocol === 'pairs';
    throw new FalsematchError(
      `The task ${task.id} of the two runs is not the same measurement: its data, list or operating points differ; compare runs of one suite on one dataset.`,
    );
  });
}

function pairedComparisons(
  { id }: TaskRecord,
  first: readonly Comparison[],
  second: readonly Comparison[],
): PairedComparisons {
  const key = ({ a, b }: Comparison) => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const others = new Map(second.map((comparison) => [key(comparison), comparison]));
  if (others.size !== first.length || first.some((comparison) => !others.has(key(comparison)))) {
    throw new FalsematchError(`The two tables of ${id} do not list the same comparisons, so they cannot be paired.`);
  }
  const { first: subjects, second: otherSubjects } = subjectsOf(first);
  const folds = first.flatMap(({ fold }) => (fold === undefined ? [] : [fold]));
  return {
    mated: first.map(({ mated }) => mated),
    first: subjects,
    second: otherSubjects,
    ...(folds.length === first.length ? { folds } : {}),
    scores: [first.map(({ score }) => score), first.map((comparison) => others.get(key(comparison))?.score)],
  };
}
