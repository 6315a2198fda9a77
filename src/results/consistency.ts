import { canonicalJson } from '../files/canonical-json.js';
import { sha256Of } from '../files/digest.js';
import { allPairsContradictions } from './all-pairs/all-pairs-contradictions.js';
import { type Comparison, ROUNDING } from './comparison-table.js';
import { conditionContradictions } from './conditions/condition-contradictions.js';
import { sidesText } from './conditions/score-column.js';
import { readingContradictions } from './plates/plate-contradictions.js';
import type { RunRecord, TaskRecord } from './run-record.js';
import type { RunTables, SystemTables, TaskTables } from './run-tables.js';
import { searchContradictions } from './search/search-contradictions.js';
import { systemsOfTask } from './systems-of-task.js';
import { taskContradictions } from './task-contradictions.js';

/** The digest of all that defines a task: its record and the content of its dataset. */
export function taskDigest(task: Omit<TaskRecord, 'digest'>, datasetDigest: string): string {
  return sha256Of(canonicalJson({ ...task, datasetDigest }));
}

/**
 * Where a run's record and tables contradict each other or themselves, a sentence each: what somebody would leave behind
 * who changed a table and made the digests fit.
 */
export function contradictions(record: RunRecord, tables: RunTables): string[] {
  return record.tasks.flatMap((task) => [
    ...digestContradiction(record, task),
    ...taskContradictions(task, tables.get(task.id) ?? { systems: new Map() }).map(
      (problem) => `${task.id}: ${problem}`,
    ),
    ...conditionContradictions(record, task, tables.get(task.id)?.systems ?? new Map()).map(
      (problem) => `${task.id}: ${problem}`,
    ),
    ...systemsOfTask(record, task).flatMap(({ name }) => {
      const where = `${task.id} / ${name}`;
      const own = tables.get(task.id)?.systems.get(name);
      if (!own) return [`${where}: run.json lists the system, and there are no tables of it`];
      return tableContradictions(task, own, tables.get(task.id)).map((problem) => `${where}: ${problem}`);
    }),
  ]);
}

function digestContradiction(record: RunRecord, { digest, ...task }: TaskRecord): string[] {
  const dataset = record.datasets.find(({ name }) => name === task.dataset);
  if (!dataset) return [`${task.id}: run.json does not list its dataset ${task.dataset}`];
  return taskDigest(task, dataset.digest) === digest ? [] : [`${task.id}: its digest is not that of what it says`];
}

function tableContradictions(task: TaskRecord, own: SystemTables, tables: TaskTables | undefined): string[] {
  switch (task.protocol) {
    case 'plates':
      return readingContradictions(own.readings ?? []);
    case 'all-pairs':
      return allPairsContradictions(task, own);
    case 'search':
      return searchContradictions(task, own, tables?.lists);
    default:
      return listContradictions(task, own);
  }
}

function listContradictions(task: TaskRecord, { comparisons, samples }: SystemTables): string[] {
  const problems: string[] = [];
  if (task.comparisons !== undefined && task.comparisons !== comparisons.length) {
    problems.push(`run.json announces ${task.comparisons} comparisons, and the table has ${comparisons.length}`);
  }
  problems.push(...comparisons.flatMap(comparisonContradiction));
  const pairs = new Set(comparisons.map(({ a, b }) => [a, b].sort().join('\n')));
  if (pairs.size < comparisons.length)
    problems.push(`${comparisons.length - pairs.size} comparisons stand there twice`);
  // Faces of unlabelled photos are named after their photo, so only a list of pairs can be held against the samples.
  // Under a condition the failures of comparisons are read from those of the samples.
  if (task.protocol === 'pairs' && !task.condition) problems.push(...sampleContradictions(comparisons, samples));
  return problems;
}

function comparisonContradiction({ a, b, subjectA, subjectB, mated, score }: Comparison): string[] {
  if (a === b) return [`${a} is compared with itself`];
  const problems: string[] = [];
  if (subjectA !== '' && subjectB !== '' && (subjectA === subjectB) !== mated) {
    problems.push(`${a} and ${b} are called ${mated ? 'mated' : 'non-mated'} against their subjects`);
  }
  if (score !== undefined && Math.abs(score) > 1 + ROUNDING) problems.push(`${a} and ${b}: ${score} is no cosine`);
  return problems;
}

function sampleContradictions(comparisons: readonly Comparison[], samples: SystemTables['samples']): string[] {
  const failures = new Map(samples.map(({ sample, failure }) => [sample, failure]));
  const used = new Set(comparisons.flatMap(({ a, b }) => [a, b]));
  const problems: string[] = [];
  if (failures.size !== samples.length) problems.push('a sample stands twice in the table of samples');
  const strangers =
    [...used].filter((id) => !failures.has(id)).length + [...failures.keys()].filter((id) => !used.has(id)).length;
  if (strangers > 0) problems.push(`${strangers} samples stand in one of the two tables only`);
  for (const { a, b, failure } of comparisons) {
    if (failure !== sidesText(failures.get(a) ?? '', failures.get(b) ?? ''))
      problems.push(`${a} and ${b}: "${failure}" is not what the table of samples says`);
  }
  return problems;
}
