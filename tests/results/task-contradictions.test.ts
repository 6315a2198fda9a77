import { expect, it } from 'vitest';
import type { TaskRecord } from '../../src/results/run-record.js';
import type { TaskTables } from '../../src/results/run-tables.js';
import { taskContradictions } from '../../src/results/task-contradictions.js';
import { madeUpTables, TASK } from '../support/run.js';

const names = [...new Set(madeUpTables().comparisons.flatMap(({ subjectA, subjectB }) => [subjectA, subjectB]))].sort();
const subjects = { attributes: ['gender'], subjects: new Map(names.map((name) => [name, ['female']])) };
const grouped: TaskRecord = { ...TASK, groups: [['gender']] };
const check = (task: TaskRecord, tables: Partial<TaskTables> = {}) =>
  taskContradictions(task, { systems: new Map([['made-model', madeUpTables()]]), ...tables });

it('finds nothing in an honest run, with groups or without', () => {
  expect(check(TASK)).toEqual([]);
  expect(check(grouped, { subjects })).toEqual([]);
});

it('misses the table of groups, and wonders at one without groups or of other attributes', () => {
  expect(check(grouped)).toEqual(['run.json names groups, and there is no table of subjects']);
  expect(check(TASK, { subjects })).toEqual(['there is a table of subjects, and run.json names no groups']);
  expect(check({ ...TASK, groups: [['age'], ['age', 'gender']] }, { subjects })).toEqual([
    'run.json groups by age, gender, and the table of subjects has gender',
  ]);
});

it('sees a subject that was taken out of the table, and one that was put in', () => {
  const moved = new Map([...subjects.subjects].map(([name, values]) => [name === 's0' ? 'else' : name, values]));
  expect(check(grouped, { subjects: { ...subjects, subjects: moved } })).toEqual([
    '1 subjects of the comparisons are not in the table of subjects',
    '1 subjects of the table of subjects are in no comparison',
  ]);
});

it('sees errata that were taken out, and errata that touch nothing', () => {
  const erratum = { kind: 'wrong-label' as const, a: 's0/1.jpg', b: '', source: 'made up' };
  expect(check({ ...TASK, errata: 1 }, { errata: [erratum] })).toEqual([]);
  expect(check({ ...TASK, errata: 1 })).toEqual(['run.json announces 1 errata, and the table has 0']);
  expect(check(TASK, { errata: [erratum] })).toEqual(['run.json announces 0 errata, and the table has 1']);
  expect(check({ ...TASK, errata: 1 }, { errata: [{ ...erratum, a: 'else/1.jpg' }] })).toEqual([
    '1 errata touch no comparison',
  ]);
});
