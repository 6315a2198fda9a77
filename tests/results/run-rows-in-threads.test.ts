import { expect, it } from 'vitest';
import { runRows } from '../../src/results/run-rows.js';
import { openRowsInThreads, runRowsInThreads } from '../../src/results/run-rows-in-threads.js';
import { GROUPED, peopleRun } from '../support/people.js';

const { record, tables, rows } = peopleRun(GROUPED);

it('gives the rows that one thread gives, in their order, whatever the number of threads', async () => {
  expect(runRows(record, tables)).toEqual(rows);
  expect(await runRowsInThreads(record, tables, 1)).toEqual(rows);
  expect(await runRowsInThreads(record, tables, 2)).toEqual(rows);
});

it('tells whoever asks for the rows what went wrong in a thread', async () => {
  const threads = openRowsInThreads(2);
  const [task] = record.tasks;
  if (!task) throw new RangeError('there is no task');
  threads.begin({ ...record, tasks: [{ ...task, at: ['none'] }] }, tables);
  await expect(threads.rows()).rejects.toThrow(/A worker failed/);
  await threads.close();
});

it.each([1, 2])('tells how many systems of tasks are done while somebody waits, with %s threads', async (workers) => {
  const threads = openRowsInThreads(workers);
  threads.begin(record, tables);
  const told: [number, number][] = [];
  await threads.rows((done, total) => told.push([done, total]));
  await threads.close();
  const total = record.tasks.length * record.systems.length;
  expect(told.at(-1)).toEqual(workers === 1 ? undefined : [total, total]);
});
