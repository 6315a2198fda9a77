import { expect, it } from 'vitest';
import { leftOutContradictions } from '../../src/results/left-out-contradictions.js';
import type { SystemTables } from '../../src/results/run-tables.js';
import { FUSED_TASK, fusedTables, LEFT_OUT } from '../support/fused-run.js';
import { madeUpTables, TASK } from '../support/run.js';

it('finds nothing where the tables are those of the record', () => {
  expect(leftOutContradictions(FUSED_TASK, fusedTables())).toEqual([]);
  expect(leftOutContradictions(TASK, { systems: new Map() })).toEqual([]);
});

it('sees a table that nobody announced, and one that was taken out', () => {
  expect(leftOutContradictions(TASK, fusedTables())).toEqual([
    'there is a table of templates, and run.json names no fusion',
  ]);
  expect(leftOutContradictions(FUSED_TASK, { systems: new Map() })).toEqual([
    'run.json names a fusion, and there is no table of templates',
  ]);
  const systems = new Map<string, SystemTables>([['made-model', madeUpTables()]]);
  expect(leftOutContradictions(FUSED_TASK, { ...fusedTables(), systems })).toEqual([
    'made-model: there is no table of the pictures that were left out of templates',
  ]);
});

it('sees templates that were made larger', () => {
  const { templates = [], systems } = fusedTables();
  const larger = templates.map((one, k) => (k === 0 ? { ...one, pictures: 30 } : one));
  const { length } = templates;
  expect(leftOutContradictions(FUSED_TASK, { templates: larger, systems })).toEqual([
    `run.json announces ${length} templates of ${3 * length} pictures, and the table has ${length} templates of ${3 * length + 27} pictures`,
  ]);
});

it('sees a template that is there without any picture, and none that failed with all of its pictures', () => {
  const more = ['a', 'c'].map((name) => ({ template: 's0/1.jpg', picture: `s0/1/${name}.jpg`, failure: 'no-face' }));
  expect(leftOutContradictions(FUSED_TASK, fusedTables([...LEFT_OUT, ...more]))).toEqual([
    'made-model: 1 templates are said to be there, and all of their pictures failed',
  ]);
  // Pictures that cancel each other out.
  expect(leftOutContradictions(FUSED_TASK, fusedTables(LEFT_OUT.slice(1)))).toEqual([]);
});
