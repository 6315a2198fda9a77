import type { Comparison } from './comparison-table.js';
import { errataThatTouch } from './disputed.js';
import { leftOutContradictions } from './left-out-contradictions.js';
import { labelContradictions } from './plates/plate-contradictions.js';
import type { TaskRecord } from './run-record.js';
import type { TaskTables } from './run-tables.js';
import type { SubjectTable } from './subject-table.js';

/** Where a task's record and what is known of its subjects and samples contradict its comparisons, a sentence each. */
export function taskContradictions(task: TaskRecord, tables: TaskTables): string[] {
  const { systems, subjects, errata, samples, labels } = tables;
  const comparisons = [...systems.values()][0]?.comparisons ?? [];
  const compared = samples
    ? samples.map(({ subject }) => subject)
    : comparisons.flatMap(({ subjectA, subjectB }) => [subjectA, subjectB]);
  return [
    ...labelContradictions(task, labels),
    ...leftOutContradictions(task, tables),
    ...subjectContradictions(task, subjects, new Set(compared)),
    ...errataContradictions(task, errata, comparisons),
  ];
}

function subjectContradictions(
  { groups }: TaskRecord,
  table: SubjectTable | undefined,
  compared: Set<string>,
): string[] {
  if (!groups && !table) return [];
  if (!table) return ['run.json names groups, and there is no table of subjects'];
  if (!groups) return ['there is a table of subjects, and run.json names no groups'];
  const attributes = [...new Set(groups.flat())];
  if (attributes.join('\n') !== table.attributes.join('\n')) {
    return [
      `run.json groups by ${attributes.join(', ')}, and the table of subjects has ${table.attributes.join(', ')}`,
    ];
  }
  compared.delete('');
  const missing = [...compared].filter((subject) => !table.subjects.has(subject)).length;
  const strangers = [...table.subjects.keys()].filter((subject) => !compared.has(subject)).length;
  return [
    ...(missing > 0 ? [`${missing} subjects of the comparisons are not in the table of subjects`] : []),
    ...(strangers > 0 ? [`${strangers} subjects of the table of subjects are in no comparison`] : []),
  ];
}

function errataContradictions(
  task: TaskRecord,
  errata: TaskTables['errata'] = [],
  comparisons: readonly Comparison[],
): string[] {
  const announced = task.errata ?? 0;
  if (announced !== errata.length) {
    return [`run.json announces ${announced} errata, and the table has ${errata.length}`];
  }
  const idle = errata.length - errataThatTouch(comparisons, errata).length;
  return idle > 0 ? [`${idle} errata touch no comparison`] : [];
}
