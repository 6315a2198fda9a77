import { FalsematchError } from '../files/errors.js';
import { compareSystems, type PairedComparisons } from '../metrics/compare-systems.js';
import type { PairedDifference } from '../metrics/paired-difference.js';
import { comparePlateReads } from '../metrics/plates/compare-plate-reads.js';
import { TEXT_RULES } from '../plates/normalise.js';
import { type BootstrapOptions, DEFAULT_REPLICATES } from '../statistics/dependence/bootstrap.js';
import { holmAdjusted } from '../statistics/holm.js';
import type { Comparison } from './comparison-table.js';
import { coupleSystems } from './couple-systems.js';
import type { PlateLabels } from './plates/label-table.js';
import { platePicturesOf } from './plates/plate-pictures-of.js';
import type { Run } from './run-files.js';
import type { TaskRecord } from './run-record.js';
import type { SystemTables } from './run-tables.js';
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
  const other = first.record.tasks.find((task) => isSame(task, second) === false);
  if (other) {
    throw new FalsematchError(
      `The task ${other.id} of the two runs is not the same measurement: its data, list or operating points differ; compare runs of one suite on one dataset.`,
    );
  }
  const rows = pairedRows(first, second, systems);
  if (rows.length > 0) return rows;
  throw new FalsematchError(
    `There is nothing to compare between ${first.record.suite.name} and ${second.record.suite.name}: it needs two systems and a task of pairs or of plates that both runs measured.`,
  );
}

/**
 * The same for whoever also tells what cannot be compared: tasks that are another measurement under one name are passed
 * over, and where nothing can be compared there are no rows.
 */
export function pairedRows(first: ComparedRun, second: ComparedRun, systems?: readonly string[]): PairedRow[] {
  const tasks = first.record.tasks.filter(
    (task) => isSame(task, second) && (task.protocol === 'pairs' || task.protocol === 'plates'),
  );
  const pairings = tasks.flatMap((task) =>
    coupleSystems(first, second, systems).flatMap(([a, b]): Pairing[] => {
      const ofFirst = first.tables.get(task.id)?.systems.get(a);
      const ofSecond = second.tables.get(task.id)?.systems.get(b);
      return ofFirst && ofSecond ? [{ task, names: [a, b], tables: [ofFirst, ofSecond] }] : [];
    }),
  );
  const tests = pairings.reduce((total, { task }) => total + testsOf(task), 0);
  const bootstrap = { seed: first.record.seed, replicates: replicatesFor(tests) };
  const rows = pairings.flatMap((pairing) => {
    const { task, names } = pairing;
    return differencesOf(pairing, first.tables.get(task.id)?.labels, bootstrap).map((difference) => ({
      task: task.id,
      dataset: task.dataset,
      firstSystem: names[0],
      secondSystem: names[1],
      ...difference,
    }));
  });
  const adjusted = holmAdjusted(rows.map(({ pValue }) => pValue));
  return rows.map((row, index) => ({ ...row, adjustedPValue: adjusted[index] ?? 1 }));
}

/** Two systems on a task, with their tables. */
interface Pairing {
  readonly task: TaskRecord;
  readonly names: readonly [string, string];
  readonly tables: readonly [SystemTables, SystemTables];
}

/** How many tests two systems on a task make at most. */
function testsOf({ protocol, at }: TaskRecord): number {
  return protocol === 'plates' ? TEXT_RULES.length : at.length + 1;
}

function differencesOf(
  { task, tables: [first, second] }: Pairing,
  labels: PlateLabels | undefined,
  bootstrap: BootstrapOptions,
): PairedDifference[] {
  const { level, at, plates } = task;
  if (labels && first.readings && second.readings) {
    const [a, b] = [platePicturesOf(labels, first.readings), platePicturesOf(labels, second.readings)];
    return comparePlateReads(a, b, { overlap: plates?.iou, level, bootstrap });
  }
  const comparisons = pairedComparisons(task, first.comparisons, second.comparisons);
  return compareSystems(comparisons, { operatingPoints: at.map(Number), level, bootstrap });
}

/** So many that the smallest p-value, 2 / (replicates + 1), stays below 5% when corrected for all tests. */
function replicatesFor(tests: number): number {
  return Math.max(DEFAULT_REPLICATES, 80 * tests);
}

/** Whether another run has a task of this name that says the same thing: the same list on the same data. */
function isSame({ id, digest }: TaskRecord, { record }: ComparedRun): boolean | undefined {
  const twin = record.tasks.find((task) => task.id === id);
  return twin && twin.digest === digest;
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
