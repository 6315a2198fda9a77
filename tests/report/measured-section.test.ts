import { expect, it } from 'vitest';
import { measuredSection } from '../../src/report/measured-section.js';
import { peopleRun } from '../support/people.js';
import { madeUpRun } from '../support/run.js';
import { seenPairsRun } from '../support/seen-run.js';
import { reported, task } from './figures/support/reported.js';
import { rate, row } from './figures/support/rows.js';

it('says of each task on what it was measured, by whom, and how much is not resolved', () => {
  const { title, tables, notes } = measuredSection(madeUpRun());
  expect(title).toBe('What was measured, and what was not');
  expect(tables[0]?.columns).toEqual(['task', 'pictures', 'how', 'systems', 'through conditions', 'not resolved']);
  expect(tables[0]?.rows[0]?.slice(0, 5)).toEqual([
    'Made-up view',
    'Made up: 40 pictures of 40 people',
    'pairs',
    'made-model',
    'none',
  ]);
  expect(tables[1]).toEqual({ columns: ['not measured', 'why'], rows: [['absent-model', 'It cannot be had.']] });
  expect(notes).toEqual([]);
});

it('says that nothing is missing only where nothing is', () => {
  const run = madeUpRun((record) => ({ ...record, notMeasured: [] }));
  expect(measuredSection(run)).toMatchObject({ notes: ['Everything that the suite names was measured.'] });
  expect(measuredSection(run).tables.map(({ columns: [first] }) => first)).toEqual(['task', 'pictures that failed']);
});

it('names the pictures that failed, and why', () => {
  expect(measuredSection(madeUpRun()).tables.at(-1)?.rows).toEqual([
    ['Made-up view: no-face', 'made-model', '1', 's4/2.jpg'],
  ]);
});

it('has conditions beside their task, not as tasks of their own', () => {
  const rows = measuredSection(seenPairsRun()).tables[0]?.rows ?? [];
  expect(rows.map(([name, , , , through]) => [name, through])).toEqual([['Made-up people', '3']]);
});

it('counts each figure of each system once, whatever intervals it has', () => {
  const figures = ['m', 'n'].flatMap((model) => [
    row('FTE', '', { model, method: 'wilson', ...rate(0, 10, 0, 0.3, 'no: none') }),
    row('FTE', '', { model, method: 'clopper-pearson', ...rate(0, 10, 0, 0.3, 'no: none') }),
  ]);
  expect(measuredSection(reported([task()], figures)).tables[0]?.rows[0]?.at(-1)).toBe('2 of 2 figures');
  const two = [...figures, row('EER', '', rate(1, 10, 0, 1))];
  expect(measuredSection(reported([task()], two)).tables[0]?.rows[0]?.at(-1)).toBe('2 of 3 figures');
});

it('names both systems, and a dataset that the record does not describe', () => {
  expect(measuredSection(peopleRun()).tables[0]?.rows[0]?.[3]).toBe('good, bad');
  const run = reported([task({ dataset: 'elsewhere' })], []);
  expect(measuredSection(run).tables[0]?.rows[0]?.[1]).toBe('elsewhere');
  const drawn = madeUpRun((record) => ({
    ...record,
    datasets: record.datasets.map(({ subjects: _, ...dataset }) => ({ ...dataset, drawn: true })),
  }));
  expect(measuredSection(drawn).tables[0]?.rows[0]?.[1]).toBe('Made up: 40 pictures, drawn, not photographed');
});
