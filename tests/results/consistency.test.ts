import { expect, it } from 'vitest';
import type { Comparison } from '../../src/results/comparison-table.js';
import { contradictions, taskDigest } from '../../src/results/consistency.js';
import type { SystemTables } from '../../src/results/run-tables.js';
import { madeUpRun, madeUpTables, TASK } from '../support/run.js';

const { record } = madeUpRun();
const check = (tables: SystemTables) =>
  contradictions(record, new Map([[TASK.id, { systems: new Map([['made-model', tables]]) }]]));
const change = (at: number, with_: Partial<Comparison>): SystemTables => {
  const { comparisons, samples } = madeUpTables();
  return { samples, comparisons: comparisons.map((c, index) => (index === at ? { ...c, ...with_ } : c)) };
};

it('finds nothing in an honest run', () => {
  expect(check(madeUpTables())).toEqual([]);
});

it('misses tables, and comparisons that were taken out or put in twice', () => {
  expect(contradictions(record, new Map())).toEqual([
    'view / made-model: run.json lists the system, and there are no tables of it',
  ]);
  const { comparisons, samples } = madeUpTables();
  expect(check({ samples, comparisons: comparisons.filter((_, index) => index !== 6) })).toContain(
    'view / made-model: run.json announces 40 comparisons, and the table has 39',
  );
  const [first] = comparisons;
  const turned = comparisons.map((c, index) => (index === 2 && first ? { ...first, a: first.b, b: first.a } : c));
  expect(check({ samples, comparisons: turned })).toContain('view / made-model: 1 comparisons stand there twice');
});

it('sees labels, scores and failures that cannot be', () => {
  expect(check(change(0, { mated: false }))).toEqual([
    'view / made-model: s0/1.jpg and s0/2.jpg are called non-mated against their subjects',
  ]);
  expect(check(change(0, { score: 7 }))).toEqual(['view / made-model: s0/1.jpg and s0/2.jpg: 7 is no cosine']);
  expect(check(change(0, { b: 's0/1.jpg' })).join('\n')).toContain('s0/1.jpg is compared with itself');
  const { score: _, ...failed } = { ...madeUpTables().comparisons[0], failure: 'a:no-face' } as Comparison;
  const { comparisons, samples } = madeUpTables();
  expect(check({ samples, comparisons: [failed, ...comparisons.slice(1)] })).toEqual([
    'view / made-model: s0/1.jpg and s0/2.jpg: "a:no-face" is not what the table of samples says',
  ]);
});

it('sees a task whose record was changed under its digest', () => {
  const other = { ...record, tasks: record.tasks.map((task) => ({ ...task, pairsSha256: 'b'.repeat(64) })) };
  const tables = new Map([[TASK.id, { systems: new Map([['made-model', madeUpTables()]]) }]]);
  expect(contradictions(other, tables)).toEqual(['view: its digest is not that of what it says']);
  const { digest: __, ...task } = TASK;
  expect(taskDigest(task, 'a'.repeat(64))).toBe(TASK.digest);
});
